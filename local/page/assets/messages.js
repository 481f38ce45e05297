/**
 * The messages of one conversation, with their threads.
 */

import { byId, make, showList, tell, words } from "./dom.js";
import { marked } from "./markup.js";
import { createMenu } from "./menu.js";

/** @typedef {import("./api.js").Message} Message */
/** @typedef {{ts: string, first: Message | null, replies: Message[]}} Thread */

/**
 * @typedef {object} Actions
 * @property {(message: Message) => void} reply
 * @property {(message: Message, text: string) => Promise<void>} edit
 * @property {(message: Message) => Promise<void>} remove
 * @property {(message: Message, emoji: string) => Promise<void>} react As whoever is chosen to write.
 */

/** @type {WeakMap<HTMLElement, (message: Message | null) => void>} */
const updates = new WeakMap();

/**
 * @param {Message[]} messages Oldest first.
 * @param {Actions} actions
 */
export function showMessages(messages, actions) {
  const scroll = byId("messages-scroll");
  const atEnd = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 40;
  byId("no-messages").hidden = messages.length > 0;
  showList(
    byId("messages"),
    threadsOf(messages),
    (thread) => thread.ts,
    (thread) => buildMessage(thread.first, actions, true),
    (element, thread) => updateThread(element, thread, actions),
  );
  if (atEnd) scroll.scrollTop = scroll.scrollHeight;
}

/**
 * Threads in the order of their first messages; a first message that is gone leaves its place.
 * @param {Message[]} messages
 * @returns {Thread[]}
 */
export function threadsOf(messages) {
  /** @type {Map<string, Thread>} */
  const threads = new Map();
  for (const message of messages) {
    const ts = message.thread_ts ?? message.ts;
    const thread = threads.get(ts) ?? { ts, first: null, replies: [] };
    threads.set(ts, thread);
    if (ts === message.ts) thread.first = message;
    else thread.replies.push(message);
  }
  return [...threads.values()].sort((one, other) => (one.ts < other.ts ? -1 : 1));
}

/**
 * @param {HTMLElement} element
 * @param {Thread} thread
 * @param {Actions} actions
 */
function updateThread(element, thread, actions) {
  updates.get(element)?.(thread.first);
  const list = /** @type {HTMLElement} */ (element.querySelector(".thread"));
  list.hidden = thread.replies.length === 0;
  showList(
    list,
    thread.replies,
    (message) => message.ts,
    (message) => buildMessage(message, actions, false),
    (reply, message) => updates.get(reply)?.(message),
  );
}

/**
 * @param {Message | null} first
 * @param {Actions} actions
 * @param {boolean} isFirst Whether it can head a thread.
 */
function buildMessage(first, actions, isFirst) {
  let shown = first;
  const text = make("div", { class: "text", dir: "auto" });
  const author = words("strong", "author", "");
  const time = make("time", {});
  const voice = make("span", { class: "badge" }, "by voice");
  const edited = make("span", { class: "edited" }, "(edited)");
  const face = make("span", { class: "face", "aria-hidden": "true" });
  const added = make("ul", { class: "added", role: "list", "aria-label": "Files and attachments", hidden: true });
  const reactions = make("ul", { class: "reactions", role: "list", "aria-label": "Reactions", hidden: true });
  const extra = make("div", { class: "extra" });
  const problem = make("p", { class: "notice error", role: "alert", hidden: true });
  const menu = createMenu("Actions", [
    { text: "Reply in thread", choose: () => shown && actions.reply(shown) },
    { text: "Edit", choose: () => shown && openEditor(shown) },
    ...[["👍", "+1"], ["🎉", "tada"]].map(([sign, name]) => ({
      text: `React with ${sign}`,
      choose: () => shown && void attempt(() => actions.react(/** @type {Message} */ (shown), name)),
    })),
    { text: "Delete", choose: () => shown && openQuestion(shown) },
  ]);
  const element = make(
    "li",
    { class: "message" },
    face,
    make("div", { class: "message-head" }, author, time, voice, edited, menu.element),
    make("div", { class: "message-body" }, text, added, reactions, extra, problem),
    isFirst && make("ol", { class: "thread", role: "list", "aria-label": "Answers in the thread", hidden: true }),
  );

  const closeExtra = () => {
    extra.replaceChildren();
    text.hidden = false;
    menu.button.focus();
  };
  /** @param {() => Promise<void>} work */
  const attempt = async (work) => {
    tell(problem, null);
    try {
      await work();
      return true;
    } catch (failure) {
      tell(problem, /** @type {Error} */ (failure).message);
      return false;
    }
  };
  const openEditor = (/** @type {Message} */ message) => {
    text.hidden = true;
    extra.replaceChildren(
      editor(message.text, closeExtra, async (changed) => {
        if (await attempt(() => actions.edit(message, changed))) closeExtra();
      }),
    );
    extra.querySelector("textarea").focus();
  };
  const openQuestion = (/** @type {Message} */ message) => {
    extra.replaceChildren(
      question(closeExtra, async () => {
        if (await attempt(() => actions.remove(message))) byId("messages-scroll").focus();
      }),
    );
    extra.querySelector("button").focus();
  };
  extra.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
    if (event.key === "Escape") closeExtra();
  });

  updates.set(element, (message) => {
    shown = message;
    element.classList.toggle("gone", message === null);
    element.classList.toggle("voice", message?.via_app ?? false);
    author.textContent = message?.author ?? "";
    face.textContent = message ? [...message.author][0] ?? "?" : "";
    face.dataset.hue = String(hueOf(message?.author ?? ""));
    showTime(time, message?.ts ?? "");
    voice.hidden = !message?.via_app;
    edited.hidden = !message?.edited;
    menu.element.hidden = message === null;
    menu.button.setAttribute("aria-label", `Actions for the message by ${message?.author ?? "nobody"}: ${excerpt(message?.text ?? "")}`);
    const newText = message?.shown ?? "This message was deleted.";
    if (text.dataset.shown !== newText) {
      text.dataset.shown = newText;
      text.replaceChildren(...marked(newText));
    }
    showWords(added, [...(message?.files ?? []), ...(message?.attachments ?? [])]);
    showWords(reactions, (message?.reactions ?? []).map(({ emoji, by }) => `${emoji} ${by.join(", ")}`));
  });
  return element;
}

/** @param {{post_at: number, author: string, text: string}[]} waiting */
export function showScheduled(waiting) {
  showWords(
    byId("scheduled"),
    waiting.map(({ post_at, author, text }) => {
      const at = new Date(post_at * 1000).toLocaleString([], { weekday: "short", hour: "2-digit", minute: "2-digit" });
      return `${at}, ${author}: ${text}`;
    }),
  );
}

/**
 * @param {HTMLElement} list Hidden when there is nothing in it.
 * @param {string[]} lines
 */
function showWords(list, lines) {
  list.hidden = lines.length === 0;
  if (lines.join("\n") !== [...list.children].map((item) => item.textContent).join("\n")) {
    list.replaceChildren(...lines.map((line) => words("li", "", line)));
  }
}

/**
 * @param {string} before
 * @param {() => void} cancel
 * @param {(text: string) => void} save
 */
function editor(before, cancel, save) {
  const field = make("textarea", { rows: 2, dir: "auto", "aria-label": "Edit the message" });
  field.value = before;
  const form = make(
    "form",
    { class: "editor" },
    field,
    make("button", { type: "submit", class: "primary" }, "Save"),
    make("button", { type: "button", on: { click: cancel } }, "Cancel"),
  );
  form.addEventListener("submit", (/** @type {Event} */ event) => {
    event.preventDefault();
    save(field.value);
  });
  field.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      save(field.value);
    }
  });
  return form;
}

/**
 * @param {() => void} keep
 * @param {() => void} remove
 */
function question(keep, remove) {
  return make(
    "div",
    { class: "question", role: "group", "aria-label": "Delete this message?" },
    make("span", {}, "Delete this message?"),
    make("button", { type: "button", class: "danger", on: { click: remove } }, "Delete"),
    make("button", { type: "button", on: { click: keep } }, "Keep"),
  );
}

/**
 * @param {HTMLTimeElement} time
 * @param {string} ts Slack's: seconds and a count.
 */
function showTime(time, ts) {
  const moment = new Date(Number(ts) * 1000);
  if (ts === "" || Number.isNaN(moment.getTime())) {
    time.textContent = "";
    return;
  }
  time.dateTime = moment.toISOString();
  time.title = moment.toLocaleString();
  const clock = moment.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
  const today = moment.toDateString() === new Date().toDateString();
  time.textContent = today ? clock : `${moment.toLocaleDateString([], { day: "numeric", month: "short" })}, ${clock}`;
}

/** @param {string} text */
export function excerpt(text) {
  const characters = [...text.replace(/\s+/g, " ").trim()];
  return characters.length > 40 ? `${characters.slice(0, 39).join("")}…` : characters.join("");
}

/** One of six, the same for the same name. @param {string} name */
function hueOf(name) {
  let hash = 0;
  for (const character of name) hash = (hash * 33 + (character.codePointAt(0) ?? 0)) % 1_000_003;
  return hash % 6;
}

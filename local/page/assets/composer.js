/**
 * Writing in Slack as one of its people.
 */

import { workspace } from "./api.js";
import { byId, make, tell } from "./dom.js";
import { excerpt } from "./messages.js";

/** @typedef {import("./api.js").Message} Message */
/** @typedef {import("./api.js").Person} Person */
/** @typedef {import("./api.js").Conversation} Conversation */

/** @param {Person} person */
export function nameOf(person) {
  return person.real_name || person.display_name || person.handle;
}

/**
 * @returns {{
 *   show: (conversation: Conversation, people: Person[], speaker: string | null) => void,
 *   reply: (message: Message) => void,
 *   writer: () => string,
 * }} The writer is the id of whoever is chosen to write.
 */
export function createComposer() {
  const form = byId("composer");
  const field = byId("message");
  const writer = byId("writer");
  const problem = byId("composer-problem");
  /** @type {Conversation | null} */
  let conversation = null;
  /** @type {Message | null} */
  let thread = null;
  let sending = false;

  const answer = (/** @type {Message | null} */ message) => {
    thread = message;
    byId("replying").hidden = message === null;
    byId("replying-to").textContent = message
      ? `In the thread of ${message.author}: ${excerpt(message.text)}`
      : "";
  };

  const send = async () => {
    tell(problem, null);
    if (!conversation || sending) return;
    if (field.value.trim() === "") {
      tell(problem, "Write a message first.");
      field.focus();
      return;
    }
    sending = true;
    /** @type {{as: string, channel: string, text: string, thread_ts?: string}} */
    const message = { as: writer.value, channel: conversation.id, text: field.value };
    if (thread) message.thread_ts = thread.thread_ts ?? thread.ts;
    try {
      await workspace.say(message);
      if (field.value === message.text) field.value = "";
      answer(null);
    } catch (failure) {
      tell(problem, /** @type {Error} */ (failure).message);
    } finally {
      sending = false;
    }
  };

  form.addEventListener("submit", (/** @type {Event} */ event) => {
    event.preventDefault();
    void send();
  });
  field.addEventListener("input", () => tell(problem, null));
  field.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
    if (event.key === "Escape" && thread) {
      answer(null);
    } else if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      void send();
    }
  });
  byId("replying-stop").addEventListener("click", () => {
    answer(null);
    field.focus();
  });

  return {
    show(next, people, speaker) {
      if (next.id !== conversation?.id) answer(null);
      conversation = next;
      byId("message-label").textContent = `Message to ${next.label}`;
      field.placeholder = next.archived ? "This channel is archived" : `Message ${next.label}`;
      field.disabled = next.archived;
      byId("send").disabled = next.archived;
      showWriters(writer, people.filter((person) => next.members.includes(person.id)), speaker);
    },
    reply(message) {
      answer(message);
      field.focus();
    },
    writer: () => writer.value,
  };
}

/**
 * @param {HTMLSelectElement} select
 * @param {Person[]} people Who may write here.
 * @param {string | null} speaker Comes last: she has a voice.
 */
function showWriters(select, people, speaker) {
  const before = select.value;
  const ordered = [...people].sort((one, other) => Number(one.id === speaker) - Number(other.id === speaker));
  const wanted = ordered.map((person) => person.id);
  if (wanted.join() !== [...select.options].map((option) => option.value).join()) {
    select.replaceChildren(...ordered.map((person) => make("option", { value: person.id }, nameOf(person))));
    if (wanted.includes(before)) select.value = before;
  }
}

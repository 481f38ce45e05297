/**
 * Which conversations there are, and the list of them.
 */

import { nameOf } from "./composer.js";
import { byId, make, showList } from "./dom.js";

/** @typedef {import("./api.js").Conversation} Conversation */
/** @typedef {import("./api.js").WorkspaceState} WorkspaceState */

/**
 * The conversations that the speaker sees. Everybody has a direct message with her: where nobody
 * wrote yet, one that begins with the first message (its id is "@" and the handle). What is archived
 * or was with somebody who left comes last.
 * @param {WorkspaceState} state
 * @returns {Conversation[]}
 */
export function visibleConversations({ conversations, people, speaker }) {
  const seen = conversations.filter(
    (one) => one.kind === "channel" || speaker === null || one.members.includes(speaker),
  );
  const reached = new Set(seen.filter((one) => one.kind === "im").flatMap((one) => one.members));
  const unopened = people
    .filter((person) => speaker !== null && person.id !== speaker && !person.left && !reached.has(person.id))
    .map((person) => ({
      id: `@${person.handle}`,
      kind: /** @type {"im"} */ ("im"),
      name: person.handle,
      label: `@${nameOf(person)}`,
      members: [person.id, /** @type {string} */ (speaker)],
      archived: false,
    }));
  const gone = new Set(people.filter((person) => person.left).map((person) => person.id));
  const isOver = (/** @type {Conversation} */ one) =>
    one.archived || (one.kind === "im" && one.members.some((member) => gone.has(member)));
  const all = [...seen, ...unopened].map((one) => ({ ...one, over: isOver(one) }));
  return [...all.filter((one) => !one.over), ...all.filter((one) => one.over)];
}

/** @param {Conversation} conversation */
export function isUnopened(conversation) {
  return conversation.id.startsWith("@");
}

/** @param {Conversation} conversation */
export function isDirect(conversation) {
  return conversation.kind === "im" || conversation.kind === "mpim";
}

/**
 * @param {Conversation[]} conversations
 * @param {string | null} selected
 * @param {(id: string) => number} unreadIn
 * @param {(id: string) => void} select
 */
export function showConversations(conversations, selected, unreadIn, select) {
  for (const [list, direct] of [["channels", false], ["directs", true]]) {
    showList(
      byId(/** @type {string} */ (list)),
      conversations.filter((one) => isDirect(one) === direct),
      (one) => one.id,
      (one) => make("li", {}, make("button", { type: "button", on: { click: () => select(one.id) } })),
      (element, one) => showEntry(element, one, one.id === selected, unreadIn(one.id)),
    );
  }
}

/**
 * @param {HTMLElement} element
 * @param {Conversation} conversation
 * @param {boolean} selected
 * @param {number} unread
 */
function showEntry(element, conversation, selected, unread) {
  const button = /** @type {HTMLElement} */ (element.firstElementChild);
  const sign = { channel: "#", private: "🔒", im: "", mpim: "" }[conversation.kind];
  button.replaceChildren(
    make("span", { class: "sign", "aria-hidden": "true" }, sign),
    make("span", { class: "name", dir: "auto" }, conversation.label.replace(/^[#@]/, "")),
  );
  if (conversation.over) {
    button.append(make("span", { class: "small" }, conversation.archived ? "archived" : "left"));
  }
  if (unread > 0) {
    button.append(make("span", { class: "unread" }, String(unread), make("span", { class: "unseen" }, " unread")));
  }
  button.classList.toggle("has-unread", unread > 0);
  if (selected) button.setAttribute("aria-current", "true");
  else button.removeAttribute("aria-current");
}

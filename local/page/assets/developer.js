/**
 * What an Alexa developer wants to see: the request and the response of each turn.
 */

import { wasAsked } from "./api.js";
import { announce, byId, make } from "./dom.js";

/** @typedef {import("./api.js").Turn} Turn */

const KEPT_TURNS = 50;
const TOKEN = /("(?:\\.|[^"\\])*")(\s*:)?|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|\b(?:true|false|null)\b/g;

/** @returns {{add: (turn: Turn) => void, clear: () => void}} Puts a turn on top; takes all away. */
export function createDeveloperView() {
  const list = byId("turns");
  let count = 0;
  const showCount = () => {
    byId("turn-count").textContent = count === 0 ? "no turns yet" : count === 1 ? "1 turn" : `${count} turns`;
  };
  return {
    add(turn) {
      count += 1;
      const before = list.querySelector("details");
      if (before && !before.contains(document.activeElement)) before.open = false;
      list.prepend(entry(turn, count));
      while (list.children.length > KEPT_TURNS) list.lastElementChild.remove();
      showCount();
    },
    clear() {
      count = 0;
      list.replaceChildren();
      showCount();
    },
  };
}

/**
 * @param {Turn} turn
 * @param {number} number
 */
function entry(turn, number) {
  const what = turn.utterance || "(nothing)";
  const title = make("span", { class: "turn-words", dir: "auto" }, what);
  const facts = make(
    "span",
    { class: "turn-facts" },
    wasAsked(turn)
      ? [requestName(turn.request), duration(turn.seconds), turn.rejected ? "rejected" : ""].filter(Boolean).join(" · ")
      : "the skill was not asked",
  );
  if (!wasAsked(turn)) return make("li", { class: "turn unasked" }, title, facts);
  return make(
    "li",
    {},
    make(
      "details",
      { class: "turn", open: true },
      make("summary", {}, title, facts),
      make(
        "div",
        { class: "turn-json" },
        json("Request", number, turn.request),
        json("Response", number, turn.response),
        turn.farewell && json("Farewell", number, turn.farewell),
      ),
    ),
  );
}

/** @param {any} request */
function requestName({ request }) {
  return request?.intent?.name ?? request?.type ?? "";
}

/** @param {number} seconds */
function duration(seconds) {
  return seconds < 1 ? `${Math.round(seconds * 1000)} ms` : `${seconds.toFixed(2)} s`;
}

/**
 * @param {string} name
 * @param {number} number
 * @param {any} value
 */
function json(name, number, value) {
  const text = JSON.stringify(value, null, 2) ?? "null";
  const label = `${name} of turn ${number}`;
  const copy = make("button", { type: "button", class: "quiet", "aria-label": `Copy the ${label.toLowerCase()}` }, "Copy");
  copy.addEventListener("click", async () => {
    const copied = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    copy.textContent = copied ? "Copied" : "Not copied: select the text";
    announce(copied ? `${label} copied.` : `The browser did not let the page copy. Select the text instead.`);
    setTimeout(() => {
      copy.textContent = "Copy";
    }, 2000);
  });
  return make(
    "div",
    { class: "json" },
    make("div", { class: "json-head" }, make("h3", {}, name), copy),
    make("pre", { tabindex: 0, role: "region", "aria-label": label, dir: "ltr" }, coloured(text)),
  );
}

/** @param {string} text JSON. */
function coloured(text) {
  const code = make("code");
  let end = 0;
  for (const match of text.matchAll(TOKEN)) {
    code.append(text.slice(end, match.index));
    const kind = match[2] ? "key" : match[1] ? "string" : "literal";
    code.append(make("span", { class: `json-${kind}` }, match[1] ?? match[0]), match[2] ?? "");
    end = match.index + match[0].length;
  }
  code.append(text.slice(end));
  return code;
}

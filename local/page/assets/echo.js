/**
 * The Echo: saying something, and the conversation so far.
 */

import { echo, followTurns, wasAsked } from "./api.js";
import { byId, make, tell, words } from "./dom.js";
import { createEars, createMouth } from "./voice.js";

/** @typedef {import("./api.js").Turn} Turn */

const STATES = {
  idle: "Idle",
  thinking: "Thinking…",
  listening: "Listening for your answer",
  lost: "Not connected",
};

/**
 * @param {{add: (turn: Turn) => void, clear: () => void}} developer Told of every turn, also of a
 *   rejected one.
 * @param {() => void} onAsked Told when somebody spoke.
 * @returns {{stands: (listens: boolean) => void}}
 */
export function createEcho(developer, onAsked) {
  const field = byId("utterance");
  const problem = byId("say-problem");
  const speak = createMouth(byId("speak-switch"), byId("speak"));
  const past = createPast(field);
  let mine = false;
  let busy = false;
  let open = false;
  let connected = true;
  /** What this page said is told to it like to all others. */
  let told = () => {};

  const show = () => {
    const state = !connected ? "lost" : mine || busy ? "thinking" : open ? "listening" : "idle";
    byId("echo").dataset.state = state;
    const line = byId("echo-state");
    if (line.textContent !== STATES[state]) line.textContent = STATES[state];
    byId("silence").hidden = !open || !connected;
  };

  followTurns({
    onOtherRun() {
      clearLog();
      developer.clear();
      busy = open = false;
      show();
    },
    onAsked(utterance, speaker) {
      busy = true;
      log("you", speaker ? `You (${speaker})` : "You", utterance || "(nothing)");
      onAsked();
      show();
    },
    onTurn(turn) {
      busy = false;
      open = turn.session_open;
      logTurn(turn);
      developer.add(turn);
      told();
      show();
    },
    onFailed(error) {
      busy = false;
      log("error", "Error", error);
      told();
      show();
    },
    onLink(isThere) {
      connected = isThere;
      if (!isThere) told();
      show();
    },
  });

  /** @param {string | null} utterance null: nothing is said. */
  const take = async (utterance) => {
    if (mine || busy) return;
    tell(problem, null);
    mine = true;
    show();
    const isTold = new Promise((resolve) => {
      told = () => resolve(null);
    });
    try {
      const turn = await (utterance === null ? echo.silence() : echo.say(utterance));
      await isTold;
      speak(turn.heard);
    } catch (problem) {
      const failure = /** @type {import("./api.js").Failure} */ (problem);
      if (failure.told) await isTold;
      else log("error", "Error", failure.message);
      if (utterance !== null && field.value === "") field.value = utterance;
    } finally {
      mine = false;
      show();
    }
  };

  /** @param {string} utterance */
  const say = (utterance) => {
    const said = utterance.trim();
    if (mine || busy) {
      tell(problem, "Alexa is still answering. Wait a moment, then say it.");
    } else if (said === "") {
      tell(problem, "Type what you would say to Alexa, then choose Say.");
      field.focus();
    } else {
      past.add(said);
      field.value = "";
      void take(said);
    }
  };

  stayAtEnd(byId("conversation"));
  byId("say-form").addEventListener("submit", (/** @type {Event} */ event) => {
    event.preventDefault();
    say(field.value);
  });
  field.addEventListener("input", () => tell(problem, null));
  for (const example of document.querySelectorAll("[data-say]")) {
    example.addEventListener("click", () => say(/** @type {HTMLElement} */ (example).dataset.say ?? ""));
  }
  byId("silence").addEventListener("click", () => {
    field.focus(); // The button may go away with the session, and the focus with it.
    void take(null);
  });
  createEars(byId("listen"), say, (sentence) => tell(problem, sentence));
  show();
  return {
    /** @param {boolean} listens Whether the Echo that now is spoken to listens without being called. */
    stands(listens) {
      open = listens;
      show();
    },
  };
}

function clearLog() {
  for (const line of document.querySelectorAll("#conversation .said")) line.remove();
  byId("conversation-hint").hidden = false;
}

/** @param {Turn} turn */
function logTurn(turn) {
  const reasons = [turn.rejected ?? []].flat();
  if (turn.heard) {
    log("alexa", "Alexa", turn.heard);
  } else if (!wasAsked(turn) && turn.utterance) {
    log("note", "Not for Slack", "begin with “tell Slack to …”, “ask Slack …” or “open Slack”.");
  } else if (reasons.length === 0) {
    log("note", "Alexa", "(says nothing)");
  }
  for (const reason of reasons) log("error", "A device would reject this answer", reason);
  if (turn.reprompt && turn.session_open) log("note", "If you say nothing", turn.reprompt);
}

/**
 * @param {"you" | "alexa" | "note" | "error"} kind
 * @param {string} who
 * @param {string} text
 */
function log(kind, who, text) {
  const list = byId("conversation");
  byId("conversation-hint").hidden = true;
  const name = make("span", { class: "who" }, kind === "you" || kind === "alexa" ? who : `${who}: `);
  list.append(make("p", { class: `said ${kind}` }, name, " ", words("span", "words", text)));
  list.scrollTop = list.scrollHeight;
}

/**
 * Keeps the newest line in view when the box gets another height: what stands around it comes and goes.
 * @param {HTMLElement} list
 */
function stayAtEnd(list) {
  let isAtEnd = true;
  list.addEventListener("scroll", () => {
    isAtEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 40;
  });
  new ResizeObserver(() => {
    if (isAtEnd) list.scrollTop = list.scrollHeight;
  }).observe(list);
}

/**
 * What was said before, brought back with the arrow keys as in a shell.
 * @param {HTMLInputElement} field
 */
function createPast(field) {
  /** @type {string[]} */
  const said = [];
  let place = 0;
  let unsaid = "";
  field.addEventListener("keydown", (event) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (step === undefined || event.isComposing) return;
    const next = place + step;
    if (next < 0 || next > said.length) return;
    event.preventDefault();
    if (place === said.length) unsaid = field.value;
    place = next;
    field.value = place === said.length ? unsaid : said[place];
    field.setSelectionRange(field.value.length, field.value.length);
  });
  return {
    /** @param {string} utterance */
    add(utterance) {
      if (said.at(-1) !== utterance) said.push(utterance);
      place = said.length;
      unsaid = "";
    },
  };
}

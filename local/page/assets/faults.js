/**
 * Making Slack fail on demand.
 */

import { workspace } from "./api.js";
import { announce, byId, make, tell } from "./dom.js";

/** What the workspace understands, and what it means. Where no number is said: once. */
const FAULTS = [
  ["429 for 30 s", "Too many requests, for 30 seconds (429)"],
  ["500 twice", "Server error, twice (500)"],
  ["hangs", "Slack hangs: no answer comes"],
  ["drops the answer", "Does it, but the answer is lost on the way"],
  ["500 after storing", "Does it, but answers with a server error (500)"],
  ["resets", "Closes the connection at once"],
  ["half an answer", "Does it, but only half of the answer comes"],
  ["html", "Answers with a web page instead of JSON"],
  ["slow 3 s", "Takes three seconds to answer"],
  ["account_inactive", "The account was switched off (account_inactive)"],
  ["token_revoked", "The token was revoked (token_revoked)"],
  ["missing_scope", "The app may not do this (missing_scope)"],
  ["is_archived", "The channel is archived (is_archived)"],
  ["channel_not_found", "The channel is not there (channel_not_found)"],
];

const METHODS = [
  ["", "Posting; every call, where the account ends"],
  ["chat.postMessage", "Posting alone (chat.postMessage)"],
  ["*", "Every call"],
  ["conversations.history", "Reading back (conversations.history)"],
  ["conversations.replies", "Reading threads (conversations.replies)"],
];

/** Fills the fold and makes it work. */
export function createFaults() {
  fill(byId("fault"), FAULTS);
  fill(byId("fault-method"), METHODS);
  const problem = byId("fault-problem");
  const state = byId("fault-set");

  /** @param {Promise<{waiting: string[]}>} work */
  const run = async (work) => {
    tell(problem, null);
    try {
      const { waiting } = await work;
      const result = waiting.length > 0 ? `To come: ${waiting.map(inWords).join("; ")}` : "Slack is well";
      state.textContent = result;
      announce(result);
    } catch (failure) {
      tell(problem, /** @type {Error} */ (failure).message);
    }
  };

  byId("fault-form").addEventListener("submit", (/** @type {Event} */ event) => {
    event.preventDefault();
    void run(workspace.fail(byId("fault").value, byId("fault-method").value));
  });
  byId("fault-clear").addEventListener("click", () => void run(workspace.mend()));
}

/** @param {string} spec As the workspace has it. */
function inWords(spec) {
  const known = FAULTS.find(([value]) => value === spec || spec.startsWith(`${value} `));
  return known ? known[1] : spec;
}

/**
 * @param {HTMLSelectElement} select
 * @param {string[][]} options
 */
function fill(select, options) {
  for (const [value, text] of options) select.append(make("option", { value }, text));
}

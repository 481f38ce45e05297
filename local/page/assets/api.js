/**
 * Talking to the page's server: the Echo's two endpoints and the workspace's controls.
 */

/**
 * @typedef {object} Turn What came of one utterance, or of silence.
 * @property {string} utterance
 * @property {string} heard What Alexa says, as it is heard.
 * @property {string | null} reprompt What she says if nothing follows.
 * @property {boolean} session_open Whether she listens for more.
 * @property {string | string[] | null} rejected Why a device would reject the answer.
 * @property {any} request Empty when the skill was not asked.
 * @property {any} response
 * @property {any} [farewell] The SessionEndedRequest that a failed answer led to.
 * @property {number} seconds
 *
 * @typedef {{id: string, handle: string, real_name: string, display_name: string, left: boolean}} Person
 *
 * @typedef {object} Conversation
 * @property {string} id
 * @property {"channel" | "private" | "im" | "mpim"} kind
 * @property {string} name
 * @property {string} label
 * @property {string[]} members
 * @property {boolean} archived
 * @property {boolean} [over] Whether nothing more will be written there.
 *
 * @typedef {object} WorkspaceState
 * @property {{id: string, name: string, domain: string}} team
 * @property {Person[]} people
 * @property {Conversation[]} conversations
 * @property {string | null} speaker
 * @property {number} now Seconds.
 *
 * @typedef {object} Message
 * @property {string} ts
 * @property {string} user
 * @property {string} author
 * @property {string} text As a person typed it.
 * @property {string} shown The same, with the characters of emoji.
 * @property {string | null} thread_ts
 * @property {boolean} edited
 * @property {boolean} via_app
 * @property {string[]} files
 * @property {string[]} attachments What integrations add.
 * @property {{name: string, emoji: string, by: string[]}[]} reactions
 *
 * @typedef {{kind: string, channel: string | null}} Change
 */

const RECONNECT_MS = 1000;

/** A failure that is told in words: what is wrong, and what to do. */
export class Failure extends Error {
  /** @param {string} sentence @param {boolean} [told] Whether those who follow the turns hear of it, too. */
  constructor(sentence, told = false) {
    super(sentence);
    this.told = told;
  }
}

/**
 * @param {"GET" | "POST" | "DELETE"} method
 * @param {string} path
 * @param {object} [body]
 * @returns {Promise<any>}
 */
export async function call(method, path, body) {
  /** @type {RequestInit} */
  const options = { method, cache: "no-store" };
  if (body !== undefined) {
    options.headers = { "Content-Type": "application/json" };
    options.body = JSON.stringify(body);
  }
  let response;
  let text;
  try {
    response = await fetch(path, options);
    text = await response.text();
  } catch {
    throw new Failure(
      "The local stack does not answer. If it was stopped, start it again with “make demo”; then try once more.",
    );
  }
  const answer = asJson(text);
  if (response.ok && answer !== undefined) return answer;
  throw new Failure(
    answer?.error ??
      `The local stack answered with an error (${response.status}). Look at the terminal in which it runs.`,
    response.status === 502,
  );
}

/**
 * @param {string} text
 * @returns {any} undefined when it is no JSON.
 */
function asJson(text) {
  if (text === "") return null;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export const echo = {
  /** @param {string} utterance @returns {Promise<Turn>} */
  say: (utterance) => call("POST", "/echo/say", { utterance }),
  /** @returns {Promise<Turn>} */
  silence: () => call("POST", "/echo/silence", {}),
};

/**
 * @typedef {object} Speakers Who may stand before which Echo, and who does.
 * @property {{id: string, name: string, devices: {id: string, name: string}[], voices: string[]}[]} accounts
 * @property {string} account
 * @property {string} device
 * @property {string} voice Empty for one that Alexa does not recognize.
 * @property {{account: string, voice: string}} linked Whose Slack, in words; empty for nobody's.
 * @property {boolean} listens
 * @property {boolean} accounts_linked_here Whether everybody links their own Slack.
 */

export const alexa = {
  /** @returns {Promise<Speakers>} */
  speakers: () => call("GET", "/alexa/speakers"),
  /** @param {{account: string, device?: string, voice?: string}} who @returns {Promise<Speakers>} */
  choose: (who) => call("POST", "/alexa/speakers", who),
  /** @returns {Promise<Speakers>} */
  disable: () => call("POST", "/alexa/disable"),
};

export const queue = {
  /**
   * @returns {Promise<{waiting: number, receipt: string}>} How many messages are on their way to
   *   Slack, and what is known of the last one, in words; empty for none.
   */
  look: () => call("GET", "/stack/queue"),
};

/** @param {Turn} turn Whether the skill was asked. */
export function wasAsked({ request }) {
  return Object.keys(request ?? {}).length > 0;
}

export const workspace = {
  /** @returns {Promise<WorkspaceState>} */
  state: () => call("GET", "/_workspace/state"),
  /** @param {string} channel @returns {Promise<Message[]>} */
  messages: async (channel) =>
    (await call("GET", `/_workspace/messages?channel=${encodeURIComponent(channel)}`)).messages,
  /** @param {string} channel @returns {Promise<{id: string, post_at: number, author: string, text: string}[]>} */
  scheduled: async (channel) =>
    (await call("GET", `/_workspace/scheduled?channel=${encodeURIComponent(channel)}`)).scheduled,
  /** @param {{as: string, channel: string, text: string, thread_ts?: string}} message */
  say: (message) => call("POST", "/_workspace/say", message),
  /** @param {string} channel @param {string} ts @param {string} text */
  edit: (channel, ts, text) => call("POST", "/_workspace/edit", { channel, ts, text }),
  /** @param {{as: string, channel: string, ts: string, emoji: string}} reaction */
  react: (reaction) => call("POST", "/_workspace/react", reaction),
  /** @param {string} channel @param {string} ts */
  delete: (channel, ts) => call("POST", "/_workspace/delete", { channel, ts }),
  /** @param {string} spec @param {string} method Empty: where such a fault strikes by itself; "*": everywhere. */
  fail: (spec, method) =>
    call("POST", "/_workspace/faults", method ? { spec, method } : { spec }),
  mend: () => call("DELETE", "/_workspace/faults"),
  /** @param {string} name @returns {Promise<{id: string}>} */
  addPerson: (name) => call("POST", "/_workspace/person", { name }),
  /** @param {string} name @returns {Promise<{id: string}>} */
  addChannel: (name) => call("POST", "/_workspace/channel", { name }),
};

/**
 * @typedef {object} TurnsListener
 * @property {() => void} onOtherRun What was told before belongs to a run of the stack that ended.
 * @property {(utterance: string, speaker: string) => void} onAsked Empty for silence.
 * @property {(turn: Turn) => void} onTurn
 * @property {(error: string, utterance: string) => void} onFailed
 * @property {(connected: boolean) => void} onLink
 */

/**
 * Follows what is said to the Echo, here, in another tab or on the command line.
 * @param {TurnsListener} listener
 * @param {{log: string, number: number}} [known] The last event that was told.
 */
export function followTurns(listener, known = { log: "", number: 0 }) {
  const source = new EventSource(
    `/echo/turns?log=${encodeURIComponent(known.log)}&after=${known.number}`,
  );
  /** @param {string} kind @param {(data: any) => void} tell */
  const on = (kind, tell) =>
    source.addEventListener(kind, (event) => {
      const data = JSON.parse(/** @type {MessageEvent} */ (event).data);
      if (data.number) known = { ...known, number: data.number };
      tell(data);
      document.body.dataset.told = String(known.number);
    });
  on("log", ({ name, last }) => {
    document.body.dataset.last = String(last);
    if (known.log !== name && known.log !== "") listener.onOtherRun();
    if (known.log !== name) known = { log: name, number: 0 };
    listener.onLink(true);
  });
  on("asked", ({ utterance, speaker }) => listener.onAsked(utterance, speaker));
  on("turn", (turn) => listener.onTurn(turn));
  on("failed", ({ error, utterance }) => listener.onFailed(error, utterance));
  source.addEventListener("error", () => {
    source.close();
    listener.onLink(false);
    setTimeout(() => followTurns(listener, known), RECONNECT_MS);
  });
}

/**
 * Follows the workspace's changes for as long as the page is open.
 * @param {(change: Change) => void} onChange
 * @param {(connected: boolean) => void} onLink Called with true after every new connection:
 *   changes may have been missed before it.
 */
export function follow(onChange, onLink) {
  const source = new EventSource("/_workspace/changes");
  source.addEventListener("open", () => onLink(true));
  source.addEventListener("change", (event) => onChange(JSON.parse(event.data)));
  source.addEventListener("error", () => {
    // Browsers try again after some failures and not after others: the page always does.
    source.close();
    onLink(false);
    setTimeout(() => follow(onChange, onLink), RECONNECT_MS);
  });
}

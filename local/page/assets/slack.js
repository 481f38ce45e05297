/**
 * The Slack workspace, live.
 */

import { follow, workspace } from "./api.js";
import { createComposer, nameOf } from "./composer.js";
import { isDirect, isUnopened, showConversations, visibleConversations } from "./conversations.js";
import { announce, byId, oneAtATime, tell } from "./dom.js";
import { excerpt, showMessages, showScheduled } from "./messages.js";

/** @typedef {import("./api.js").Change} Change */
/** @typedef {import("./api.js").Conversation} Conversation */
/** @typedef {import("./api.js").Message} Message */
/** @typedef {import("./api.js").WorkspaceState} WorkspaceState */

/** The Slack side of the page. */
export class Slack {
  /**
   * @param {() => void} onVoice Told when a message that was spoken arrived.
   * @param {() => void} onSpeaker Told when somebody else may speak.
   */
  constructor(onVoice, onSpeaker) {
    this.onVoice = onVoice;
    this.onSpeaker = onSpeaker;
    /** @type {WorkspaceState | null} */
    this.state = null;
    /** @type {Conversation[]} */
    this.conversations = [];
    /** @type {Conversation | null} */
    this.selected = null;
    /** The newest ts that was on the screen, by conversation. @type {Map<string, string>} */
    this.seen = new Map();
    /** @type {Map<string, number>} */
    this.unread = new Map();
    /** The newest ts told to a screen reader, by conversation. @type {Map<string, string>} */
    this.announced = new Map();
    this.openedAt = "0";
    /** @type {Map<string, () => Promise<void>>} */
    this.loads = new Map();
    /** What does not work now, by what was tried: what works hides no other's. @type {Map<string, string>} */
    this.problems = new Map();
    this.composer = createComposer();
    this.refresh = oneAtATime(() => this.guarded("everything", () => this.loadEverything()));
  }

  start() {
    follow(
      (change) => void this.onChange(change),
      (connected) => this.onLink(connected),
    );
  }

  /** @param {boolean} connected */
  onLink(connected) {
    const line = byId("slack-link");
    line.dataset.state = connected ? "live" : "lost";
    line.textContent = connected ? "Live" : "Not connected";
    this.tellProblem(
      "link",
      connected
        ? null
        : "The Slack workspace does not answer. If the stack was stopped, start it again with “make demo”: this page goes on by itself.",
    );
    if (connected) {
      this.onSpeaker();
      void this.refresh();
    }
  }

  /** @param {Change} change */
  async onChange({ kind, channel }) {
    if (kind === "reset") this.seen.clear();
    if (kind === "speaker") this.onSpeaker();
    const known = this.conversations.some((one) => one.id === channel);
    // Without a speaker the workspace is being set up: who is in it may be new with every change.
    if (channel && known && this.state?.speaker && ["message", "edit", "delete", "schedule"].includes(kind)) {
      await this.load(channel);
    } else {
      await this.refresh();
    }
  }

  async loadEverything() {
    const state = await workspace.state();
    if (!this.state) this.openedAt = state.now.toFixed(6);
    this.state = state;
    this.conversations = visibleConversations(state);
    const tried = new Set(["link", "everything", ...this.conversations.map((one) => one.id)]);
    for (const what of [...this.problems.keys()].filter((one) => !tried.has(one))) this.tellProblem(what, null);
    this.selected = this.stillSelected();
    byId("slack-team").textContent = state.team.name;
    this.showSelected();
    await Promise.all(this.conversations.map((one) => this.load(one.id)));
  }

  /** @returns {Conversation | null} */
  stillSelected() {
    const before = this.selected;
    return (
      this.conversations.find((one) => one.id === before?.id) ??
      this.conversations.find((one) => one.label === before?.label && one.kind === before.kind) ??
      this.conversations.find((one) => one.name === "general" && !isDirect(one)) ??
      this.conversations[0] ??
      null
    );
  }

  /** @param {string} id */
  async select(id) {
    const next = this.conversations.find((one) => one.id === id);
    if (!next || next === this.selected) return;
    this.selected = next;
    byId("messages").replaceChildren();
    this.showSelected();
    await this.load(id);
  }

  showSelected() {
    const { selected, state } = this;
    this.showList();
    if (!selected || !state) return;
    byId("channel-title").textContent = selected.label;
    byId("channel-about").textContent = state.people
      .filter((person) => selected.members.includes(person.id))
      .map(nameOf)
      .join(", ");
    this.composer.show(selected, state.people, state.speaker);
  }

  showList() {
    showConversations(
      this.conversations,
      this.selected?.id ?? null,
      (id) => this.unread.get(id) ?? 0,
      (id) => void this.select(id),
    );
  }

  /** @param {string} id */
  load(id) {
    let load = this.loads.get(id);
    if (!load) {
      load = oneAtATime(() => this.guarded(id, () => this.loadMessages(id)));
      this.loads.set(id, load);
    }
    return load();
  }

  /** @param {string} id */
  async loadMessages(id) {
    const conversation = this.conversations.find((one) => one.id === id);
    if (!conversation) return;
    const messages = isUnopened(conversation) ? [] : await workspace.messages(id);
    if (this.selected?.id === id) {
      showScheduled(isUnopened(conversation) ? [] : await workspace.scheduled(id));
    }
    const seen = this.seen.get(id) ?? this.openedAt;
    const news = messages.filter((message) => message.ts > seen);
    if (this.selected?.id === id) {
      this.unread.delete(id);
      this.seen.set(id, messages.reduce((last, { ts }) => (ts > last ? ts : last), seen));
      showMessages(messages, {
        reply: (message) => this.composer.reply(message),
        edit: (message, text) => workspace.edit(id, message.ts, text),
        remove: (message) => workspace.delete(id, message.ts),
        react: (message, emoji) =>
          workspace.react({ as: this.composer.writer(), channel: id, ts: message.ts, emoji }),
      });
    } else {
      this.unread.set(id, news.length);
    }
    this.showList();
    const newest = news.at(-1);
    if (news.some((message) => message.via_app && message.ts > (this.announced.get(id) ?? ""))) this.onVoice();
    if (!newest || newest.ts <= (this.announced.get(id) ?? "")) return;
    this.announced.set(id, newest.ts);
    announce(`Slack, ${conversation.label}: ${newest.author}: ${excerpt(newest.text)}`);
  }

  /**
   * Failures are told where the workspace is shown.
   * @param {string} what
   * @param {() => Promise<void>} work
   */
  async guarded(what, work) {
    try {
      await work();
      this.tellProblem(what, null);
    } catch (failure) {
      this.tellProblem(what, /** @type {Error} */ (failure).message);
    }
  }

  /**
   * Shows the newest of what does not work.
   * @param {string} what
   * @param {string | null} problem
   */
  tellProblem(what, problem) {
    this.problems.delete(what);
    if (problem) this.problems.set(what, problem);
    tell(byId("slack-problem"), [...this.problems.values()].at(-1) ?? null);
  }
}

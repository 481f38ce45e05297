/**
 * Slack's markup as Slack shows it: bold, italic, struck, code, quotes and links.
 */

import { make } from "./dom.js";

const BLOCK = /```\n?([\s\S]+?)\n?```/g;
const INLINE =
  /`([^`\n]+)`|(?<!\w)\*(\S(?:[^*\n]*\S)?)\*(?!\w)|(?<!\w)_(\S(?:[^_\n]*\S)?)_(?!\w)|(?<!\w)~(\S(?:[^~\n]*\S)?)~(?!\w)|(https?:\/\/[^\s<>]*[^\s<>.,;:!?'")\]])|((?<![\w@])@[\w.-]+)/g;

/**
 * @param {string} text As a person typed it.
 * @returns {(Node | string)[]}
 */
export function marked(text) {
  /** @type {(Node | string)[]} */
  const nodes = [];
  let end = 0;
  for (const block of text.matchAll(BLOCK)) {
    nodes.push(...paragraphs(text.slice(end, block.index)), make("pre", {}, make("code", {}, block[1])));
    end = block.index + block[0].length;
  }
  nodes.push(...paragraphs(text.slice(end)));
  return nodes;
}

/** Lines that begin with ">" are quoted. @param {string} text */
function paragraphs(text) {
  /** @type {(Node | string)[]} */
  const nodes = [];
  for (const [isQuoted, lines] of runs(text.split("\n"))) {
    const said = isQuoted ? lines.map((line) => line.replace(/^> ?/, "")) : lines;
    const words = inline(said.join("\n"));
    if (isQuoted) nodes.push(make("blockquote", {}, ...words));
    else nodes.push(...words);
  }
  return nodes;
}

/**
 * @param {string[]} lines
 * @returns {[boolean, string[]][]} Lines beside each other that are quoted, or are not.
 */
function runs(lines) {
  /** @type {[boolean, string[]][]} */
  const found = [];
  for (const line of lines) {
    const isQuoted = line.startsWith(">");
    const last = found.at(-1);
    if (last && last[0] === isQuoted) last[1].push(line);
    else found.push([isQuoted, [line]]);
  }
  return found;
}

/**
 * @param {string} text
 * @returns {(Node | string)[]}
 */
function inline(text) {
  /** @type {(Node | string)[]} */
  const nodes = [];
  let end = 0;
  for (const match of text.matchAll(INLINE)) {
    nodes.push(text.slice(end, match.index), styled(match));
    end = match.index + match[0].length;
  }
  nodes.push(text.slice(end));
  return nodes;
}

/** @param {RegExpMatchArray} match */
function styled([whole, code, bold, italic, struck, address, mention]) {
  if (code) return make("code", {}, code);
  if (bold) return make("strong", {}, ...inline(bold));
  if (italic) return make("em", {}, ...inline(italic));
  if (struck) return make("s", {}, ...inline(struck));
  if (address) return make("a", { href: address, target: "_blank", rel: "noreferrer noopener" }, address);
  return mention ? make("span", { class: "mention" }, whole) : whole;
}

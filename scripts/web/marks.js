/** Text with the words that were looked for in <mark>. */

import { element } from "./dom.js";
import { words } from "./fold.js";

/** @typedef {import("./dom.js").Child} Child */

/**
 * @typedef {object} Part
 * @property {string} text
 * @property {boolean} marked
 */

/**
 * The text in parts, neighbouring marked words joined to one.
 * @param {string} text
 * @param {(key: string) => boolean} marks
 * @returns {Part[]}
 */
export function parts(text, marks) {
  const found = words(text).filter((word) => marks(word.key));
  /** @type {Array<{start: number, end: number}>} */
  const spans = [];
  for (const { start, end } of found) {
    const last = spans[spans.length - 1];
    if (last && text.slice(last.end, start).trim() === "") last.end = end;
    else spans.push({ start, end });
  }
  const cuts = [0, ...spans.flatMap(({ start, end }) => [start, end]), text.length];
  return cuts.slice(1)
    .map((end, i) => ({ text: text.slice(cuts[i], end), marked: i % 2 === 1 }))
    .filter((part) => part.text !== "");
}

/**
 * @param {string} text
 * @param {(key: string) => boolean} marks
 * @returns {Child[]}
 */
export const markedText = (text, marks) =>
  parts(text, marks).map((part) => (part.marked ? element("mark", {}, part.text) : part.text));

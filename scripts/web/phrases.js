/** How near a name is to what was typed: words side by side, words left over, marks. */

import { hasMarks } from "./fold.js";

/** @typedef {import("./fold.js").Word} Word */
/** @typedef {(index: number, key: string) => boolean} Meets  does the query's word meet this one? */

/** Stands before half of all names and says nothing. */
const OPENING = ["thu", "tuc"];

/**
 * @typedef {object} Nearness  shares from 0 to 1
 * @property {number} adjacent  neighbours of the query that are neighbours in the name
 * @property {number} filled    the name's words that the query explains
 * @property {number} toned     typed marks that the name has as well; 1 when none were typed
 */

/**
 * @param {Word[]} name
 * @returns {Word[]}
 */
function withoutOpening(name) {
  const opens = name.length > OPENING.length && OPENING.every((key, i) => name[i].key === key);
  return opens ? name.slice(OPENING.length) : name;
}

/**
 * @param {Word[]} query
 * @param {Word[]} name
 * @param {Meets} meets
 * @returns {number}
 */
function adjacency(query, name, meets) {
  const pairs = query.length - 1;
  if (pairs < 1) return query.some((_, i) => name.some((word) => meets(i, word.key))) ? 1 : 0;
  let found = 0;
  for (let i = 0; i < pairs; i += 1) {
    const side = name.some((word, j) =>
      j + 1 < name.length && meets(i, word.key) && meets(i + 1, name[j + 1].key));
    if (side) found += 1;
  }
  return found / pairs;
}

/**
 * @param {Word[]} query
 * @param {Word[]} name
 * @returns {number}
 */
function toneShare(query, name) {
  const marked = query.filter(hasMarks);
  if (marked.length === 0) return 1;
  const toned = new Set(name.map((word) => word.toned));
  return marked.filter((word) => toned.has(word.toned)).length / marked.length;
}

/**
 * @param {Word[]} query
 * @param {Word[]} name   words of a title or of another name
 * @param {Meets} meets
 * @returns {Nearness}
 */
export function nearness(query, name, meets) {
  const core = withoutOpening(name);
  const explained = core.filter((word) => query.some((_, i) => meets(i, word.key)));
  return {
    adjacent: adjacency(query, core, meets),
    filled: core.length === 0 ? 0 : explained.length / core.length,
    toned: toneShare(query, name),
  };
}

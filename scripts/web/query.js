/** From typed text to the questions put to the index. */

import { hasMarks, words } from "./fold.js";
import { variants } from "./synonyms.js";

/** @typedef {import("./fold.js").Word} Word */
/** @typedef {import("./vocabulary.js").Vocabulary} Vocabulary */

/** Words of a sentence, not of a name: asked for with them and without. */
const FILLERS = new Set(
  ["thủ", "tục", "làm", "xin", "muốn", "tôi", "em", "hỏi", "cách", "cần", "cho", "của", "và", "để", "về", "ở",
    "đâu", "gì", "nào", "thế", "như", "thì", "là", "được", "bị", "phải", "đi", "mình", "ra", "sao", "xem"]
    .flatMap((filler) => words(filler).map((word) => word.toned)),
);
/** Typed without marks these are fillers more often than lâm, hội, cận … */
const PLAIN_FILLERS = new Set(["thu", "tuc", "lam", "xin", "muon", "cho", "de", "gi", "nao", "nhu", "the", "o", "xem"]);

/**
 * @param {Word} word
 * @returns {boolean}
 */
const isFiller = (word) => (hasMarks(word) ? FILLERS.has(word.toned) : PLAIN_FILLERS.has(word.key));

/** For whom one asks ("khai tử cho bố"): seldom a word of a name. */
const RELATIVES = new Set(
  ["bố", "ba", "má", "mẹ", "cha", "ông", "bà", "con", "cháu", "bé", "vợ", "chồng", "anh", "chị"]
    .map((relative) => words(relative)[0].key),
);

/**
 * @param {Word} word
 * @param {number} i
 * @param {Word[]} query
 * @returns {boolean}
 */
const isRelative = (word, i, query) => query[i - 1]?.key === "cho" && RELATIVES.has(word.key);

/**
 * @param {Word[]} query
 * @returns {Word[]}
 */
function withoutFillers(query) {
  const kept = query.filter((word, i) => !isFiller(word) && !isRelative(word, i, query));
  return kept.length > 0 ? kept : query;
}

/**
 * The query with words parted that were run together, and sure typing errors put right, so that an
 * everyday word is recognised.
 * @param {Word[]} query
 * @param {Vocabulary} vocabulary
 * @returns {Word[]}
 */
function repaired(query, vocabulary) {
  const parted = query.flatMap((word) => {
    const parts = vocabulary.parted(word.key);
    return parts.length > 1 ? words(parts.join(" ")) : [word];
  });
  const keys = parted.map((word) => word.key);
  return parted.map((word, i) => {
    const key = vocabulary.corrected(keys, i);
    return key === word.key ? word : words(key)[0];
  });
}

/**
 * What to look for: the query and its official wordings, each with and without the fillers.
 * @param {string} query
 * @param {Vocabulary} vocabulary
 * @returns {Word[][]}
 */
export function questions(query, vocabulary) {
  const whole = variants(repaired(words(query), vocabulary));
  const asked = [...whole, ...whole.map(withoutFillers), ...variants(withoutFillers(whole[0]))];
  const distinct = new Map(asked.map((question) => [question.map((word) => word.key).join(" "), question]));
  distinct.delete("");
  return [...distinct.values()];
}

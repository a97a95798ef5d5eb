/** How well one row answers one question. */

import { unasked } from "./ordinary.js";
import { nearness } from "./phrases.js";
import { PAPERS } from "./rowindex.js";

/** @typedef {import("./fold.js").Word} Word */
/** @typedef {import("./phrases.js").Meets} Meets */
/** @typedef {import("./rowindex.js").Wording} Wording */
/** @typedef {import("minisearch").SearchResult} SearchResult */

/**
 * @typedef {object} Verdict
 * @property {number} score
 * @property {boolean} full   all words of the question are somewhere in the row
 * @property {boolean} solid  all outside the papers, and half of the neighbours side by side in one name
 */

/** Measured on tests/search_queries.yml. */
const ADJACENT = 5;
const WHOLE_PHRASE = 1.6;
const FILLED = 1;
const TONED = 0.5;
const CONTEXT = 0.4;
const SPECIAL_CASE = 0.75;
const ONLY_PAPERS = 0.15;
const PHRASE_IN_PAPER = 0.7;
const COVERAGE = 2;
const SOLID = 0.5;
const KIND = { p: 1, e: 0.9, t: 0.9, n: 0.7 };

/**
 * The row's text that comes nearest, and what it is worth.
 * @param {Word[]} question
 * @param {Wording} wording
 * @param {Meets} meets
 * @returns {{adjacent: number, worth: number}}
 */
function nearest(question, wording, meets) {
  const judge = (/** @type {number} */ share) => (/** @type {Word[]} */ text) => {
    const { adjacent, filled, toned } = nearness(question, text, meets);
    const worth = (1 + ADJACENT * adjacent) * (1 + FILLED * filled) * (1 - TONED + TONED * toned);
    return { adjacent, worth: share * worth * (adjacent === 1 ? WHOLE_PHRASE : 1) };
  };
  return [...wording.names.map(judge(1)), ...wording.context.map(judge(CONTEXT))]
    .reduce((best, text) => (text.worth > best.worth ? text : best));
}

/**
 * True when one paper has the whole question as it was typed, the last word perhaps unfinished.
 * @param {Word[]} question
 * @param {Wording} wording
 * @returns {boolean}
 */
const phraseInPaper = (question, wording) =>
  question.length > 1 && wording.papers().includes(` ${question.map((word) => word.key).join(" ")}`);

/**
 * BM25 for a word of the question: MiniSearch multiplies the sum by the number of words it found.
 * @param {SearchResult} result
 * @param {Word[]} question
 * @returns {number}
 */
const textScore = (result, question) => result.score / result.queryTerms.length / question.length;

/**
 * @typedef {object} Shares  of the question's words, 0 to 1
 * @property {number} coverage  found anywhere in the row
 * @property {number} core      found outside the papers
 */

/**
 * @param {SearchResult} result
 * @param {Word[]} question
 * @param {Meets} meets
 * @returns {Shares}
 */
export function shares(result, question, meets) {
  const found = Object.entries(result.match);
  const outside = found.filter(([, fields]) => fields.some((field) => field !== PAPERS));
  const share = (/** @type {typeof found} */ terms) =>
    question.filter((_, i) => terms.some(([key]) => meets(i, key))).length / question.length;
  return { coverage: share(found), core: share(outside) };
}

/**
 * @param {SearchResult} result
 * @param {Shares} found
 * @param {Word[]} question
 * @param {Wording} wording
 * @param {"p"|"e"|"n"|"t"} kind
 * @param {Meets} meets
 * @returns {Verdict}
 */
export function judge(result, { coverage, core }, question, wording, kind, meets) {
  const special = unasked(wording.special, question.map((word) => word.key));
  const name = nearest(question, wording, meets);
  let worth = name.worth;
  if (core < 1) worth *= ONLY_PAPERS + (1 - ONLY_PAPERS) * core;
  if (core < 1 && coverage === 1 && phraseInPaper(question, wording)) {
    worth += PHRASE_IN_PAPER * WHOLE_PHRASE * (1 + ADJACENT);
  }
  const score = Math.sqrt(textScore(result, question)) * worth * coverage ** COVERAGE
    * KIND[kind] * SPECIAL_CASE ** special;
  return { score, full: coverage === 1, solid: core === 1 && name.adjacent >= SOLID };
}

/** Which rows answer a query, best first. */

import { rowsByCode } from "./codes.js";
import { nearestFields } from "./nearest.js";
import { questions } from "./query.js";
import { indexRows } from "./rowindex.js";
import { judge, shares } from "./score.js";

/** @typedef {import("./fold.js").Word} Word */
/** @typedef {import("./rows.js").Row} Row */
/** @typedef {import("./rowindex.js").RowIndex} RowIndex */
/** @typedef {import("./vocabulary.js").Reading} Reading */

/**
 * @typedef {object} Found
 * @property {Row} row
 * @property {boolean} byCode
 * @property {(key: string) => boolean} marks  is this folded word one that was looked for?
 */

/** @typedef {Found & import("./score.js").Verdict} Hit */

/**
 * @typedef {object} Answer
 * @property {Found[]} hits
 * @property {boolean} near  true when no row has all words: these are the nearest
 */

/**
 * @typedef {object} Engine
 * @property {(query: string) => Answer} search
 * @property {(query: string) => Row[]} fieldsNear  pages of fields, for a query without an answer
 */

/** Of the nearest rows, those that come close to the best one. */
const NEAR_BEST = 0.6;
/** Rows with all words, but scattered over a long name and its papers, end far below the best. */
const FAR_FROM_BEST = 0.1;
/** With half of the words or fewer a row is not worth judging: most rows have some of them. */
const TOO_FEW = 0.5;

/**
 * @param {readonly Reading[]} readings
 * @param {string} key
 * @returns {boolean}
 */
const readsAs = (readings, key) =>
  readings.some(({ term, prefix }) => term === key || (prefix && key.startsWith(term)));

/**
 * @param {readonly Row[]} rows
 * @param {RowIndex} index
 * @param {Word[]} question
 * @param {boolean} guess
 * @returns {Hit[]}
 */
function ask(rows, index, question, guess) {
  const readings = index.vocabulary.readings(question.map((word) => word.key), guess);
  const terms = new Map(readings.flat().map((reading) => [reading.term, reading]));
  if (terms.size === 0) return [];
  const results = index.text.search([...terms.keys()].join(" "), {
    prefix: (term) => terms.get(term)?.prefix ?? false,
    boostTerm: (term) => terms.get(term)?.weight ?? 1,
  });
  const meets = (/** @type {number} */ i, /** @type {string} */ key) => readsAs(readings[i], key);
  const marks = (/** @type {string} */ key) => readings.some((reading) => readsAs(reading, key));
  return results.flatMap((result) => {
    const found = shares(result, question, meets);
    if (found.coverage <= TOO_FEW) return [];
    const row = rows[result.id];
    const verdict = judge(result, found, question, index.wordings[result.id], row.k, meets);
    return [{ row, byCode: false, marks, ...verdict }];
  });
}

/**
 * @param {Hit[]} hits
 * @returns {Hit[]}  one a row, best first
 */
function ranked(hits) {
  /** @type {Map<Row, Hit>} */
  const best = new Map();
  for (const hit of hits) if (hit.score > (best.get(hit.row)?.score ?? 0)) best.set(hit.row, hit);
  return [...best.values()].sort((one, other) => other.score - one.score);
}

/**
 * Rows that have all words where the best one has them, else those that come close to the best.
 * @param {Hit[]} hits  best first
 * @returns {Answer}
 */
function answer(hits) {
  if (hits.length === 0) return { hits, near: false };
  const [{ full, score }] = hits;
  const least = score * (full ? FAR_FROM_BEST : NEAR_BEST);
  return { hits: hits.filter((hit) => hit.score >= least && (hit.full || !full)), near: !full };
}

/**
 * @param {readonly Row[]} rows
 * @returns {Promise<Engine>}
 */
export async function createEngine(rows) {
  const index = await indexRows(rows);

  /** @type {Engine["search"]} */
  function search(query) {
    const byCode = rowsByCode(rows, query);
    if (byCode.length > 0) {
      return { hits: byCode.map((row) => ({ row, byCode: true, marks: () => false })), near: false };
    }
    const asked = questions(query, index.vocabulary);
    const typed = asked.flatMap((question) => ask(rows, index, question, false));
    if (typed.some((hit) => hit.full && hit.solid)) return answer(ranked(typed));
    const guessed = asked.flatMap((question) => ask(rows, index, question, true));
    return answer(ranked([...typed, ...guessed]));
  }

  const fieldsNear = (/** @type {string} */ query) =>
    nearestFields(rows, index, questions(query, index.vocabulary)[0] ?? []);

  return { search, fieldsNear };
}

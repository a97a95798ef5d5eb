/** The fields of service that come nearest to a query no row answers. */

/** @typedef {import("./fold.js").Word} Word */
/** @typedef {import("./rows.js").Row} Row */
/** @typedef {import("./rowindex.js").RowIndex} RowIndex */

const MOST = 3;
/** A field that only shares a word of every other title is no help: of the best, those near it. */
const NEAR_BEST = 0.4;

/**
 * The pages of the fields whose procedures have most of the query's words, rare words first.
 * @param {readonly Row[]} rows
 * @param {RowIndex} index
 * @param {readonly Word[]} question
 * @returns {Row[]}
 */
export function nearestFields(rows, index, question) {
  const keys = question.map((word) => word.key);
  // A word as it was typed says more than one that only looks like it.
  const typed = index.vocabulary.readings(keys, false).flat();
  const readings = typed.length > 0 ? typed : index.vocabulary.readings(keys, true).flat();
  const terms = new Map(readings.map((reading) => [reading.term, reading]));
  if (terms.size === 0) return [];
  const results = index.text.search([...terms.keys()].join(" "), {
    prefix: (term) => terms.get(term)?.prefix ?? false,
    boostTerm: (term) => terms.get(term)?.weight ?? 1,
  });
  /** @type {Map<string, number>} */
  const best = new Map();
  for (const { id, score } of results) {
    const field = rows[id].k === "p" ? rows[id].f : "";
    if (field) best.set(field, Math.max(best.get(field) ?? 0, score));
  }
  const least = Math.max(0, ...best.values()) * NEAR_BEST;
  const pages = new Map(rows.filter((row) => row.k === "t").map((row) => [row.t, row]));
  return [...best].filter(([, score]) => score >= least)
    .sort(([, one], [, other]) => other - one)
    .flatMap(([field]) => pages.get(field) ?? [])
    .slice(0, MOST);
}

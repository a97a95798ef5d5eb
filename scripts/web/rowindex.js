/** The full-text index over the rows, and each row's names and papers as words. */

import MiniSearch from "minisearch";

import { keys, words } from "./fold.js";
import { specialCases } from "./ordinary.js";
import { Vocabulary } from "./vocabulary.js";

/** @typedef {import("./fold.js").Word} Word */
/** @typedef {import("./rows.js").Row} Row */

/**
 * @typedef {object} Wording  a row's texts as words
 * @property {Word[][]} names     the title and the other names
 * @property {Word[][]} context   the field of service; a post's or page's summary
 * @property {() => string} papers  folded words, a space before each, ";" behind each paper; made when asked for
 * @property {string[][]} special  special cases that the title speaks of
 */

/**
 * @typedef {object} RowIndex
 * @property {MiniSearch} text
 * @property {Vocabulary} vocabulary
 * @property {Wording[]} wordings  by the number of the row
 */

export const PAPERS = "g";
const FIELDS = ["t", "w", "f", PAPERS, "s"];
const BOOSTS = { t: 4, w: 4, f: 1.5, s: 0.6, [PAPERS]: 0.4 };

/**
 * The summary as far as it is searched: a procedure's holds its time limit and fee, words that would
 * answer every query.
 * @param {Row} row
 * @returns {string}
 */
const searchedSummary = (row) => (row.k === "p" ? "" : row.s);

/**
 * @param {string} list  texts with ";" between them
 * @returns {Word[][]}
 */
const wordLists = (list) => list.split(";").map(words).filter((name) => name.length > 0);

/**
 * @param {Row} row
 * @returns {Wording}
 */
function wordingOf(row) {
  /** @type {string | undefined} */
  let papers;
  return {
    names: [words(row.t), ...wordLists(row.w)],
    context: [row.f, searchedSummary(row)].map(words).filter((text) => text.length > 0),
    papers: () => (papers ??= row.g.split(";").map((paper) => ` ${keys(paper).join(" ")};`).join("")),
    special: specialCases(keys(row.t)),
  };
}

/** So many rows at once keep a slow telephone's screen alive. */
const ROWS_AT_ONCE = 20;

const pause = () => new Promise((resolve) => {
  setTimeout(resolve);
});

/**
 * @param {Set<string>} known  is filled with every word that is indexed
 * @returns {MiniSearch}
 */
const emptyIndex = (known) => new MiniSearch({
  fields: FIELDS,
  tokenize: keys,
  processTerm: (term) => {
    known.add(term);
    return term;
  },
  searchOptions: {
    tokenize: (terms) => terms.split(" "),
    processTerm: (term) => term,
    boost: BOOSTS,
    combineWith: "OR",
  },
});

/**
 * @param {readonly Row[]} rows
 * @returns {Promise<RowIndex>}
 */
export async function indexRows(rows) {
  /** @type {Set<string>} */
  const known = new Set();
  const text = emptyIndex(known);
  /** @type {Wording[]} */
  const wordings = [];
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    const some = rows.slice(at, at + ROWS_AT_ONCE);
    text.addAll(some.map((row, i) => ({ ...row, s: searchedSummary(row), id: at + i })));
    wordings.push(...some.map(wordingOf));
    await pause();
  }
  const names = wordings.flatMap((wording) => wording.names);
  const vocabulary = new Vocabulary(known, names.map((name) => name.map((word) => word.key)));
  return { text, vocabulary, wordings };
}

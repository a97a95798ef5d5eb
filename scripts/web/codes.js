/** Procedure codes in a query: "1.001193", "1001193", "001193", "mã 1.0011", with a suffix or not. */

/** @typedef {import("./rows.js").Row} Row */

const FULL_CODE = /(?:^|[^\d.])(\d\.\d{6})(?!\d)/;
const CODE_WORDS = /^\s*(?:mã(?:\s+(?:số|tthc|thủ tục))?|ma(?:\s+(?:so|tthc|thu tuc))?)\s*:?\s*/iu;
const PART_OF_CODE = /^\d[\d.\s]*$/;
const FEWEST_DIGITS = 3;

/**
 * @param {string} code
 * @returns {string}
 */
const digits = (code) => code.replace(/\D/g, "");

/**
 * What a query says about a code, as digits: seven for a whole code, fewer for a part.
 * @param {string} query
 * @returns {string}  "" when the query names no code
 */
export function codeIn(query) {
  const whole = FULL_CODE.exec(query);
  if (whole) return digits(whole[1]);
  const rest = query.replace(CODE_WORDS, "").trim();
  const part = digits(rest);
  return PART_OF_CODE.test(rest) && part.length >= FEWEST_DIGITS ? part : "";
}

/**
 * Rows whose code begins with the query's digits, first digit given or left out; equal codes first.
 * @param {readonly Row[]} rows
 * @param {string} query
 * @returns {Row[]}
 */
export function rowsByCode(rows, query) {
  const wanted = codeIn(query);
  if (wanted === "") return [];
  const begins = rows.filter((row) => digits(row.c).startsWith(wanted));
  const tails = rows.filter((row) => !begins.includes(row) && digits(row.c).slice(1).startsWith(wanted));
  return [...begins, ...tails];
}

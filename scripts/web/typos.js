/** Typing errors: one letter wrong, missing, too many or swapped. */

const SHORTEST_WITH_ERROR = 3;

/**
 * True when one edit (change, insertion, deletion, swap of neighbours) makes `a` into `b`.
 * @param {string} a
 * @param {string} b
 * @returns {boolean}
 */
export function oneEditApart(a, b) {
  if (a.length > b.length) return oneEditApart(b, a);
  if (b.length - a.length > 1 || a === b) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i += 1;
  if (a.length < b.length) return a.slice(i) === b.slice(i + 1);
  if (a.slice(i + 1) === b.slice(i + 1)) return true;
  return a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2);
}

/**
 * Known words one typing error away; words of two letters and numbers are taken as typed.
 * @param {string} word
 * @param {Iterable<string>} vocabulary
 * @returns {string[]}
 */
export function neighbours(word, vocabulary) {
  if (word.length < SHORTEST_WITH_ERROR || /\d/.test(word)) return [];
  return [...vocabulary].filter((known) => oneEditApart(word, known));
}

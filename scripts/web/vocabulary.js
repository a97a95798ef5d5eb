/** The words of all rows, and what a typed word may stand for among them. */

import { neighbours } from "./typos.js";

/**
 * @typedef {object} Reading  one way to read a typed word
 * @property {string} term
 * @property {boolean} prefix  longer words that begin so are meant too
 * @property {number} weight   1 as typed, less when guessed
 */

const GUESSED = 0.6;

/**
 * True when some known word is longer and begins with `start`.
 * @param {readonly string[]} sorted
 * @param {string} start
 * @returns {boolean}
 */
function begins(sorted, start) {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] <= start) low = middle + 1;
    else high = middle;
  }
  return sorted[low]?.startsWith(start) ?? false;
}

/**
 * @param {string} one
 * @param {string} next
 * @returns {string}
 */
const pair = (one, next) => `${one} ${next}`;

export class Vocabulary {
  /**
   * @param {Set<string>} known                every word of the rows
   * @param {Iterable<readonly string[]>} names  the words of each name, in order
   */
  constructor(known, names) {
    this.known = known;
    this.sorted = [...known].sort();
    this.pairs = new Set();
    for (const name of names) name.forEach((word, i) => i > 0 && this.pairs.add(pair(name[i - 1], word)));
  }

  /**
   * Readings of a query's words: a word itself, the beginning of a longer one, or known words a typing
   * error away.
   * @param {readonly string[]} query
   * @param {boolean} guess  also doubt known words
   * @returns {Reading[][]}  one list a word; empty where nothing is like it
   */
  readings(query, guess) {
    return query.map((key, i) => {
      const known = this.known.has(key);
      const prefix = (i === query.length - 1 || !known) && begins(this.sorted, key);
      const typed = known || prefix ? [{ term: key, prefix, weight: 1 }] : [];
      return typed.length > 0 && !guess ? typed : [...typed, ...this.guesses(query, i)];
    });
  }

  /**
   * Known words an error away; where some stand beside the query's next or last word in a name, only those.
   * @param {readonly string[]} query
   * @param {number} i
   * @returns {Reading[]}
   */
  guesses(query, i) {
    const near = neighbours(query[i], this.known);
    const fitting = near.filter((word) =>
      this.pairs.has(pair(query[i - 1], word)) || this.pairs.has(pair(word, query[i + 1])));
    return (fitting.length > 0 ? fitting : near).map((term) => ({ term, prefix: false, weight: GUESSED }));
  }

  /**
   * What the writer surely meant: an unknown word that is like one known word only.
   * @param {readonly string[]} query
   * @param {number} i
   * @returns {string}  the word itself when there is doubt
   */
  corrected(query, i) {
    if (this.known.has(query[i]) || begins(this.sorted, query[i])) return query[i];
    const guesses = this.guesses(query, i);
    return guesses.length === 1 ? guesses[0].term : query[i];
  }

  /**
   * Two words typed without the space between them ("khaisinh"), if some name has them side by side.
   * @param {string} key
   * @returns {string[]}  the one word when it is none of these
   */
  parted(key) {
    if (this.known.has(key)) return [key];
    for (let i = 2; i <= key.length - 2; i += 1) {
      if (this.pairs.has(pair(key.slice(0, i), key.slice(i)))) return [key.slice(0, i), key.slice(i)];
    }
    return [key];
  }
}

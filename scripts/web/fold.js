/**
 * Vietnamese text made comparable. `fold()` has a twin in Python (cchc.base.text.fold);
 * tests/web/fold_cases.json holds the examples both must pass.
 */

/** Soft hyphens, zero-width signs and direction marks, found inside syllables of real names. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu;
const MARKS = /\p{Mn}/gu;
const D_LETTERS = /[đĐðÐ]/gu;
/** hy = hi, ký = kí, quý = quí; but giấy and giải, máy and mai are different words. */
const FINAL_Y = /(^|[^a])y(?![a-z0-9])/g;
const WORD = /[\p{L}\p{Mn}\p{N}\u00AD\u200B-\u200F\u2060\uFEFF]+/gu;
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/**
 * @typedef {object} Word
 * @property {string} key    folded form, what is compared
 * @property {string} toned  form with its marks, the same in both tone styles (hoà = hòa)
 * @property {number} start  offset of the first character in the text
 * @property {number} end    offset behind the last character
 */

/**
 * Lower case, without marks, with single spaces: "Đăng  KÝ" and "dang ki" become equal.
 * @param {string} text
 * @returns {string}
 */
export function fold(text) {
  return text
    .replace(INVISIBLE, "")
    .normalize("NFD")
    .replace(MARKS, "")
    .replace(D_LETTERS, "d")
    .toLowerCase()
    .replace(FINAL_Y, "$1i")
    .replace(/\s+/gu, " ")
    .trim();
}

/**
 * One word with its shape marks (ă â ê ô ơ ư đ) in place and its tone at the end.
 * @param {string} word
 * @returns {string}
 */
function tonedKey(word) {
  const letters = word.replace(INVISIBLE, "").normalize("NFD").toLowerCase().replace(/ð/gu, "đ");
  const tones = (letters.match(TONES) ?? []).join("");
  return letters.replace(TONES, "").replace(FINAL_Y, "$1i") + tones;
}

/**
 * Vietnamese has few syllables: each is worked out only once, which makes the index five times faster.
 * @param {(word: string) => string} form
 * @returns {(word: string) => string}
 */
function once(form) {
  /** @type {Map<string, string>} */
  const known = new Map();
  return (word) => {
    let made = known.get(word);
    if (made === undefined) known.set(word, (made = form(word)));
    return made;
  };
}

const keyOf = once(fold);
const tonedOf = once(tonedKey);

/**
 * The words of a text with their places, so that a hit can be marked in the text itself.
 * @param {string} text
 * @returns {Word[]}
 */
export function words(text) {
  return Array.from(text.matchAll(WORD), ({ 0: word, index: start }) => (
    { key: keyOf(word), toned: tonedOf(word), start, end: start + word.length }))
    .filter((word) => word.key !== "");
}

/**
 * Only the folded words.
 * @param {string} text
 * @returns {string[]}
 */
export function keys(text) {
  return (text.match(WORD) ?? []).map(keyOf).filter((key) => key !== "");
}

/**
 * True when the writer typed marks, so that đất, đặt and đạt can be told apart.
 * @param {Word} word
 * @returns {boolean}
 */
export function hasMarks(word) {
  return word.toned !== word.key;
}

/** The board's data: niem-yet/board.json, made by cchc.site.board.board_data. */

/**
 * @typedef {object} Shelf   a tile of the start: a field of service or a life event
 * @property {"field"|"life"} kind
 * @property {string} key
 * @property {string} name
 * @property {string} at       address of its page, as search knows it
 * @property {string[]} codes  its procedures, in order
 * @property {string[]} whys   for a life event, what each is for; else none
 */

/** @typedef {[name: string, note: string, originals: string, copies: string]} Paper */
/** @typedef {[name: string, papers: Paper[], notes: string[]]} Case */

/**
 * @typedef {object} Told   a procedure in brief
 * @property {string} title
 * @property {string} field
 * @property {string[]} names                    what people call it
 * @property {Array<[look: string, words: string]>} marks
 * @property {Array<[title: string, text: string]>} warnings
 * @property {Array<[question: string, term: string, lines: string[]]>} answers
 * @property {Array<[title: string, term: string, kind: string, lines: string[], cases: Case[]]>} parts
 * @property {string} qr                         side and dots of the code, or ""
 * @property {string} ask                        whom to ask
 */

/** @typedef {{title: string, field: string, said: string, instead: string[]}} Ended */
/** @typedef {{day: string, kind: string, look: string, coming: boolean, code: string, title: string, by: string}} Change */

/**
 * @typedef {object} Data
 * @property {string} mark   names the content
 * @property {string} day    when it was made, as people write it
 * @property {Shelf[]} shelves
 * @property {Record<string, Told>} procedures   by code
 * @property {Record<string, Ended>} ended
 * @property {Change[]} changes  the next to come, then the latest
 */

/**
 * Whether a code is one of the record's own; televisions' browsers do not know Object.hasOwn.
 * @param {Record<string, unknown>} record
 * @param {string} code
 * @returns {boolean}
 */
export const has = (record, code) => Object.prototype.hasOwnProperty.call(record, code);

const FILE = "niem-yet/board.json";
const VERSION = 1;
const PATIENCE_MS = 30_000;

/**
 * @param {URL} root  the site's root, ending in "/"
 * @returns {Promise<Data>}
 * @throws {Error} when the network or the file fails, or takes too long
 */
export async function fetchData(root) {
  const impatience = new AbortController();
  const timer = setTimeout(() => impatience.abort(), PATIENCE_MS);
  try {
    const answer = await fetch(new URL(FILE, root), { signal: impatience.signal });
    if (!answer.ok) throw new Error(`board.json: ${answer.status}`);
    const data = await answer.json();
    if (data?.v !== VERSION) throw new Error("board.json: other version");
    return data;
  } finally {
    clearTimeout(timer);
  }
}

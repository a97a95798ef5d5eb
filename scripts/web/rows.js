/** The search rows: what the site's build writes to search/rows.json, one row a page. */

/**
 * @typedef {object} Row
 * @property {string} u  address below the site's root, e.g. "thu-tuc/ho-tich/1.001193/"
 * @property {"p"|"e"|"n"|"t"} k  procedure, life event, news post, other page
 * @property {string} t  title
 * @property {string} c  code of a procedure, else ""
 * @property {string} f  field of service, else ""
 * @property {string} w  other names and key words, "; " between them
 * @property {string} g  papers of the dossier, "; " between them
 * @property {string} s  summary in one line
 */

const VERSION = 1;
const KINDS = new Set(["p", "e", "n", "t"]);
const PATIENCE_MS = 30_000;

/**
 * @param {unknown} value
 * @returns {string}
 */
const text = (value) => (typeof value === "string" ? value : "");

/**
 * Rows as the search needs them; a row without an address or a title is left out.
 * @param {unknown} data  the parsed file
 * @returns {Row[]}
 * @throws {Error} when the file is not of this version
 */
export function readRows(data) {
  const file = /** @type {{v?: unknown, rows?: unknown}} */ (data ?? {});
  if (file.v !== VERSION || !Array.isArray(file.rows)) throw new Error("rows.json: other version");
  return file.rows
    .map((row) => ({
      u: text(row?.u),
      k: KINDS.has(row?.k) ? row.k : "t",
      t: text(row?.t),
      c: text(row?.c),
      f: text(row?.f),
      w: text(row?.w),
      g: text(row?.g),
      s: text(row?.s),
    }))
    .filter((row) => row.u !== "" && row.t !== "");
}

/**
 * @param {Row} row
 * @param {URL} root
 * @returns {boolean}  false for an address that would leave the site
 */
function staysIn({ u }, root) {
  const { protocol, host } = new URL(u, root);
  return protocol === root.protocol && host === root.host;
}

/**
 * @param {URL} root  the site's root, ending in "/"
 * @returns {Promise<Row[]>}
 * @throws {Error} when the network or the file fails, or takes too long
 */
export async function fetchRows(root) {
  const impatience = new AbortController();
  const timer = setTimeout(() => impatience.abort(), PATIENCE_MS);
  try {
    const answer = await fetch(new URL("search/rows.json", root), { signal: impatience.signal });
    if (!answer.ok) throw new Error(`rows.json: ${answer.status}`);
    return readRows(await answer.json()).filter((row) => staysIn(row, root));
  } finally {
    clearTimeout(timer);
  }
}

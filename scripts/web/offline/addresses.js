/** Which requests the worker answers, and under which address it keeps what it keeps. */

/**
 * @typedef {"page" | "asset" | "rows" | "part" | "picture" | ""} Kind
 *   a page; a file whose address carries the mark of its bytes; the rows of the search; a file that a kept page
 *   needs besides; a picture; "": none of the worker's business
 */

/** Of officers and servers: never kept, though they lie below the site's root. */
const NOBODYS = /^(?:admin|tinh-hinh|may-chu)(?:\/|$)/;
/** An ending of letters is a file's; a procedure's code ("1.001193") ends in figures. */
const FILE = /\.(?!html$)[a-z][a-z0-9]*$/i;
const ASSET = /^assets\/cchc\/[^?]+\?v=[0-9a-f]{10}$/;

/**
 * @param {string} address
 * @param {string} root  the site's root, ending in "/"
 * @returns {string | null}  the address below the root, with its query; null for one outside
 */
export function below(address, root) {
  const { origin, pathname, search } = new URL(address);
  const whole = origin + pathname;
  return whole.startsWith(root) ? whole.slice(root.length) + search : null;
}

/**
 * @param {Pick<Request, "method" | "mode" | "destination" | "url" | "headers">} request
 * @param {string} root
 * @param {import("./settings.js").Settings} settings
 * @returns {Kind}
 */
export function kindOf({ method, mode, destination, url, headers }, root, settings) {
  const inside = below(url, root);
  if (method !== "GET" || inside === null || headers.has("range") || NOBODYS.test(inside)) return "";
  if (ASSET.test(inside)) return "asset";
  const [path] = inside.split("?");
  if (path === settings.rows) return "rows";
  if (mode === "navigate") return FILE.test(path) ? "" : "page";
  if (Object.values(settings.together).some((files) => Object.keys(files).includes(path))) return "part";
  return destination === "image" ? "picture" : "";
}

/**
 * The address a page is kept under: what stands after "?" or "#" does not make another page of it.
 * @param {string} address
 * @returns {string}
 */
export function pageKey(address) {
  const { origin, pathname } = new URL(address);
  return origin + pathname.replace(/\/index\.html$/, "/");
}

/** An answer of the network as it is kept, with the time, its size and the page's title. */

const TIME = "x-cchc-luu-luc";
const SIZE = "x-cchc-co";
const TITLE = "x-cchc-tieu-de";
/** The body is kept unpacked. */
const OF_THE_WAY = ["content-encoding", "content-length", "transfer-encoding"];

/** @param {Response} answer */
const isHtml = (answer) => /^text\/html\b/i.test(answer.headers.get("content-type") ?? "");

/**
 * A page that no list shows, or one that only leads to another.
 * @param {string} html
 */
const forNobody = (html) =>
  /<meta\s[^>]*(?:name="?robots"?[^>]*noindex|http-equiv="?refresh)/i.test(html);

/**
 * @param {Response} answer
 * @returns {boolean}  false for errors, redirects, other hosts' answers and what the server forbids to keep
 */
export const mayBeKept = (answer) =>
  answer.status === 200 && answer.type === "basic" && !answer.redirected
  && !/no-store|private/i.test(answer.headers.get("cache-control") ?? "");

/**
 * @param {string} html
 * @returns {string}  the page's own name, still as HTML, without the site's
 */
export const titleOf = (html) =>
  (/<title>([^<]*)<\/title>/i.exec(html)?.[1] ?? "").replace(/ – [^–]*$/, "").trim();

/**
 * @param {Response} answer
 * @param {{now: Date, largest: number, page?: boolean, own?: boolean}} how  `own`: a page the build itself chose
 * @returns {Promise<Response | null>}  null where it must not be kept
 */
export async function copyOf(answer, { now, largest, page = false, own = false }) {
  const announced = Number(answer.headers.get("content-length") ?? 0);
  if (!mayBeKept(answer) || announced > largest || (page && !isHtml(answer))) return null;
  const body = await answer.arrayBuffer();
  if (body.byteLength > largest) return null;
  const headers = new Headers(answer.headers);
  OF_THE_WAY.forEach((name) => headers.delete(name));
  headers.set(TIME, now.toISOString());
  headers.set(SIZE, String(body.byteLength));
  if (page) {
    const html = new TextDecoder().decode(body);
    if (!own && forNobody(html)) return null;
    headers.set(TITLE, encodeURIComponent(titleOf(html)));
  }
  return new Response(body, { status: 200, headers });
}

/** @param {Response} copy */
export const timeOf = (copy) => copy.headers.get(TIME) ?? "";

/** @param {Response} copy */
export const sizeOf = (copy) => Number(copy.headers.get(SIZE) ?? 0);

/** @param {Response} copy */
export const nameOf = (copy) => decodeURIComponent(copy.headers.get(TITLE) ?? "");

/** Pages: from the network if it answers in time, else the copy that is kept, else the offline page. */

import { below, pageKey } from "./addresses.js";
import { copyOf, nameOf, timeOf } from "./copies.js";
import { keepParts } from "./files.js";
import { within } from "./race.js";
import { LIMITS, PATIENCE_MS } from "./settings.js";
import { drop, entries, found, put, trim } from "./shelf.js";
import { listed, rooted, told } from "./writing.js";

/** @typedef {import("./site.js").Site} Site */
/** @typedef {import("./files.js").Reply} Reply */
/** @typedef {"off" | "slow" | "error"} Why */
/** @typedef {{answer: Response, why?: Why, html?: string}} Chosen */

const GONE = [404, 410];
const HOME = "Trang chủ";
const LAST_RESORT = "Chưa có mạng, trang này chưa được lưu trên máy. Có mạng thì tải lại.";

/**
 * @param {Site} site
 * @param {string} key
 * @param {Response} answer
 * @returns {Promise<string | null>}  the page's text; null where it was not kept
 */
export async function keepPage(site, key, answer) {
  const { names, pages, root, settings } = site;
  if (GONE.includes(answer.status)) await drop(names.pages, key);
  // The build itself chose those, search machines or not.
  const own = pages.has(key) || (below(key, root) ?? "") in settings.together;
  const how = { now: new Date(), largest: LIMITS.pages.largest, page: true, own };
  const copy = await copyOf(answer, how);
  if (!copy) return null;
  const html = await copy.clone().text();
  await put(names.pages, key, copy);
  await trim(names.pages, LIMITS.pages, pages);
  await keepParts(site, key);
  return html;
}

/**
 * @param {string} html
 * @param {Response} copy
 * @param {number} [status]
 */
const page = (html, { headers }, status = 200) => new Response(html, { status, headers });

/**
 * @param {Site} site
 * @returns {Promise<Response>}
 */
async function offlinePage({ root, settings, names, pages }) {
  const own = new URL(settings.offline, root).href;
  const kept = await entries(names.pages);
  const shell = kept.find(({ key }) => key === own)?.copy;
  if (!shell) return new Response(LAST_RESORT, { status: 503, headers: { "content-type": "text/plain; charset=utf-8" } });
  const visited = kept.filter(({ key }) => !pages.has(key)).reverse();
  const always = [...pages].flatMap((page) => kept.filter(({ key }) => key === page && key !== own));
  const list = [...visited, ...always].map(({ key, copy }) =>
    ({ address: key, title: key === root ? HOME : nameOf(copy) || key }));
  return page(listed(rooted(await shell.text(), root), list), shell, 503);
}

/**
 * @param {Site} site
 * @param {string} key
 * @returns {Promise<Response>}
 */
async function without(site, key) {
  // Typed without its last "/": a server would lead there.
  const folder = key.endsWith("/") ? undefined : await found(site.names.pages, `${key}/`);
  return folder ? Response.redirect(`${key}/`) : offlinePage(site);
}

/**
 * @param {Site} site
 * @param {string} key
 * @param {Promise<Response>} network
 * @returns {Promise<Chosen>}
 */
async function choose(site, key, network) {
  const kept = await found(site.names.pages, key);
  if (!kept) return { answer: await network.catch(() => without(site, key)) };
  const outcome = await within(network, PATIENCE_MS);
  if ("came" in outcome && outcome.came.status < 500) return { answer: outcome.came };
  const why = "came" in outcome ? "error" : outcome.why;
  const html = await kept.clone().text();
  await put(site.names.pages, key, kept.clone());
  const own = (/** @type {string} */ name) => [...site.assets].find((each) => each.includes(name)) ?? "";
  const shown = { time: timeOf(kept), why, style: own("/kept.css?"), script: own("/kept.js?") };
  return { answer: page(told(html, shown), kept), why, html };
}

/**
 * @param {Site} site
 * @param {Request} request
 * @param {(news: "newer" | "same" | "off") => Promise<void>} tell  speaks to the page that the answer becomes
 * @returns {Reply}
 */
export function answerPage(site, request, tell) {
  const key = pageKey(request.url);
  /** @type {Promise<string | null>} */
  let keeping = Promise.resolve(null);
  const network = fetch(request).then((answer) => {
    keeping = keepPage(site, key, answer.clone());
    return answer;
  });
  const chosen = choose(site, key, network);
  const after = chosen.then(async ({ why, html }) => {
    const came = await network.then(() => keeping, () => undefined);
    if (why === "slow") await tell(came ? (came === html ? "same" : "newer") : "off");
  });
  return { answer: chosen.then(({ answer }) => answer), after };
}

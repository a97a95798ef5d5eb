/** A version of the worker begins; a person clears what was kept. */

import { below, kindOf, pageKey } from "./addresses.js";
import { keep, keepParts } from "./files.js";
import { keepPage } from "./pages.js";
import { LIMITS } from "./settings.js";
import { drop, entries, found, trim } from "./shelf.js";

/** @typedef {import("./site.js").Site} Site */

/** In a page's HTML: what it is drawn with. */
const DRAWN_WITH = /\s(?:href|src)="([^"?#]*assets\/cchc\/[^"?#]+\?v=[0-9a-f]{10})"/g;

/**
 * @param {Site} site
 * @param {string} key
 * @param {boolean} needed
 */
async function keepAsset({ names }, key, needed) {
  if (await found(names.assets, key)) return;
  // Of the browser's own cache, where the page just shown has put it: no byte comes twice.
  const answer = await fetch(key);
  if (!answer.ok && needed) throw new Error(`${key}: ${answer.status}`);
  await keep(names.assets, key, answer, LIMITS.assets.largest);
}

/**
 * @param {Site} site
 * @param {string} key
 */
async function keepOwn(site, key) {
  const answer = await fetch(key, { cache: "no-cache" });
  if ((await keepPage(site, key, answer)) === null) throw new Error(`${key}: ${answer.status}`);
}

/**
 * Fetch what is always kept; what stays is asked for anew and, unchanged, not sent again. Fails as a whole: the
 * browser then tries again at the next page, and the version before goes on working.
 * @param {Site} site
 */
export async function begin(site) {
  await Promise.all([...site.assets].map((key) => keepAsset(site, key, true)));
  await Promise.all([...site.pages].map((key) => keepOwn(site, key)));
  const rows = new URL(site.settings.rows, site.root).href;
  await keep(site.names.data, rows, await fetch(rows, { cache: "no-cache" }), LIMITS.rows.largest);
}

/**
 * The page that was open before there was a worker is a visited one too.
 * @param {Site} site
 * @param {string} address
 */
export async function keepOpen(site, address) {
  const request = { method: "GET", mode: /** @type {const} */ ("navigate"), destination: /** @type {const} */ ("document"), url: address, headers: new Headers() };
  const key = pageKey(address);
  if (kindOf(request, site.root, site.settings) !== "page" || (await found(site.names.pages, key))) return;
  const html = await keepPage(site, key, await fetch(key, { cache: "no-cache" }));
  const files = [...(html ?? "").matchAll(DRAWN_WITH)].map(([, file]) => new URL(file, key).href);
  await Promise.allSettled(files.map((file) => keepAsset(site, file, false)));
}

/**
 * Bring what belongs together up to date, let go what no version needs any more.
 * @param {Site} site
 */
export async function refresh(site) {
  const { names, root, settings, assets } = site;
  const ours = new Set(Object.values(names));
  const strange = (await caches.keys()).filter((name) => name.startsWith(names.prefix) && !ours.has(name));
  await Promise.all(strange.map((name) => caches.delete(name)));
  await trim(names.assets, LIMITS.assets, assets);
  const kept = (await entries(names.pages)).filter(({ key }) => (below(key, root) ?? "") in settings.together);
  await Promise.all(kept.map(({ key }) => keepParts(site, key)));
}

/**
 * Let go every page that was visited, and its pictures and parts.
 * @param {Site} site
 */
export async function forget({ names, pages, settings, root }) {
  const visited = (await entries(names.pages)).filter(({ key }) => !pages.has(key));
  await Promise.all(visited.map(({ key }) => drop(names.pages, key)));
  const rows = new URL(settings.rows, root).href;
  const parts = (await entries(names.data)).filter(({ key }) => key !== rows);
  await Promise.all(parts.map(({ key }) => drop(names.data, key)));
  await caches.delete(names.pictures);
}

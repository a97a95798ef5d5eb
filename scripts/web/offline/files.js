/** Everything that is no page: files with a mark, the rows of the search, parts of a page, pictures. */

import { below } from "./addresses.js";
import { copyOf } from "./copies.js";
import { within } from "./race.js";
import { LIMITS, PATIENCE_MS } from "./settings.js";
import { found, put, trim } from "./shelf.js";

/** @typedef {import("./site.js").Site} Site */
/** @typedef {{answer: Promise<Response>, after: Promise<unknown>}} Reply  `after`: what is still to do then */

/**
 * @param {string} shelf
 * @param {string} key
 * @param {Response} answer
 * @param {number} largest
 * @returns {Promise<boolean>}  false where it must not or cannot be kept
 */
export async function keep(shelf, key, answer, largest) {
  const copy = await copyOf(answer, { now: new Date(), largest });
  return copy !== null && put(shelf, key, copy);
}

/**
 * A file of whatever version, the newest kept: an old page may ask for what was never kept.
 * @param {string} shelf
 * @param {string} key
 */
async function anyVersion(shelf, key) {
  const cache = await caches.open(shelf);
  return (await cache.matchAll(key, { ignoreSearch: true })).pop() ?? Response.error();
}

/**
 * Its address changes with its bytes: what is kept is right for good.
 * @param {Site} site
 * @param {Request} request
 * @returns {Reply}
 */
export function answerAsset({ names, assets }, request) {
  /** @type {Promise<unknown>} */
  let after = Promise.resolve();
  const fresh = async () => {
    const answer = await fetch(request);
    after = keep(names.assets, request.url, answer.clone(), LIMITS.assets.largest)
      .then(() => trim(names.assets, LIMITS.assets, assets));
    return answer;
  };
  const answer = found(names.assets, request.url)
    .then((kept) => kept ?? fresh().catch(() => anyVersion(names.assets, request.url)));
  return { answer, after: answer.then(() => after) };
}

/**
 * @param {string} shelf
 * @param {Request} request
 * @param {number} largest
 * @returns {{network: Promise<Response>, kept: Promise<unknown>}}
 */
function fetched(shelf, request, largest) {
  /** @type {Promise<unknown>} */
  let keeping = Promise.resolve();
  const network = fetch(request).then((answer) => {
    keeping = keep(shelf, request.url, answer.clone(), largest);
    return answer;
  });
  return { network, kept: network.then(() => keeping, () => undefined) };
}

/**
 * What is kept at once, what is new the next time.
 * @param {string} shelf
 * @param {Request} request
 * @param {{largest: number, most?: number, bytes?: number}} limits
 * @returns {Reply}
 */
export function answerKeptFirst(shelf, request, { largest, most, bytes }) {
  const before = found(shelf, request.url);
  const { network, kept } = fetched(shelf, request, largest);
  const answer = before.then((copy) => copy ?? network.catch(() => Response.error()));
  const bounded = most && bytes ? () => trim(shelf, { most, bytes }, new Set()) : () => undefined;
  return { answer, after: kept.then(bounded) };
}

/**
 * What is new if it comes in time, else what is kept.
 * @param {Site} site
 * @param {Request} request
 * @returns {Reply}
 */
export function answerPart({ names }, request) {
  const { network, kept } = fetched(names.data, request, LIMITS.parts.largest);
  const answer = found(names.data, request.url).then(async (copy) => {
    if (!copy) return network.catch(() => Response.error());
    const outcome = await within(network, PATIENCE_MS);
    return "came" in outcome && outcome.came.ok ? outcome.came : copy;
  });
  return { answer, after: kept };
}

/**
 * Fetch what a page needs besides, once the page has been opened.
 * @param {Site} site
 * @param {string} page  its whole address
 */
export async function keepParts({ root, settings, names }, page) {
  const files = Object.keys(settings.together[below(page, root) ?? ""] ?? {});
  await Promise.allSettled(files.map(async (address) => {
    const key = new URL(address, root).href;
    await keep(names.data, key, await fetch(key, { cache: "no-cache" }), LIMITS.parts.largest);
  }));
}

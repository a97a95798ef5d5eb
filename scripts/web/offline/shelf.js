/** One cache of the browser's, bounded: putting a thing back makes it the last to go. */

import { beyond } from "./bounds.js";
import { sizeOf } from "./copies.js";

/**
 * @param {string} name
 * @param {string} key
 * @returns {Promise<Response | undefined>}  none either where the browser forbids keeping anything
 */
export async function found(name, key) {
  try {
    return await (await caches.open(name)).match(key);
  } catch {
    return undefined;
  }
}

/**
 * @param {string} name
 * @param {string} key
 * @param {Response} copy
 * @returns {Promise<boolean>}  false where the device has no room: the site works without
 */
export async function put(name, key, copy) {
  try {
    await (await caches.open(name)).put(key, copy);
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {string} name
 * @param {string} key
 */
export const drop = async (name, key) => (await caches.open(name)).delete(key);

/**
 * @param {string} name
 * @returns {Promise<{key: string, copy: Response, size: number}[]>}  least recently put first
 */
export async function entries(name) {
  const cache = await caches.open(name);
  const keys = await cache.keys();
  const all = await Promise.all(keys.map(async ({ url }) => ({ key: url, copy: await cache.match(url) })));
  return all.flatMap(({ key, copy }) => (copy ? [{ key, copy, size: sizeOf(copy) }] : []));
}

/**
 * Let go what is beyond the limits.
 * @param {string} name
 * @param {{most: number, bytes: number}} limits
 * @param {ReadonlySet<string>} always  keys that stay and do not count
 */
export async function trim(name, limits, always) {
  const others = (await entries(name)).filter(({ key }) => !always.has(key));
  await Promise.all(beyond(others, limits).map((key) => drop(name, key)));
}

/** The site whose worker this is: where it lies, what its build says, what its caches are called. */

import { pageKey } from "./addresses.js";
import { shelves } from "./settings.js";

/**
 * @typedef {object} Site
 * @property {string} root  ends in "/"
 * @property {import("./settings.js").Settings} settings
 * @property {ReturnType<typeof shelves>} names  of the caches
 * @property {ReadonlySet<string>} pages   keys of the pages always kept
 * @property {ReadonlySet<string>} assets  keys of the files they are drawn with
 */

/**
 * @param {string} root
 * @param {import("./settings.js").Settings} settings
 * @returns {Site}
 */
export function siteAt(root, settings) {
  const whole = (/** @type {string} */ address) => new URL(address, root).href;
  const pages = new Set(Object.keys(settings.pages).map((address) => pageKey(whole(address))));
  return { root, settings, names: shelves(root), pages, assets: new Set(settings.assets.map(whole)) };
}

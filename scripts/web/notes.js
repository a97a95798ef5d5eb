/** What to say, and where to lead, when there is nothing to show. */

import { portalAddress } from "./box.js";
import { element, link } from "./dom.js";
import * as texts from "./texts.js";

/** @typedef {import("./box.js").Box} Box */
/** @typedef {import("./rows.js").Row} Row */

/**
 * @param {...HTMLElement} ways
 * @returns {HTMLElement}
 */
const waysList = (...ways) =>
  element("ul", { class: "cchc-ways" }, ...ways.map((way) => element("li", {}, way)));

const listLink = (/** @type {Box} */ box) => link(box.list, { class: "cchc-way" }, texts.LIST);

/**
 * @returns {HTMLElement[]}
 */
export const loading = () => [element("p", { class: "cchc-note" }, texts.LOADING)];

/**
 * @param {Box} box
 * @param {() => void} retry
 * @returns {HTMLElement[]}
 */
export function failed(box, retry) {
  const again = element("button", { type: "button", class: "cchc-way" }, texts.RETRY);
  again.addEventListener("click", retry);
  return [element("p", { class: "cchc-note" }, texts.FAILED), waysList(again, listLink(box))];
}

/**
 * @param {Box} box
 * @param {readonly Row[]} fields
 * @returns {HTMLElement[]}
 */
function nearFields(box, fields) {
  if (fields.length === 0) return [];
  const links = fields.map(({ u, t }) => link(new URL(u, box.root).href, { class: "cchc-way" }, t));
  return [element("p", { class: "cchc-advice" }, texts.FIELDS_NEAR), waysList(...links)];
}

/**
 * Where to go on: the lists, the telephone, the national portal's search.
 * @param {Box} box
 * @param {string} query
 * @returns {HTMLElement}
 */
export function elsewhere(box, query) {
  const fields = link(new URL("thu-tuc/", box.root).href, { class: "cchc-way" }, texts.FIELDS);
  const ways = [fields, listLink(box)];
  const digits = box.phone.replace(/[^\d+]/g, "");
  if (digits) ways.push(link(`tel:${digits}`, { class: "cchc-way" }, texts.phone(box.phone)));
  if (box.portal) {
    ways.push(link(portalAddress(box, query), { class: "cchc-way", rel: "noopener" }, texts.PORTAL));
  }
  return waysList(...ways);
}

/**
 * @param {Box} box
 * @param {string} query
 * @param {readonly Row[]} fields  the nearest ones
 * @returns {HTMLElement[]}
 */
export const nothing = (box, query, fields) => [
  element("p", { class: "cchc-note" }, texts.none(query)),
  ...nearFields(box, fields),
  element("p", { class: "cchc-advice" }, texts.ADVICE),
  elsewhere(box, query),
];

/** What to say, and where to lead, when there is nothing to show. */

import { portalAddress } from "./box.js";
import { element, link } from "./dom.js";
import * as texts from "./texts.js";

/** @typedef {import("./box.js").Box} Box */

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
 * @param {string} query
 * @returns {HTMLElement[]}
 */
export function nothing(box, query) {
  const ways = [listLink(box)];
  const digits = box.phone.replace(/[^\d+]/g, "");
  if (digits) ways.push(link(`tel:${digits}`, { class: "cchc-way" }, texts.phone(box.phone)));
  if (box.portal) {
    ways.push(link(portalAddress(box, query), { class: "cchc-way", rel: "noopener" }, texts.PORTAL));
  }
  return [
    element("p", { class: "cchc-note" }, texts.none(query)),
    element("p", { class: "cchc-advice" }, texts.ADVICE),
    waysList(...ways),
  ];
}

/** What several screens show: tiles, a row that leads to a procedure, a heading. */

import { element } from "../dom.js";
import { icon } from "./drawing.js";
import { procedureLink, shelfLink } from "./route.js";
import * as texts from "./texts.js";

/** @typedef {import("../dom.js").Child} Child */
/** @typedef {import("./data.js").Data} Data */
/** @typedef {import("./data.js").Shelf} Shelf */

export const heading = (/** @type {string} */ words) => element("h1", { tabindex: "-1" }, words);

/**
 * @param {readonly Shelf[]} shelves
 * @returns {HTMLElement}
 */
export function tiles(shelves) {
  const all = shelves.map((shelf) => element("li", {}, element("a", { class: "tile", href: shelfLink(shelf) },
    element("span", { class: "tile__name" }, shelf.name), " ",
    element("span", { class: "tile__count" }, texts.procedures(shelf.codes.length)))));
  return element("ul", { class: "tiles", role: "list" }, ...all);
}

/**
 * @param {Data["procedures"][string]["marks"]} marks
 * @returns {HTMLElement[]}
 */
export const tags = (marks) =>
  marks.map(([look, words]) => element("span", { class: `tag tag--${look}` }, words));

/**
 * @param {string} code
 * @param {Child[]} name
 * @param {...Child} details
 * @returns {HTMLElement}
 */
export const row = (code, name, ...details) => rowTo(procedureLink(code), name, ...details);

/**
 * @param {string} href
 * @param {Child[]} name
 * @param {...Child} details
 * @returns {HTMLElement}
 */
export const rowTo = (href, name, ...details) => element("li", {}, element("a", { class: "row", href },
  element("span", { class: "row__text" }, element("span", { class: "row__name" }, ...name),
    ...details.flatMap((detail) => [" ", detail])), icon("next")));

export const rows = (/** @type {HTMLElement[]} */ items) => element("ol", { class: "rows", role: "list" }, ...items);

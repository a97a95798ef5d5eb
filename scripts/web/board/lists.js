/** The screens that lead on: the start, a shelf's procedures, the latest changes. */

import { element } from "../dom.js";
import { icon } from "./drawing.js";
import { heading, row, rows, tags, tiles } from "./pieces.js";
import { FIND, readPlace } from "./route.js";
import * as texts from "./texts.js";

/** @typedef {import("./data.js").Change} Change */
/** @typedef {import("./data.js").Data} Data */
/** @typedef {import("./data.js").Shelf} Shelf */

/**
 * @param {Data} data
 * @param {Shelf["kind"]} kind
 * @param {string} title
 * @returns {HTMLElement[]}
 */
function group(data, kind, title) {
  const shelves = data.shelves.filter((shelf) => shelf.kind === kind);
  return shelves.length > 0 ? [element("h2", {}, title), tiles(shelves)] : [];
}

/**
 * @param {Data} data
 * @returns {HTMLElement[]}
 */
export const start = (data) => [
  heading(texts.START),
  element("a", { class: "find", href: FIND }, icon("search"), element("span", {}, texts.FIND, " ",
    element("small", {}, texts.FIND_HOW))),
  ...group(data, "life", texts.LIVES),
  ...group(data, "field", texts.FIELDS),
  element("p", { class: "quiet" }, texts.updated(data.day)),
];

/**
 * @param {Data} data
 * @param {ReturnType<typeof readPlace>} place
 * @returns {HTMLElement[] | null}  null where there is no such shelf
 */
export function shelf(data, { screen, key }) {
  const found = data.shelves.find((each) => each.kind === screen && each.key === key);
  if (!found) return null;
  const items = found.codes.map((code, i) => {
    const { title, marks } = data.procedures[code];
    const why = found.whys[i] ? [element("span", { class: "row__why" }, found.whys[i])] : [];
    return row(code, [title], ...tags(marks), ...why, element("span", { class: "code" }, code));
  });
  return [heading(found.name), element("p", { class: "quiet" }, texts.procedures(items.length)), rows(items)];
}

/**
 * @param {Change} change
 * @returns {HTMLElement[]}  its day, its kind, whether it is still to come
 */
export const factsOf = ({ day, kind, look, coming }) => [
  element("span", { class: "change__day" }, day),
  element("span", { class: `tag tag--${look}` }, kind),
  ...(coming ? [element("span", { class: "tag tag--coming" }, texts.COMING)] : []),
];

/**
 * @param {Data} data
 * @returns {HTMLElement[]}
 */
export function changes(data) {
  const items = data.changes.map((change) =>
    row(change.code, [change.title], ...factsOf(change), element("span", { class: "row__why" }, change.by)));
  const none = element("p", { class: "quiet" }, texts.NO_CHANGES);
  return [heading(texts.CHANGES), items.length > 0 ? rows(items) : none];
}

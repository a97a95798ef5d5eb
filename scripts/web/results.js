/** All results on the page of results, in groups, the long ones opened on demand. */

import { element, link } from "./dom.js";
import { address, detailsOf, nameOf } from "./hits.js";
import * as texts from "./texts.js";

/** @typedef {import("./ranking.js").Found} Found */

const AT_ONCE = 30;

/**
 * @param {Found} hit
 * @param {URL} root
 * @returns {HTMLElement}
 */
function item(hit, root) {
  const summary = hit.row.s ? [element("span", { class: "cchc-hit__summary" }, hit.row.s)] : [];
  const name = link(address(hit, root), { class: "cchc-hit__name" }, ...nameOf(hit));
  return element("li", { class: "cchc-hit" }, name, ...detailsOf(hit), ...summary);
}

/**
 * A list that shows its beginning and a button for the rest.
 * @param {HTMLElement[]} items
 * @returns {HTMLElement[]}
 */
function longList(items) {
  const list = element("ol", { class: "cchc-results", role: "list" }, ...items.slice(0, AT_ONCE));
  const rest = items.slice(AT_ONCE);
  if (rest.length === 0) return [list];
  const more = element("button", { type: "button", class: "cchc-way" }, texts.more(rest.length));
  more.addEventListener("click", () => {
    list.append(...rest);
    more.remove();
    rest[0].querySelector("a")?.focus();
  });
  return [list, more];
}

/**
 * @param {readonly Found[]} hits  best first
 * @param {URL} root
 * @returns {HTMLElement[]}  one section a kind that has results
 */
export function groups(hits, root) {
  return texts.GROUPS.flatMap(([kind, title]) => {
    const items = hits.filter((hit) => hit.row.k === kind).map((hit) => item(hit, root));
    if (items.length === 0) return [];
    const id = `cchc-nhom-${kind}`;
    const heading = element("h2", { id }, `${title} (${items.length})`);
    return [element("section", { class: "cchc-group", "aria-labelledby": id }, heading, ...longList(items))];
  });
}

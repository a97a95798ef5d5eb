/** One found row as a person sees it: name, code and field, and why it was found. */

import { element } from "./dom.js";
import { keys } from "./fold.js";
import { markedText } from "./marks.js";
import * as texts from "./texts.js";

/** @typedef {import("./dom.js").Child} Child */
/** @typedef {import("./ranking.js").Found} Found */

/**
 * The text of a list ("; " between) that has most of the words looked for.
 * @param {string} list
 * @param {Found["marks"]} marks
 * @returns {{text: string, words: number}}
 */
function best(list, marks) {
  const judged = list.split(";").map((text) => (
    { text: text.trim(), words: new Set(keys(text).filter(marks)).size }));
  return judged.reduce((one, other) => (other.words > one.words ? other : one));
}

/**
 * Another name or a paper, where it explains more of the query than the title and the field do.
 * @param {Found} hit
 * @returns {{lead: string, text: string} | null}
 */
export function reason({ row, marks }) {
  const shown = new Set(keys(`${row.t} ${row.f}`).filter(marks)).size;
  const [name, paper] = [best(row.w, marks), best(row.g, marks)];
  if (Math.max(name.words, paper.words) <= shown) return null;
  return name.words >= paper.words
    ? { lead: texts.alsoCalled, text: name.text }
    : { lead: texts.inPapers, text: paper.text };
}

/**
 * @param {Found} hit
 * @param {URL} root
 * @returns {string}
 */
export const address = ({ row }, root) => new URL(row.u, root).href;

/**
 * @param {Found} hit
 * @returns {Child[]}
 */
export const nameOf = ({ row, marks }) => markedText(row.t, marks);

/**
 * The lines under a name: code and field, then the reason if one is needed.
 * @param {Found} hit
 * @returns {HTMLElement[]}
 */
export function detailsOf(hit) {
  const { row, byCode, marks } = hit;
  const kind = texts.GROUPS.find(([key]) => key === row.k)?.[1] ?? "";
  const code = row.c && element(byCode ? "mark" : "span", { class: "cchc-hit__code" }, row.c);
  const field = row.f ? markedText(row.f, marks) : row.k === "p" ? [] : [kind];
  const facts = [...(code ? [code] : []), ...(code && field.length > 0 ? [" · "] : []), ...field];
  const why = reason(hit);
  return [
    ...(facts.length > 0 ? [element("span", { class: "cchc-hit__facts" }, ...facts)] : []),
    ...(why ? [element("span", { class: "cchc-hit__why" }, why.lead, ...markedText(why.text, marks))] : []),
  ];
}

/** The panel under a search box: a listbox of links, or a note. */

import { resultsAddress } from "./box.js";
import { element } from "./dom.js";
import { address, detailsOf, nameOf } from "./hits.js";
import * as texts from "./texts.js";

/** @typedef {import("./box.js").Box} Box */
/** @typedef {import("./dom.js").Child} Child */
/** @typedef {import("./ranking.js").Answer} Answer */

const MOST_OPTIONS = 8;

/**
 * @typedef {object} Panel
 * @property {string} listId
 * @property {(answer: Answer, query: string) => void} showHits
 * @property {(note: HTMLElement[]) => void} showNote
 * @property {() => void} hide
 * @property {() => HTMLElement[]} options  what can be chosen now
 * @property {() => boolean} open
 */

/**
 * @param {Box} box
 * @returns {Panel}
 */
export function createPanel({ form, input, ...rest }) {
  const box = { form, input, ...rest };
  const listId = input.getAttribute("aria-controls") || `${input.id || "cchc"}-ket-qua`;
  const list = element("div", { role: "listbox", id: listId, class: "cchc-list", "aria-label": texts.RESULTS });
  const note = element("div", { class: "cchc-notes" });
  const panel = element("div", { class: "cchc-panel", tabindex: "-1", hidden: "" }, note, list);
  // The box keeps the focus while its panel is clicked or touched.
  panel.addEventListener("mousedown", (event) => event.preventDefault());
  form.append(panel);

  /**
   * @param {string} href
   * @param {number} i
   * @param {...Child} children
   * @returns {HTMLElement}
   */
  const option = (href, i, ...children) => element("a", {
    href, id: `${listId}-${i}`, role: "option", class: "cchc-option", tabindex: "-1", "aria-selected": "false",
  }, ...children);

  /** @type {Panel["showHits"]} */
  function showHits({ hits, near }, query) {
    const shown = hits.slice(0, MOST_OPTIONS).map((hit, i) => {
      const name = element("span", { class: "cchc-hit__name" }, ...nameOf(hit));
      return option(address(hit, box.root), i, name, ...detailsOf(hit).flatMap((detail) => [" ", detail]));
    });
    if (hits.length > shown.length) {
      const everything = option(resultsAddress(box, query), shown.length, texts.all(hits.length));
      everything.classList.add("cchc-option--all");
      shown.push(everything);
    }
    list.replaceChildren(...shown);
    note.replaceChildren(...(near ? [element("p", { class: "cchc-advice" }, texts.nearOnly(hits.length))] : []));
    show(true);
  }

  /** @type {Panel["showNote"]} */
  function showNote(children) {
    list.replaceChildren();
    note.replaceChildren(...children);
    show(false);
  }

  function show(/** @type {boolean} */ expanded) {
    panel.hidden = false;
    list.hidden = !expanded;
    input.setAttribute("aria-expanded", String(expanded));
  }

  function hide() {
    panel.hidden = true;
    list.replaceChildren();
    input.setAttribute("aria-expanded", "false");
  }

  const options = () => /** @type {HTMLElement[]} */ (Array.from(list.children));
  return { listId, showHits, showNote, hide, options, open: () => !panel.hidden };
}

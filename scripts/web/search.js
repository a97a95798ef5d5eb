/** Joins the search to the page: every box gets suggestions, the page of results its list. */

import { boxes } from "./box.js";
import { openCatalogue } from "./catalogue.js";
import { attachListbox } from "./listbox.js";
import { attachPage, boxOf } from "./page.js";

/** @typedef {import("./box.js").Box} Box */

/**
 * @param {EventTarget | null} target
 * @returns {boolean}
 */
const writable = (target) =>
  target instanceof HTMLElement
  && (target.isContentEditable || target.matches("input, textarea, select"));

/**
 * The box that a person sees: on the screen before below it, and never a hidden one.
 * @param {readonly Box[]} all
 * @returns {Box | undefined}
 */
function visibleBox(all) {
  const shown = all.filter(({ input }) => input.getClientRects().length > 0);
  const onScreen = shown.find(({ input }) => {
    const { top, bottom } = input.getBoundingClientRect();
    return top >= 0 && bottom <= window.innerHeight;
  });
  return onScreen ?? shown[0];
}

/**
 * "/" leads to the box, wherever nothing is being typed.
 * @param {readonly Box[]} all
 */
function listenForSlash(all) {
  document.addEventListener("keydown", (event) => {
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing;
    if (event.key !== "/" || !plain || event.defaultPrevented || writable(event.target)) return;
    const box = visibleBox(all);
    if (!box) return;
    event.preventDefault();
    box.input.focus();
    box.input.select();
  });
}

function start() {
  const all = boxes();
  if (all.length === 0) return;
  const catalogue = openCatalogue(all[0].root);
  const results = document.querySelector("[data-cchc-search-results]");
  const own = results && boxOf(all, results);
  for (const box of all) if (box !== own) attachListbox(box, catalogue);
  if (results && own) attachPage(results, own, catalogue);
  listenForSlash(all);
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
else start();

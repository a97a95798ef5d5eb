/** A live region: what a screen reader says, once typing pauses. */

import { element } from "./dom.js";

const PAUSE_MS = 500;

/**
 * @param {HTMLElement} parent  where the region is put, before anything is said
 * @returns {(text: string) => void}
 */
export function announcer(parent) {
  const region = element("div", { role: "status", class: "cchc-status" });
  parent.append(region);
  let timer = 0;
  return (text) => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => {
      region.textContent = text;
    }, PAUSE_MS);
  };
}

/**
 * Nobody there any more: after a while the board says so and counts down, then goes back to the
 * start; the start itself gives way to the changes in turn.
 */

import { element } from "../dom.js";
import * as texts from "./texts.js";

const SECOND_MS = 1000;
export const IDLE_S = 60;
/** So long one has to say "I am still here" (WCAG 2.2.1 asks for 20 seconds). */
export const WARNED_S = 20;

/**
 * A whole screen above the board that any touch or key takes away.
 * @param {string} look
 * @param {string} label
 * @param {() => void} closed
 * @returns {HTMLDialogElement}
 */
export function cover(look, label, closed) {
  const made = /** @type {HTMLDialogElement} */ (element("dialog", { class: look, "aria-label": label }));
  // A click, not the touch that begins it: what lies below must not get the rest of the same touch.
  made.addEventListener("click", () => made.close());
  made.addEventListener("keydown", (event) => {
    if (event.key === "Tab" || event.key === "Shift") return;
    event.preventDefault();
    made.close();
  });
  made.addEventListener("close", closed);
  document.body.append(made);
  return made;
}

/**
 * @param {object} board
 * @param {() => boolean} board.atStart
 * @param {() => void} board.goHome
 * @param {{open: () => void, isOpen: () => boolean}} board.attract  what the start gives way to
 */
export function watchIdle({ atStart, goHome, attract }) {
  let last = Date.now();
  const stay = () => {
    last = Date.now();
  };
  const left = element("p", { class: "cover__left", role: "timer" });
  const asking = cover("cover cover--idle", texts.IDLE, stay);
  asking.append(element("div", { class: "cover__inside" }, element("p", { class: "cover__title" }, texts.IDLE), left,
    element("button", { type: "button", class: "cover__button" }, texts.GO_ON)));

  function leave() {
    asking.close();
    goHome();
    stay();
  }

  function warn(/** @type {number} */ seconds) {
    left.textContent = texts.seconds(seconds);
    if (!asking.open) asking.showModal();
  }

  function tick() {
    const quiet = Math.floor((Date.now() - last) / SECOND_MS);
    if (attract.isOpen()) stay();
    else if (atStart()) quiet >= IDLE_S && attract.open();
    else if (quiet >= IDLE_S) leave();
    else if (quiet >= IDLE_S - WARNED_S) warn(IDLE_S - quiet);
  }

  const active = () => {
    if (!asking.open) stay();
  };
  for (const what of ["pointerdown", "pointermove", "keydown", "wheel", "input", "hashchange"]) {
    window.addEventListener(what, active, { passive: true });
  }
  window.setInterval(tick, SECOND_MS);
}

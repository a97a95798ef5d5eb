/** Large keys on the screen; they type into a box as a keyboard would. No accents: search needs none. */

import { element } from "../dom.js";
import { icon } from "./drawing.js";
import * as texts from "./texts.js";

const LETTERS = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];
const DIGITS = ["1234567890", "."];

/**
 * @param {HTMLInputElement} input
 * @param {string} value
 */
function write(input, value) {
  input.value = value;
  input.dispatchEvent(new Event("input", { bubbles: true }));
}

/**
 * @param {string} look
 * @param {Record<string, string>} attributes
 * @param {() => void} press
 * @param {...import("../dom.js").Child} children
 * @returns {HTMLElement}
 */
function key(look, attributes, press, ...children) {
  const made = element("button", { type: "button", class: `key${look}`, ...attributes }, ...children);
  made.addEventListener("click", press);
  return made;
}

/**
 * @param {HTMLInputElement} input
 * @returns {HTMLElement}
 */
export function keyboard(input) {
  const board = element("div", { class: "keys", role: "group", "aria-label": texts.KEYS });
  // The box keeps the focus, so that a real keyboard goes on typing where the screen's left off.
  board.addEventListener("mousedown", (event) => event.preventDefault());

  const sign = (/** @type {string} */ letter) =>
    key("", {}, () => write(input, input.value + letter), letter.toUpperCase());
  const erase = () => key(" key--wide", { "aria-label": texts.ERASE },
    () => write(input, input.value.slice(0, -1)), icon("erase"));

  /** @param {readonly string[]} signs @param {string} other  the name of the other set */
  function show(signs, other) {
    const lines = signs.map((line, i) =>
      element("div", { class: "keys__line" }, ...Array.from(line, sign), ...(i === signs.length - 1 ? [erase()] : [])));
    const last = element("div", { class: "keys__line" },
      key(" key--wide", {}, () => swap(other), other),
      key(" key--space", {}, () => write(input, `${input.value} `), texts.SPACE),
      key(" key--wide", {}, () => write(input, ""), texts.CLEAR));
    board.replaceChildren(...lines, last);
    return last;
  }

  function swap(/** @type {string} */ name) {
    const digits = name === texts.DIGITS;
    const last = show(digits ? DIGITS : LETTERS, digits ? texts.LETTERS : texts.DIGITS);
    const first = last.firstElementChild;
    if (document.activeElement !== input && first instanceof HTMLElement) first.focus();
  }

  show(LETTERS, texts.DIGITS);
  return board;
}

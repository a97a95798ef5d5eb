/** What the screen shows while nobody is there: the latest changes in turn, readable from afar. */

import { element } from "../dom.js";
import { icon } from "./drawing.js";
import { cover } from "./idle.js";
import { factsOf } from "./lists.js";
import * as texts from "./texts.js";

/** @typedef {import("./data.js").Data} Data */

const SLIDE_MS = 9000;
const LONG_TITLE = 110;
const AT_ONCE = 5;
const QUARTER_HOUR_MS = 900_000;
const STILL = "(prefers-reduced-motion: reduce)";

const welcome = () => element("div", { class: "slide" }, element("p", { class: "slide__title" }, texts.WELCOME),
  element("p", {}, texts.WELCOME_HOW));

/**
 * @param {Data["changes"][number]} change
 * @returns {HTMLElement}
 */
const slideOf = (change) => element("div", { class: "slide" },
  element("p", { class: "slide__kicker" }, texts.CHANGES),
  element("p", { class: "slide__facts" }, ...factsOf(change)),
  element("p", { class: `slide__title${change.title.length > LONG_TITLE ? " long" : ""}` }, change.title),
  ...(change.by ? [element("p", {}, change.by)] : []));

/**
 * For people whom moving things disturb: no turns, the newest changes as one list.
 * @param {Data} data
 * @returns {HTMLElement[]}
 */
const still = ({ changes }) => [welcome(), ...(changes.length > 0 ? [element("ul", { class: "slide__list" },
  ...changes.slice(0, AT_ONCE).map((change) => element("li", {}, ...factsOf(change), " ", change.title)))] : [])];

/**
 * @param {Data} data
 * @param {() => void} closed
 * @param {() => void} renew  asked for at once, and now and then as long as nobody comes
 */
export function makeAttract(data, closed, renew) {
  let timer = 0;
  let asking = 0;
  let at = 0;
  const slides = [welcome, ...data.changes.map((change) => () => slideOf(change))];
  const stage = element("div", { class: "cover__inside" });
  const dialog = cover("cover cover--attract", texts.TOUCH, () => {
    window.clearInterval(timer);
    window.clearInterval(asking);
    closed();
  });
  dialog.append(stage, element("button", { type: "button", class: "cover__button" }, icon("touch"), texts.TOUCH));

  function turn() {
    at = (at + 1) % slides.length;
    stage.replaceChildren(slides[at]());
  }

  function open() {
    const calm = window.matchMedia(STILL).matches;
    at = 0;
    stage.replaceChildren(...(calm ? still(data) : [slides[0]()]));
    if (!calm && slides.length > 1) timer = window.setInterval(turn, SLIDE_MS);
    dialog.showModal();
    asking = window.setInterval(renew, QUARTER_HOUR_MS);
    renew();
  }

  return { open, isOpen: () => dialog.open };
}

/** The bar at the bottom, where every arm reaches: back, start, search, changes, further down. */

import { element } from "../dom.js";
import { icon } from "./drawing.js";
import { CHANGES, FIND, START } from "./route.js";
import * as texts from "./texts.js";

const PAGE = 0.8;
const NEAR_END = 8;

/** @typedef {Parameters<typeof icon>[0]} Icon */

const inside = (/** @type {Icon} */ drawing, /** @type {string} */ words) =>
  [icon(drawing), element("span", {}, words)];

const way = (/** @type {Icon} */ drawing, /** @type {string} */ words, /** @type {string} */ href) =>
  element("a", { class: "way", href }, ...inside(drawing, words));

function button(/** @type {Icon} */ drawing, /** @type {string} */ words, /** @type {() => void} */ act) {
  const made = element("button", { type: "button", class: "way" }, ...inside(drawing, words));
  made.addEventListener("click", act);
  return made;
}

/**
 * @param {HTMLElement} main  what is scrolled, unless the screen has a part that is
 * @returns {{bar: HTMLElement, update: (screen: string) => void}}
 */
export function makeWays(main) {
  const scrolled = () => main.querySelector(".results") ?? main;
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
  const behavior = () => /** @type {ScrollBehavior} */ (calm.matches ? "auto" : "smooth");
  const back = button("back", texts.BACK, () => window.history.back());
  const home = way("home", texts.HOME, START);
  const find = way("search", texts.SEARCH, FIND);
  const news = way("changes", texts.NEWS, CHANGES);
  const down = button("down", texts.DOWN, () => {
    const part = scrolled();
    part.scrollBy({ top: part.clientHeight * PAGE, behavior: behavior() });
  });
  const up = button("up", texts.UP, () => scrolled().scrollTo({ top: 0, behavior: behavior() }));
  const bar = element("nav", { class: "ways", "aria-label": texts.WAYS }, back, home, find, news, up, down);

  function reach() {
    const { scrollTop, scrollHeight, clientHeight } = scrolled();
    const end = scrollTop + clientHeight > scrollHeight - NEAR_END;
    // "Up" takes the place of "further" at the end, so that the bar keeps its shape.
    down.hidden = end;
    up.hidden = !end || scrollTop < NEAR_END;
  }

  function update(/** @type {string} */ screen) {
    const start = screen === "start";
    back.hidden = start;
    home.hidden = start;
    find.hidden = screen === "find";
    news.hidden = screen === "changes";
    reach();
  }

  main.addEventListener("scroll", reach, { capture: true, passive: true });
  new ResizeObserver(reach).observe(main);
  new MutationObserver(reach).observe(main, { childList: true, subtree: true });
  return { bar, update };
}

/** The board at the counter: joins data, screens, search and the watch for an empty room. */

import { element } from "../dom.js";
import { makeAttract } from "./attract.js";
import { fetchData } from "./data.js";
import { openSearch } from "./finding.js";
import { watchIdle } from "./idle.js";
import * as lists from "./lists.js";
import { heading } from "./pieces.js";
import { procedure } from "./procedure.js";
import { START, readPlace } from "./route.js";
import * as texts from "./texts.js";
import { makeWays } from "./ways.js";

/** @typedef {import("./data.js").Data} Data */

const AGAIN_MS = 15_000;

/**
 * @param {HTMLElement} main
 * @param {URL} root
 * @param {Data} data
 */
function run(main, root, data) {
  const search = openSearch(root, data);
  const ways = makeWays(main);
  main.after(ways.bar);

  const screens = {
    start: () => lists.start(data),
    find: search.screen,
    changes: () => lists.changes(data),
    field: lists.shelf,
    life: lists.shelf,
    procedure: (/** @type {Data} */ _, /** @type {import("./route.js").Place} */ { key }) => procedure(data, key),
  };

  function show(moved = true) {
    const place = readPlace(window.location.hash);
    const shown = screens[place.screen](data, place) ?? [heading(texts.UNKNOWN_PLACE)];
    if (place.screen === "start") search.forget();
    main.replaceChildren(...shown);
    main.scrollTop = 0;
    main.dataset.screen = place.screen;
    const title = main.querySelector("h1");
    document.title = `${title?.textContent ?? ""} – ${agency}`;
    ways.update(place.screen);
    if (moved) (main.querySelector("input") ?? title)?.focus({ preventScroll: true });
  }

  const agency = document.querySelector(".top__agency")?.textContent ?? "";
  const goHome = () => {
    if (window.location.hash !== START) window.location.replace(START);
    search.forget();
  };
  const attract = makeAttract(data, () => show(), () => void renew(root, data));
  window.addEventListener("hashchange", () => show());
  watchIdle({ atStart: () => readPlace(window.location.hash).screen === "start", goHome, attract });
  show(false);
  search.warm();
}

/**
 * A board stays open for weeks: while nobody looks, it takes what has been published since.
 * @param {URL} root
 * @param {Data} data
 */
async function renew(root, data) {
  try {
    const { mark } = await fetchData(root);
    if (mark !== data.mark) window.location.reload();
  } catch {
    // No network: what the board has is still right, and a reload would lose it.
  }
}

/**
 * @param {HTMLElement} main
 * @param {URL} root
 */
async function start(main, root) {
  main.replaceChildren(element("p", { class: "quiet", role: "status" }, texts.LOADING));
  const data = await fetchData(root).catch(() => null);
  if (data) run(main, root, data);
  else failed(main, root);
}

/**
 * @param {HTMLElement} main
 * @param {URL} root
 */
function failed(main, root) {
  const again = element("button", { type: "button", class: "cover__button" }, texts.RETRY);
  const timer = window.setTimeout(() => void start(main, root), AGAIN_MS);
  again.addEventListener("click", () => {
    window.clearTimeout(timer);
    void start(main, root);
  });
  main.replaceChildren(heading(texts.FAILED), element("p", { role: "status" }, texts.FAILED_WHY), again);
}

/** What keeps the board for a start without a network; it begins when the board stands. */
function keep() {
  const { worker } = document.body.dataset;
  if (!worker || !window.isSecureContext || !navigator.serviceWorker) return;
  navigator.serviceWorker.register(worker, { updateViaCache: "none" }).catch(() => undefined);
}

const main = document.querySelector("main");
if (main) {
  document.documentElement.classList.replace("no-js", "js");
  // A long touch would open a menu of the browser's, with ways out of the board.
  document.addEventListener("contextmenu", (event) => event.preventDefault());
  window.addEventListener("load", keep);
  void start(main, new URL(`${document.body.dataset.base || "."}/`, document.baseURI));
}

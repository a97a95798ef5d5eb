/** The page of results: follows its box while typing and keeps the address shareable (?q=). */

import { element } from "./dom.js";
import * as notes from "./notes.js";
import { groups } from "./results.js";
import { announcer } from "./status.js";
import * as texts from "./texts.js";

/** @typedef {import("./box.js").Box} Box */
/** @typedef {import("./catalogue.js").Catalogue} Catalogue */

const PAUSE_MS = 150;
const COMBOBOX_ONLY = ["role", "aria-expanded", "aria-controls", "aria-autocomplete"];

/**
 * The box that belongs to the results: the one in their <main>, else the page's first.
 * @param {readonly Box[]} boxes
 * @param {Element} container
 * @returns {Box | undefined}
 */
export const boxOf = (boxes, container) =>
  boxes.find(({ form }) => container.closest("main, [role=main]")?.contains(form)) ?? boxes[0];

/**
 * @param {string} query
 */
function keepAddress(query) {
  const url = new URL(window.location.href);
  if (query) url.searchParams.set("q", query);
  else url.searchParams.delete("q");
  window.history.replaceState(window.history.state, "", url);
}

/**
 * @param {Element} container
 * @param {Box} box
 * @param {Catalogue} catalogue
 */
export function attachPage(container, box, catalogue) {
  const { form, input } = box;
  const say = announcer(form);
  let timer = 0;

  /** @param {string} heard @param {...HTMLElement} children */
  function show(heard, ...children) {
    container.replaceChildren(...children);
    say(heard);
  }

  function update() {
    const query = input.value.trim();
    const engine = catalogue.ready();
    keepAddress(query);
    if (query === "") show("", element("p", { class: "cchc-advice" }, texts.START));
    else if (engine) answer(engine, query);
    else void wait();
  }

  /**
   * @param {import("./ranking.js").Engine} engine
   * @param {string} query
   */
  function answer(engine, query) {
    const { hits, near } = engine.search(query);
    if (hits.length === 0) {
      show(texts.none(query), ...notes.nothing(box, query, engine.fieldsNear(query)));
      return;
    }
    const total = near ? texts.nearOnly(hits.length) : texts.count(hits.length);
    const lead = element("p", { class: "cchc-advice" }, texts.NOT_FOUND);
    const list = [...groups(hits, box.root), lead, notes.elsewhere(box, query)];
    show(total, element("p", { class: "cchc-total" }, total), ...list);
  }

  async function wait() {
    show(texts.LOADING, ...notes.loading());
    try {
      await catalogue.load();
      update();
    } catch {
      show(`${texts.FAILED} ${texts.LIST}`, ...notes.failed(box, update));
    }
  }

  COMBOBOX_ONLY.forEach((name) => input.removeAttribute(name));
  input.value = new URL(window.location.href).searchParams.get("q") ?? "";
  input.addEventListener("focus", () => void catalogue.load().catch(() => {}));
  input.addEventListener("input", () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(update, PAUSE_MS);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    window.clearTimeout(timer);
    update();
    // On a telephone the keyboard would cover the results.
    input.blur();
  });
  update();
}

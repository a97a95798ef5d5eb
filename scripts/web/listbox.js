/** Suggestions while typing: a combobox with a listbox, by keyboard, mouse and touch. */

import * as notes from "./notes.js";
import { createPanel } from "./panel.js";
import { announcer } from "./status.js";
import * as texts from "./texts.js";

/** @typedef {import("./box.js").Box} Box */
/** @typedef {import("./catalogue.js").Catalogue} Catalogue */

const PAUSE_MS = 80;
/** One letter begins half of all words. */
const FEWEST_LETTERS = 2;

/**
 * The option that is chosen by keyboard, told to assistive technology as the active descendant.
 * @param {HTMLInputElement} input
 * @param {() => HTMLElement[]} options
 */
function choice(input, options) {
  let active = -1;
  function set(/** @type {number} */ next) {
    const all = options();
    active = next;
    all.forEach((option, i) => option.setAttribute("aria-selected", String(i === next)));
    if (all[next]) {
      input.setAttribute("aria-activedescendant", all[next].id);
      all[next].scrollIntoView({ block: "nearest" });
    } else {
      input.removeAttribute("aria-activedescendant");
    }
  }
  return {
    set,
    get: () => options()[active] ?? null,
    /** One further, round the ends by way of the box itself. */
    move(/** @type {1 | -1} */ step) {
      const places = options().length + 1;
      set(((active + 1 + step + places) % places) - 1);
    },
    end: (/** @type {boolean} */ last) => set(last ? options().length - 1 : 0),
  };
}

/**
 * @param {Box} box
 * @param {Catalogue} catalogue
 */
export function attachListbox(box, catalogue) {
  const { form, input } = box;
  const panel = createPanel(box);
  const chosen = choice(input, panel.options);
  const say = announcer(form);
  let timer = 0;

  function close() {
    window.clearTimeout(timer);
    panel.hide();
    chosen.set(-1);
    say("");
  }

  function update() {
    const query = input.value.trim();
    const engine = catalogue.ready();
    if (query.length < FEWEST_LETTERS) close();
    else if (engine) answer(engine, query);
    else void wait();
  }

  function answer(/** @type {import("./ranking.js").Engine} */ engine, /** @type {string} */ query) {
    const found = engine.search(query);
    const { hits, near } = found;
    if (hits.length > 0) panel.showHits(found, query);
    else panel.showNote(notes.nothing(box, query, engine.fieldsNear(query)));
    chosen.set(-1);
    const total = near ? texts.nearOnly(hits.length) : texts.count(hits.length);
    say(hits.length > 0 ? `${total}. ${texts.KEYS_HINT}` : `${texts.none(query)} ${texts.ADVICE}`);
  }

  async function wait() {
    panel.showNote(notes.loading());
    say(texts.LOADING);
    try {
      await catalogue.load();
      if (form.contains(document.activeElement)) update();
      else close();
    } catch {
      panel.showNote(notes.failed(box, update));
      say(`${texts.FAILED} ${texts.LIST}`);
    }
  }

  function arrow(/** @type {1 | -1} */ step) {
    if (panel.options().length === 0) update();
    else chosen.move(step);
  }

  /** @type {Record<string, () => boolean>} true when the key was for the list */
  const keys = {
    ArrowDown: () => (arrow(1), true),
    ArrowUp: () => (arrow(-1), true),
    Home: () => chosen.get() !== null && (chosen.end(false), true),
    End: () => chosen.get() !== null && (chosen.end(true), true),
    Enter: () => chosen.get() !== null && (chosen.get()?.click(), true),
    Escape: () => panel.open() && (close(), true),
  };

  input.addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (keys[event.key]?.()) event.preventDefault();
  });
  input.addEventListener("focus", () => void catalogue.load().catch(() => {}));
  input.addEventListener("input", () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(update, PAUSE_MS);
  });
  form.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !form.contains(relatedTarget)) close();
  });
  document.addEventListener("pointerdown", ({ target }) => {
    if (panel.open() && target instanceof Node && !form.contains(target)) close();
  });
  if (document.activeElement === input) void catalogue.load().catch(() => {});
  for (const [name, value] of [["role", "combobox"], ["aria-expanded", "false"], ["aria-autocomplete", "list"],
    ["aria-controls", panel.listId], ["aria-keyshortcuts", "/"], ["autocomplete", "off"]]) {
    input.setAttribute(name, value);
  }
}

/** The screen of search: a box, keys on the screen, the hits as large rows; the page's own engine. */

import { openCatalogue } from "../catalogue.js";
import { element } from "../dom.js";
import { detailsOf, nameOf } from "../hits.js";
import { announcer } from "../status.js";
import * as found from "../texts.js";
import { has } from "./data.js";
import { keyboard } from "./keys.js";
import { heading, rowTo, rows } from "./pieces.js";
import { procedureLink, shelfLink } from "./route.js";
import * as texts from "./texts.js";

/** @typedef {import("../ranking.js").Found} Found */
/** @typedef {import("../rows.js").Row} Row */
/** @typedef {import("./data.js").Data} Data */

const MOST = 24;
const PAUSE_MS = 80;
/** Where there is less, board.css hides the keys: a telephone has its own. */
const ROOM_FOR_KEYS = "(min-width: 44rem) and (min-height: 36rem)";

/**
 * Where a row of the search is on the board; a page the board does not have leads nowhere.
 * @param {Data} data
 * @param {Row} row
 * @returns {string}
 */
function linkOf(data, { c, u }) {
  if (c) return has(data.procedures, c) || has(data.ended, c) ? procedureLink(c) : "";
  const shelf = data.shelves.find(({ at }) => at === u);
  return shelf ? shelfLink(shelf) : "";
}

/**
 * To the site a field is one page more; here it is a field.
 * @param {Found} hit
 * @returns {HTMLElement[] | null}
 */
const fieldOnly = ({ row }) =>
  (row.k === "t" && !row.c ? [element("span", { class: "cchc-hit__facts" }, texts.FIELDS)] : null);

/**
 * @param {Data} data
 * @param {readonly Found[]} hits
 * @returns {HTMLElement[]}
 */
function items(data, hits) {
  const here = hits.map((hit) => ({ hit, href: linkOf(data, hit.row) })).filter(({ href }) => href !== "");
  return here.map(({ hit, href }) => rowTo(href, nameOf(hit), ...(fieldOnly(hit) ?? detailsOf(hit))));
}

const quiet = (/** @type {string} */ words) => element("p", { class: "quiet" }, words);

/**
 * @param {URL} root  the site's root
 * @param {Data} data
 */
export function openSearch(root, data) {
  const catalogue = openCatalogue(root);
  let asked = "";

  /** @returns {HTMLElement[]} */
  function screen() {
    const input = /** @type {HTMLInputElement} */ (element("input", {
      type: "text", id: "tim", name: "q", class: "box__input", autocomplete: "off", autocapitalize: "off",
      spellcheck: "false", inputmode: window.matchMedia(ROOM_FOR_KEYS).matches ? "none" : "search" }));
    const label = element("label", { for: "tim", class: "box__label" }, texts.BOX);
    const form = element("form", { class: "box", role: "search" }, label, input);
    const results = element("div", { class: "results", tabindex: "0", role: "region", "aria-label": found.RESULTS });
    const say = announcer(form);
    let timer = 0;

    /** @param {string} heard @param {...HTMLElement} children */
    function show(heard, ...children) {
      results.replaceChildren(...children);
      results.scrollTop = 0;
      say(heard);
    }

    function update() {
      asked = input.value;
      const query = asked.trim();
      const engine = catalogue.ready();
      if (query === "") show("", quiet(texts.TYPE));
      else if (engine) answer(engine, query);
      else void wait();
    }

    function answer(/** @type {import("../ranking.js").Engine} */ engine, /** @type {string} */ query) {
      const { hits, near } = engine.search(query);
      const all = items(data, hits);
      if (all.length === 0) {
        const fields = engine.fieldsNear(query).map((row) => ({ row, href: linkOf(data, row) }))
          .filter(({ href }) => href).map(({ row, href }) => rowTo(href, [row.t]));
        const nearest = fields.length > 0 ? [quiet(found.FIELDS_NEAR), rows(fields)] : [];
        show(found.none(query), quiet(found.none(query)), ...nearest, quiet(found.ADVICE), quiet(texts.ASK_COUNTER));
        return;
      }
      const total = near ? found.nearOnly(all.length) : found.count(all.length);
      const rest = all.length > MOST ? [quiet(texts.MORE_WORDS)] : [];
      show(total, quiet(total), rows(all.slice(0, MOST)), ...rest, quiet(texts.ASK_COUNTER));
    }

    async function wait() {
      show(found.LOADING, quiet(found.LOADING));
      try {
        await catalogue.load();
        update();
      } catch {
        show(found.FAILED, quiet(`${found.FAILED} ${texts.FAILED_WHY}`));
        timer = window.setTimeout(() => input.isConnected && update(), 5000);
      }
    }

    input.value = asked;
    input.addEventListener("input", () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(update, PAUSE_MS);
    });
    form.addEventListener("submit", (event) => event.preventDefault());
    update();
    return [element("div", { class: "finding" }, heading(texts.FIND), form, results, keyboard(input))];
  }

  return {
    screen,
    warm: () => void catalogue.load().catch(() => {}),
    forget: () => {
      asked = "";
    },
  };
}

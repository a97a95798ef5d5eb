/** The screen of one procedure: the answers first, then papers, steps and the rest in brief. */

import { element } from "../dom.js";
import { has } from "./data.js";
import { icon, qrCode } from "./drawing.js";
import { heading, row, rows, tags } from "./pieces.js";
import * as texts from "./texts.js";

/** @typedef {import("./data.js").Case} Case */
/** @typedef {import("./data.js").Data} Data */
/** @typedef {import("./data.js").Paper} Paper */
/** @typedef {import("./data.js").Told} Told */

/** Names run from 15 letters to 919. */
const LONG_TITLE = 110;
const ENDLESS_TITLE = 300;
/** How long, how much, where: the answers that fit in a frame; the next tells the ways of filing. */
const SHORT = 3;
/** What a sheet writes for "none of them". */
const NONE = ["–", "0"];

const term = (/** @type {string} */ words) => (words ? [" ", element("small", {}, words)] : []);
const line = (/** @type {string} */ words) => element("p", {}, words);

/**
 * @param {Paper} paper
 * @returns {string}
 */
function counts([, , originals, copies]) {
  if (originals === texts.UNCLEAR) return texts.countsUnclear;
  const said = [[originals, texts.ORIGINALS], [copies, texts.COPIES]].filter(([count]) => !NONE.includes(count));
  return said.map((both) => both.join(" ")).join(", ");
}

/**
 * @param {Paper} paper
 * @returns {HTMLElement}
 */
function paperItem(paper) {
  const [name, note] = paper;
  const small = [counts(paper), note].filter(Boolean).map((words) => element("small", {}, words));
  return element("li", {}, element("span", {}, name), ...small.flatMap((each) => [" ", each]));
}

/**
 * @param {Case} papers
 * @returns {HTMLElement[]}
 */
const caseOf = ([name, papers, notes]) => [
  ...(name ? [element("h3", {}, name)] : []),
  element("ul", { class: "papers" }, ...papers.map(paperItem)),
  ...notes.map((note) => element("p", { class: "quiet" }, note)),
];

/**
 * @param {Told["parts"][number]} part
 * @returns {HTMLElement}
 */
function partOf([title, law, kind, lines, cases]) {
  const texted = kind === "steps"
    ? [element("ol", { class: "steps" }, ...lines.map((each) => element("li", {}, each)))]
    : lines.map(line);
  return element("section", { class: `part part--${kind}` }, element("h2", {}, title, ...term(law)),
    ...cases.flatMap(caseOf), ...texted);
}

/**
 * @param {Told} told
 * @returns {HTMLElement}
 */
const answersOf = ({ answers }) => element("dl", { class: "answers" },
  ...answers.slice(0, SHORT).map(([question, law, lines]) => element("div", { class: "answer" },
    element("dt", {}, question, ...term(law)), ...lines.map((each) => element("dd", {}, each)))));

/**
 * What to bring and what to do stand before the ways of filing, which are long.
 * @param {Told} told
 * @returns {Told["parts"]}
 */
function partsOf({ answers, parts }) {
  /** @type {Told["parts"]} */
  const ways = answers.slice(SHORT).map(([question, law, lines]) => [question, law, "lines", lines, []]);
  const first = parts.filter(([, , kind]) => kind !== "lines");
  return [...first, ...ways, ...parts.filter((part) => !first.includes(part))];
}

/**
 * @param {Told} told
 * @returns {HTMLElement}
 */
const whole = ({ qr, ask }) => element("aside", { class: "qr", "aria-label": texts.SCAN },
  ...(qr ? [qrCode(qr, texts.SCAN), line(texts.SCAN)] : [line(`${texts.CUT} ${texts.askWhom(ask)}`)]));

/**
 * @param {string} code
 * @param {Told} told
 * @returns {HTMLElement[]}
 */
function procedureOf(code, told) {
  const title = heading(told.title);
  title.classList.toggle("long", told.title.length > LONG_TITLE);
  title.classList.toggle("endless", told.title.length > ENDLESS_TITLE);
  const names = told.names.length > 0 ? [`${texts.CALLED}: ${told.names.join("; ")}`] : [];
  const facts = [`${texts.CODE}: ${code}`, told.field, ...names].map((each) => element("span", {}, each));
  const warnings = told.warnings.map(([what, text]) =>
    element("p", { class: "warning" }, icon("alert"), element("span", {}, element("b", {}, `${what}.`), ` ${text}`)));
  return [
    title,
    element("p", { class: "facts" }, ...facts.flatMap((each) => [each, " "]), ...tags(told.marks)),
    element("div", { class: "first" }, answersOf(told), whole(told)),
    ...warnings,
    element("div", { class: "parts" }, ...partsOf(told).map(partOf)),
  ];
}

/**
 * @param {string} code
 * @param {Data} data
 * @returns {HTMLElement[]}
 */
function endedOf(code, data) {
  const { title, said, instead } = data.ended[code];
  const successors = instead.map((each) => (has(data.procedures, each)
    ? row(each, [data.procedures[each].title], element("span", { class: "code" }, each))
    : element("li", { class: "quiet" }, `${each}: ${texts.NOT_HERE}`)));
  return [
    heading(title),
    element("p", { class: "warning" }, icon("alert"), element("span", {}, said)),
    ...(successors.length > 0 ? [element("h2", {}, texts.INSTEAD), rows(successors)] : []),
    element("p", { class: "quiet" }, texts.ASK_COUNTER),
  ];
}

/**
 * @param {Data} data
 * @param {string} code
 * @returns {HTMLElement[] | null}  null where the code is none of the board's
 */
export function procedure(data, code) {
  if (has(data.procedures, code)) return procedureOf(code, data.procedures[code]);
  return has(data.ended, code) ? endedOf(code, data) : null;
}

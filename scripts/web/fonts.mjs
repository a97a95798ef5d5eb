/** The web font: which files of the package go to the site, and the CSS that names them. */

import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";

const PACKAGE = "@fontsource/be-vietnam-pro";
const FOLDER = path.dirname(createRequire(import.meta.url).resolve(`${PACKAGE}/package.json`));
/** vietnamese holds what latin lacks: ă đ ĩ ũ ơ ư, the letters with two marks, and ₫. */
const SUBSETS = ["vietnamese", "latin"];
/** Text, and headings or strong words: 600 stands out without shouting, and serves 700 as well. */
const WEIGHTS = [["400", "400"], ["600", "600 700"]];

/**
 * Fonts that devices have, made as wide as this one: when it arrives no line breaks elsewhere and nothing jumps.
 * Widths in per cent, measured in Chromium on the text of a procedure, regular and bold.
 * @type {Array<{family: string, widths: number[]}>}
 */
const STAND_INS = [
  { family: "Roboto", widths: [109.4, 110.2] },
  { family: "Arial", widths: [107.5, 102.2] },
  { family: "DejaVu Sans", widths: [95.6, 86.9] },
];

export const licenceFile = path.join(FOLDER, "LICENSE");

/**
 * @returns {Promise<Record<string, string>>}  unicode-range by subset
 */
export async function unicodeRanges() {
  const ranges = JSON.parse(await readFile(path.join(FOLDER, "unicode.json"), "utf8"));
  return Object.fromEntries(SUBSETS.map((subset) => [subset, ranges[subset]]));
}

/**
 * @returns {Array<{subset: string, covers: string, name: string, source: string}>}
 */
export function fontFiles() {
  return WEIGHTS.flatMap(([weight, covers]) => SUBSETS.map((subset) => {
    const name = `be-vietnam-pro-${subset}-${weight}-normal.woff2`;
    return { subset, covers, name, source: path.join(FOLDER, "files", name) };
  }));
}

/**
 * @param {string} file
 * @returns {Promise<string>}  a mark of its content: with it in the address, browsers keep a font for good
 */
async function mark(file) {
  return createHash("sha256").update(await readFile(file)).digest("hex").slice(0, 10);
}

/**
 * @returns {Promise<string>}  the text of fonts.css
 */
export async function fontsCss() {
  const ranges = await unicodeRanges();
  const faces = await Promise.all(fontFiles().map(async ({ subset, covers, name, source }) => `@font-face {
  font-family: "Be Vietnam Pro";
  font-style: normal;
  font-display: swap;
  font-weight: ${covers};
  src: url("fonts/${name}?v=${await mark(source)}") format("woff2");
  unicode-range: ${ranges[subset].replaceAll(",", ", ")};
}
`));
  return [...faces, ...STAND_INS.flatMap(standIns)].join("\n");
}

/**
 * @param {{family: string, widths: number[]}} standIn
 * @returns {string[]}
 */
function standIns({ family, widths }) {
  return WEIGHTS.map(([, covers], n) => `@font-face {
  font-family: "như ${family}";
  font-weight: ${covers};
  src: ${n ? `local("${family} Bold"), local("${family}-Bold"), ` : ""}local("${family}");
  size-adjust: ${widths[n]}%;
}
`);
}

/** Builds what the site gives to browsers into .cache/web/ (another folder: first argument). */

import { copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";

import { fontFiles, fontsCss, licenceFile } from "./fonts.mjs";

const SOURCES = path.dirname(fileURLToPath(import.meta.url));
const ROOT = path.resolve(SOURCES, "../..");
const OLDEST_BROWSERS = "es2020";

/** What pages load, by the name of the file: the search box; the counter's board, which searches too. */
const SCRIPTS = { "search.js": "search.js", "board.js": "board/board.js" };

/**
 * @param {string} folder
 * @param {string} name
 * @param {string} source
 */
async function bundle(folder, name, source) {
  await build({
    absWorkingDir: ROOT,
    entryPoints: [path.join(SOURCES, source)],
    outfile: path.join(folder, name),
    bundle: true,
    minify: true,
    format: "iife",
    target: OLDEST_BROWSERS,
    charset: "utf8",
    legalComments: "none",
    banner: { js: "/* MiniSearch: MIT, licenses.txt */" },
    logLevel: "warning",
  });
}

/**
 * @param {string} folder
 */
async function copyFonts(folder) {
  await mkdir(path.join(folder, "fonts"));
  for (const { source, name } of fontFiles()) await copyFile(source, path.join(folder, "fonts", name));
  await writeFile(path.join(folder, "fonts.css"), await fontsCss());
}

/**
 * @param {string} folder
 */
async function writeLicences(folder) {
  const miniSearch = path.join(path.dirname(createRequire(import.meta.url).resolve("minisearch")), "../..");
  const [search, font] = await Promise.all(
    [path.join(miniSearch, "LICENSE.txt"), licenceFile].map((file) => readFile(file, "utf8")));
  const parts = [["MiniSearch (search.js, board.js)", search], ["Be Vietnam Pro (fonts/)", font]];
  const text = parts.map(([name, licence]) => `${name}\n${"=".repeat(name.length)}\n\n${licence.trim()}\n`);
  await writeFile(path.join(folder, "licenses.txt"), text.join("\n\n"));
}

const folder = path.join(path.resolve(process.argv[2] ?? path.join(ROOT, ".cache/web")), "assets/cchc");
await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
const bundles = Object.entries(SCRIPTS).map(([name, source]) => bundle(folder, name, source));
await Promise.all([...bundles, copyFonts(folder), writeLicences(folder)]);
await copyFile(path.join(SOURCES, "search.css"), path.join(folder, "search.css"));

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
 * @param {string} source  below this folder
 * @param {string} outfile
 * @param {string} banner
 */
async function bundle(source, outfile, banner = "") {
  await build({
    absWorkingDir: ROOT,
    entryPoints: [path.join(SOURCES, source)],
    outfile,
    bundle: true,
    minify: true,
    format: "iife",
    target: OLDEST_BROWSERS,
    charset: "utf8",
    legalComments: "none",
    banner: { js: banner },
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

const place = path.resolve(process.argv[2] ?? path.join(ROOT, ".cache/web"));
const folder = path.join(place, "assets/cchc");
// Not among the files of the site: its build writes the worker with what is to be kept.
const workers = path.join(place, "worker");
await Promise.all([folder, workers].map((each) => rm(each, { recursive: true, force: true })));
await mkdir(folder, { recursive: true });
const bundles = Object.entries(SCRIPTS).map(([name, source]) =>
  bundle(source, path.join(folder, name), "/* MiniSearch: MIT, licenses.txt */"));
await Promise.all([
  ...bundles,
  bundle("offline/worker.js", path.join(workers, "keep.js")),
  bundle("offline/retire.js", path.join(workers, "retire.js")),
  copyFonts(folder),
  writeLicences(folder),
]);
await copyFile(path.join(SOURCES, "search.css"), path.join(folder, "search.css"));

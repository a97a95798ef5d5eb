/** Builds the browser editor into .cache/editor/ (another folder: first argument). */

import { copyFile, cp, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";

import { fontFiles, fontsCss, licenceFile } from "../fonts.mjs";
import { rewritten, unknownHosts } from "./addresses.mjs";
import { mended } from "./mends.mjs";
import { ourWords } from "./words.mjs";

const SOURCES = path.dirname(fileURLToPath(import.meta.url));
const ROOT = path.resolve(SOURCES, "../../..");
const CMS = path.resolve(path.dirname(createRequire(import.meta.url).resolve("@sveltia/cms")), "..");
const BROWSERS = "es2022";
/** Grammars of code, maps, vector pictures: none of our forms has them. */
const LEFT_OUT = /^(?:@shikijs\/|leaflet(?:\/|$)|terra-draw|svgo(?:\/|$))/;
/** The editor's languages besides English, which is built in; of them ours stays. */
const LANGUAGES = /locales\/[A-Za-z-]+\.json$/;
const OURS = /locales[\\/]vi\.json$/;
const LICENCES = [
  ["Sveltia CMS (editor.js, chunks/)", path.join(CMS, "LICENSE.txt")],
  ["Source Sans 3 (assets/)", path.join(CMS, "npm/assets/source-sans-3.LICENSE.txt")],
  ["Noto Mono (assets/)", path.join(CMS, "npm/assets/noto-mono.LICENSE.txt")],
  ["Material Symbols (assets/)", path.join(CMS, "npm/assets/material-symbols-outlined.LICENSE.txt")],
  ["Be Vietnam Pro (fonts/)", licenceFile],
];

/**
 * @param {string[]} assets
 * @returns {import("esbuild").Plugin}
 */
function ours(assets) {
  return {
    name: "ours",
    setup(building) {
      const empty = () => ({ path: "nothing", namespace: "none" });
      building.onResolve({ filter: LEFT_OUT }, empty);
      building.onResolve({ filter: LANGUAGES }, (asked) => (OURS.test(asked.path) ? undefined : empty()));
      building.onLoad({ filter: /.*/, namespace: "none" }, () => ({ contents: "export default {}", loader: "js" }));
      building.onLoad({ filter: /@sveltia[\\/]cms[\\/]npm[\\/]index\.js$/ }, async ({ path: file }) => {
        return { contents: rewritten(mended(await readFile(file, "utf8")), assets), loader: "js" };
      });
      building.onLoad({ filter: OURS }, async ({ path: file }) => {
        return { contents: ourWords(await readFile(file, "utf8")), loader: "json" };
      });
    },
  };
}

/**
 * @param {string} folder
 * @param {string[]} assets
 */
async function bundle(folder, assets) {
  await build({
    absWorkingDir: ROOT,
    entryPoints: [path.join(SOURCES, "editor.js")],
    outdir: folder,
    chunkNames: "chunks/[name]-[hash]",
    bundle: true,
    minify: true,
    splitting: true,
    format: "esm",
    target: BROWSERS,
    charset: "utf8",
    legalComments: "none",
    plugins: [ours(assets)],
    // The package is said to be large: we know.
    logLevel: "error",
  });
}

/**
 * @param {string} folder
 */
async function copyStyles(folder) {
  await mkdir(path.join(folder, "fonts"));
  for (const { source, name } of fontFiles()) await copyFile(source, path.join(folder, "fonts", name));
  const own = await readFile(path.join(SOURCES, "editor.css"), "utf8");
  await writeFile(path.join(folder, "editor.css"), `${await fontsCss()}\n${own}`);
}

/**
 * @param {string} folder
 */
async function writeAnswers(folder) {
  const { version } = JSON.parse(await readFile(path.join(CMS, "package.json"), "utf8"));
  await mkdir(path.join(folder, "noi-bo/cms"), { recursive: true });
  await writeFile(path.join(folder, "noi-bo/cms/package.json"), JSON.stringify({ version }));
  const well = { status: { indicator: "none" }, result: { status_overall: { status_code: 100 } } };
  await writeFile(path.join(folder, "noi-bo/trang-thai.json"), JSON.stringify(well));
}

/**
 * @param {string} folder
 */
async function writeLicences(folder) {
  const parts = await Promise.all(LICENCES.map(async ([name, file]) => {
    const text = await readFile(file, "utf8");
    return `${name}\n${"=".repeat(name.length)}\n\n${text.trim()}\n`;
  }));
  await writeFile(path.join(folder, "licenses.txt"), parts.join("\n\n"));
}

/**
 * @param {string} folder
 */
async function judge(folder) {
  const scripts = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith(".js"));
  const texts = await Promise.all(scripts.map((name) => readFile(path.join(folder, name), "utf8")));
  const unknown = unknownHosts(texts.join("\n"));
  if (unknown.length) {
    throw new Error(`trình soạn thảo có địa chỉ lạ: ${unknown.join(", ")}; xem scripts/web/editor/addresses.mjs`);
  }
}

const folder = path.resolve(process.argv[2] ?? path.join(ROOT, ".cache/editor"));
await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
const assets = await readdir(path.join(CMS, "npm/assets"));
await bundle(folder, assets);
await Promise.all([
  cp(path.join(CMS, "npm/assets"), path.join(folder, "assets"), {
    recursive: true,
    filter: (name) => !/\.map$|marker-icon/.test(name),
  }),
  copyStyles(folder),
  writeAnswers(folder),
  writeLicences(folder),
]);
await judge(folder);

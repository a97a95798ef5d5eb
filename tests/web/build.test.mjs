import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

import { unicodeRanges } from "../../scripts/web/fonts.mjs";

const BUILD = fileURLToPath(new URL("../../scripts/web/build.mjs", import.meta.url));
const LARGEST_GZ = { "search.js": 18_000, "board.js": 22_000 };
const LARGEST_WORKER_GZ = 5_000;
const folder = mkdtempSync(path.join(tmpdir(), "cchc-web-"));
after(() => rmSync(folder, { recursive: true }));

function built(name) {
  const root = path.join(folder, name);
  execFileSync(process.execPath, [BUILD, root], { stdio: "pipe" });
  const parts = path.join(root, "assets/cchc");
  const files = readdirSync(parts, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(files.map((entry) => path.join(entry.parentPath ?? entry.path, entry.name)).sort()
    .map((file) => [path.relative(parts, file), readFileSync(file)]));
}

function workers(name) {
  const place = path.join(folder, name, "worker");
  return new Map(readdirSync(place).sort().map((file) => [file, readFileSync(path.join(place, file))]));
}

const first = built("one");

test("the build gives the promised files, and the same bytes again", () => {
  assert.deepEqual([...first.keys()], [
    "board.js",
    "fonts.css",
    "fonts/be-vietnam-pro-latin-400-normal.woff2",
    "fonts/be-vietnam-pro-latin-600-normal.woff2",
    "fonts/be-vietnam-pro-vietnamese-400-normal.woff2",
    "fonts/be-vietnam-pro-vietnamese-600-normal.woff2",
    "licenses.txt",
    "search.css",
    "search.js",
  ]);
  assert.deepEqual(built("two"), first);
});

test("every file that fonts.css names is there", () => {
  const named = [...first.get("fonts.css").toString().matchAll(/url\("([^"?]+)\?v=[0-9a-f]{10}"\)/g)].map(([, file]) => file);
  assert.equal(named.length, 4);
  for (const file of named) assert.ok(first.has(file), file);
});

test("the scripts are small, and have no eval, inline HTML, foreign address or path of this machine", () => {
  for (const [name, largest] of Object.entries(LARGEST_GZ)) {
    // The name of SVG's elements looks like an address; nothing is asked of it.
    const script = first.get(name).toString().replace("http://www.w3.org/2000/svg", "");
    assert.ok(gzipSync(script).length < largest, name);
    for (const forbidden of ["eval(", "new Function", "innerHTML", "outerHTML", "insertAdjacentHTML",
      "document.write", "http://", "https://", ".style", path.dirname(BUILD)]) {
      assert.ok(!script.includes(forbidden), `${name}: ${forbidden}`);
    }
  }
});

test("the two workers are small, the same again, and know no other host", () => {
  const [one, two] = [workers("one"), workers("two")];
  assert.deepEqual([...one.keys()], ["keep.js", "retire.js"]);
  assert.deepEqual(two, one);
  for (const script of one.values()) {
    assert.ok(gzipSync(script).length < LARGEST_WORKER_GZ);
    for (const forbidden of ["eval(", "new Function", "importScripts", "http://", "https://", path.dirname(BUILD)]) {
      assert.ok(!script.toString().includes(forbidden), forbidden);
    }
  }
});

test("the licences of both parts go along", () => {
  const text = first.get("licenses.txt").toString();
  assert.match(text, /Luca Ongaro/);
  assert.match(text, /SIL OPEN FONT LICENSE Version 1\.1/);
});

test("the two subsets cover every Vietnamese letter and the signs of our texts", async () => {
  const spans = Object.values(await unicodeRanges()).join(",").split(",").map((range) =>
    range.replace("U+", "").split("-").map((hex) => Number.parseInt(hex, 16)));
  const covered = (code) => spans.some(([from, to = from]) => from <= code && code <= to);
  const tones = ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"];
  const letters = [..."aăâeêioôơuưy"].flatMap((vowel) => tones.map((tone) => (vowel + tone).normalize("NFC")));
  const text = `${letters.join("")}đ${letters.join("").toUpperCase()}Đ₫–—“”‘’…·•×§°²³½%€`;
  const lacking = [...text].filter((letter) => !covered(letter.codePointAt(0)));
  assert.deepEqual(lacking, []);
});

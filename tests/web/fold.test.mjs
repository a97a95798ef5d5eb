import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

import { fold, hasMarks, keys, words } from "../../scripts/web/fold.js";

const cases = JSON.parse(await readFile(new URL("fold_cases.json", import.meta.url), "utf8"));

for (const { in: text, out } of cases) {
  test(`fold(${JSON.stringify(text)})`, () => assert.equal(fold(text), out));
}

test("folding twice changes nothing more", () => {
  for (const { out } of cases) assert.equal(fold(out), out);
});

test("words keep their places in the text, decomposed or not", () => {
  const text = "Chứng thực".normalize("NFD");
  const places = words(text).map((word) => text.slice(word.start, word.end));
  assert.deepEqual(places.map((place) => place.normalize("NFC")), ["Chứng", "thực"]);
});

test("a code and punctuation split into words", () => {
  assert.deepEqual(keys("Mã 1.001193; “khai-sinh”…"), ["ma", "1", "001193", "khai", "sinh"]);
});

test("the toned form is one in both tone styles and tells đất from đặt", () => {
  const toned = (text) => words(text)[0].toned;
  assert.equal(toned("hoà"), toned("hòa"));
  assert.equal(toned("Uỷ"), toned("ủy"));
  assert.equal(toned("kí"), toned("ký"));
  assert.notEqual(toned("đất"), toned("đặt"));
  assert.notEqual(toned("dat"), toned("đạt"));
});

test("marks are seen only where they were typed", () => {
  assert.deepEqual(words("khai đường quy hòa").map(hasMarks), [false, true, false, true]);
});

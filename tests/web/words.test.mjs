import assert from "node:assert/strict";
import { test } from "node:test";

import { codeIn, rowsByCode } from "../../scripts/web/codes.js";
import { words } from "../../scripts/web/fold.js";
import { specialCases, unasked } from "../../scripts/web/ordinary.js";
import { variants } from "../../scripts/web/synonyms.js";
import { neighbours, oneEditApart } from "../../scripts/web/typos.js";
import { Vocabulary } from "../../scripts/web/vocabulary.js";

const CODES = {
  "1.001193": "1001193",
  "1001193": "1001193",
  "001193": "001193",
  "1.0011": "10011",
  " 1 001193 ": "1001193",
  "mã 1.001193": "1001193",
  "Mã TTHC: 1.001193": "1001193",
  "2.000815.000.00.00.H57": "2000815",
  "thủ tục 1.001193 cần gì": "1001193",
  "12": "",
  "đất 5%": "",
  "1.500.000 đồng": "",
  "01/7/2025": "",
  "khai sinh": "",
};

for (const [query, digits] of Object.entries(CODES)) {
  test(`the code in “${query}” is “${digits}”`, () => assert.equal(codeIn(query), digits));
}

test("a code is found with and without its first digit, the exact beginning first", () => {
  const rows = ["2.001193", "1.001193", "1.100119"].map((c) => ({ c }));
  const found = (query) => rowsByCode(rows, query).map((row) => row.c);
  assert.deepEqual(found("1.001193"), ["1.001193"]);
  assert.deepEqual(found("001193"), ["2.001193", "1.001193"]);
  assert.deepEqual(found("1.1001"), ["1.100119"]);
});

for (const [typed, meant] of [["sih", "sinh"], ["sinhh", "sinh"], ["sjnh", "sinh"], ["khia", "khai"]]) {
  test(`“${typed}” is one error away from “${meant}”`, () => {
    assert.ok(oneEditApart(typed, meant));
    assert.ok(oneEditApart(meant, typed));
  });
}

test("equal words and words two errors apart are not", () => {
  assert.ok(!oneEditApart("sinh", "sinh"));
  assert.ok(!oneEditApart("si", "sinh"));
  assert.ok(!oneEditApart("khai", "kiah"));
});

test("numbers and words of two letters are taken as typed", () => {
  assert.deepEqual(neighbours("an", ["ban", "in"]), []);
  assert.deepEqual(neighbours("2025", ["2026"]), []);
});

const vocabulary = new Vocabulary(
  new Set(["khai", "khac", "sinh", "sang", "tu"]), [["khai", "sinh"], ["khai", "tu"]]);
const terms = (query, guess = false) =>
  vocabulary.readings(query.split(" "), guess).map((readings) => readings.map(({ term }) => term));

test("a known word is itself, an unfinished one its beginning", () => {
  assert.deepEqual(terms("khai sin"), [["khai"], ["sin"]]);
  assert.equal(vocabulary.readings(["sin"], false)[0][0].prefix, true);
});

test("a guess that stands beside its neighbour in a name wins over others", () => {
  assert.deepEqual(terms("khaj sinh"), [["khai"], ["sinh"]]);
  assert.deepEqual(terms("khaj"), [["khai", "khac"]]);
});

test("an unknown word like no other has no reading", () => assert.deepEqual(terms("xyzzy"), [[]]));

test("words run together are parted where a name has them side by side", () => {
  assert.deepEqual(vocabulary.parted("khaisinh"), ["khai", "sinh"]);
  assert.deepEqual(vocabulary.parted("sinhkhai"), ["sinhkhai"]);
});

const said = (query) => variants(words(query)).map((variant) => variant.map(({ key }) => key).join(" "));

test("abbreviations and everyday words are also asked in official words", () => {
  assert.ok(said("cccd").includes("the can cuoc"));
  assert.ok(said("làm lại CCCD").includes("lam lai the can cuoc"));
  assert.ok(said("kt3").includes("dang ki tam tru"));
  assert.ok(said("so do").includes("giay chung nhan quyen su dung dat"));
});

test("typed marks that speak against an everyday word are believed", () => {
  assert.deepEqual(said("số đo"), ["so do"]);
});

test("the query itself stays the first wording", () => assert.equal(said("HKD cá thể")[0], "hkd ca the"));

test("a special case counts against a name unless the query touches it", () => {
  const cases = specialCases("dang ki lai khai sinh co yeu to nuoc ngoai".split(" "));
  assert.equal(cases.length, 2);
  assert.equal(unasked(cases, ["khai", "sinh"]), 2);
  assert.equal(unasked(cases, ["khai", "sinh", "nuoc", "ngoai"]), 1);
});

import assert from "node:assert/strict";
import { test } from "node:test";

import { createEngine } from "../../scripts/web/ranking.js";
import { readRows } from "../../scripts/web/rows.js";
import { missing, nationalRows, queries, wardRows } from "./real_rows.mjs";

const LEAST_RIGHT = 0.95;
const SHOWN = 3;

for (const [name, rows] of [["cấp xã cả nước", nationalRows], ["của phường", wardRows]]) {
  test(`40 câu hỏi trên danh mục ${name}: ít nhất 95 % đúng trong ba kết quả đầu`, { skip: missing }, async () => {
    const engine = await createEngine(readRows({ v: 1, rows: rows() }));
    const wrong = queries().filter(({ q, ma }) =>
      !engine.search(q).hits.slice(0, SHOWN).some(({ row }) => ma.includes(row.c)));
    const right = 1 - wrong.length / queries().length;
    assert.ok(right >= LEAST_RIGHT, `sai: ${wrong.map(({ q }) => q).join(" | ")}`);
  });
}

test("đủ 40 câu hỏi, mỗi câu có ít nhất một mã", () => {
  assert.equal(queries().length, 40);
  for (const { q, ma } of queries()) assert.ok(q && ma.every((code) => /^\d\.\d{6}$/.test(code)), q);
});

import assert from "node:assert/strict";
import { test } from "node:test";

import { squares } from "../../scripts/web/board/drawing.js";
import { procedureLink, readPlace, shelfLink } from "../../scripts/web/board/route.js";

test("a link and the place it leads to are one", () => {
  assert.deepEqual(readPlace(procedureLink("1.001193")), { screen: "procedure", key: "1.001193" });
  assert.deepEqual(readPlace(shelfLink({ kind: "field", key: "ho-tich" })), { screen: "field", key: "ho-tich" });
  assert.deepEqual(readPlace(shelfLink({ kind: "life", key: "sinh-con" })), { screen: "life", key: "sinh-con" });
  assert.deepEqual(readPlace("#/tim"), { screen: "find", key: "" });
  assert.deepEqual(readPlace("#/thay-doi"), { screen: "changes", key: "" });
});

test("what is no place is the start", () => {
  for (const hash of ["", "#", "#/", "#/x", "#/constructor/y", "#https://example.vn/", "#/__proto__/"]) {
    assert.deepEqual(readPlace(hash), { screen: "start", key: "" }, hash);
  }
});

test("dots become squares, row by row", () => {
  // 3 × 3: dark at the corners and in the middle, 101 010 101 and seven zeros.
  const bits = Buffer.from([0b10101010, 0b10000000]).toString("base64");
  assert.deepEqual(squares(`3:${bits}`), {
    side: 3,
    path: ["0 0", "2 0", "1 1", "0 2", "2 2"].map((at) => `M${at}h1v1h-1z`).join(""),
  });
});

import assert from "node:assert/strict";
import { test } from "node:test";

import { reason } from "../../scripts/web/hits.js";
import { parts } from "../../scripts/web/marks.js";
import { createEngine } from "../../scripts/web/ranking.js";
import { readRows } from "../../scripts/web/rows.js";

const row = (c, t, more = {}) => ({ u: `thu-tuc/${c}/`, k: "p", c, t, f: "Hộ tịch", ...more });
const ROWS = readRows({
  v: 1,
  rows: [
    row("2.000528", "Thủ tục đăng ký khai sinh có yếu tố nước ngoài"),
    row("1.004884", "Thủ tục đăng ký lại khai sinh"),
    row("1.001193", "Thủ tục đăng ký khai sinh", { w: "giấy khai sinh", g: "Tờ khai; Giấy chứng sinh (bản chính)" }),
    row("1.000656", "Thủ tục đăng ký khai tử", { w: "giấy báo tử; chứng tử" }),
    row("1.014061", "Cấp thẻ căn cước cho người từ đủ 14 tuổi", { f: "Căn cước", g: "Giấy khai sinh" }),
    row("1.012812", "Hòa giải tranh chấp đất đai", { f: "Đất đai" }),
    row("1.002693", "Cấp giấy phép chặt hạ, dịch chuyển cây xanh", { f: "Hạ tầng" }),
    { u: "tin-tuc/1/", k: "n", t: "Đăng ký khai sinh lưu động tại tổ dân phố", s: "Sáng thứ Bảy, tổ công tác đến nhà." },
    { u: "thu-tuc/su-kien/cuoi/", k: "e", t: "Kết hôn", w: "cưới; lấy vợ" },
    { u: "thu-tuc/dat-dai/", k: "t", t: "Đất đai", s: "2 thủ tục" },
    { u: "thu-tuc/ho-tich/", k: "t", t: "Hộ tịch", s: "4 thủ tục" },
    { u: "lien-he/", k: "t", t: "Liên hệ", s: "Giờ làm việc, địa chỉ của phường" },
  ],
});
const engine = await createEngine(ROWS);
const found = (query) => engine.search(query).hits.map(({ row: { c, u } }) => c || u);

test("the ordinary registration comes before the special ones and before news", () => {
  assert.equal(found("khai sinh")[0], "1.001193");
  assert.ok(found("khai sinh").includes("tin-tuc/1/"));
});

test("a special case is first when it is asked for", () => {
  assert.equal(found("khai sinh nuoc ngoai")[0], "2.000528");
  assert.equal(found("đăng ký lại khai sinh")[0], "1.004884");
});

test("another name is found as well as the title", () => assert.equal(found("báo tử")[0], "1.000656"));

test("a phrase that only a paper has is found, and the paper is told", () => {
  const [hit] = engine.search("giay chung sinh").hits;
  assert.equal(hit.row.c, "1.001193");
  assert.deepEqual(reason(hit), { lead: "có trong hồ sơ: ", text: "Giấy chứng sinh (bản chính)" });
});

test("no reason is told where the title says it all", () => {
  assert.equal(reason(engine.search("đăng ký khai sinh").hits[0]), null);
});

test("a field finds its procedures and its page", () => assert.equal(found("hộ tịch").length, 5));

test("a life event is found by the words people use", () => {
  assert.deepEqual(found("lay vo"), ["thu-tuc/su-kien/cuoi/"]);
});

test("where nothing is found, the nearest fields are known", () => {
  const near = (query) => engine.fieldsNear(query).map(({ u }) => u);
  assert.deepEqual(found("tranh chấp chuồng trại hàng rào"), []);
  assert.equal(near("tranh chấp chuồng trại hàng rào")[0], "thu-tuc/dat-dai/");
  assert.deepEqual(near("zzzzzz"), []);
});

test("a procedure's summary is not searched, a post's and a page's is", () => {
  assert.deepEqual(found("giờ làm việc"), ["lien-he/"]);
  assert.deepEqual(found("tổ công tác"), ["tin-tuc/1/"]);
});

test("for whom it is asked, and the words of a sentence, do not stand in the way", () => {
  assert.equal(found("khai tử cho bố")[0], "1.000656");
  assert.equal(found("tôi muốn làm giấy khai sinh cho cháu thì cần gì")[0], "1.001193");
});

test("an everyday word is understood in spite of a typing error", () => {
  assert.equal(found("giay bao tuu")[0], "1.000656");
  assert.equal(found("chatt cay")[0], "1.002693");
});

test("where no row has all words, the nearest are given and called so", () => {
  const answer = engine.search("hòa giải tranh chấp hôn nhân");
  assert.equal(answer.hits[0].row.c, "1.012812");
  assert.equal(answer.near, true);
  assert.equal(engine.search("hòa giải tranh chấp").near, false);
});

test("nothing is found for nonsense, nothing, and marks only", () => {
  for (const query of ["xyzzy", "", "   ", "!!!", "<img src=x onerror=alert(1)>", "\u0301"]) {
    assert.deepEqual(engine.search(query), { hits: [], near: false }, query);
  }
});

test("giấy does not find giải, which the y of ký would allow", () => {
  assert.ok(!found("giấy").includes("1.012812"));
});

test("a long pasted text is answered", () => {
  assert.equal(engine.search("đăng ký khai sinh ".repeat(200)).hits[0].row.c, "1.001193");
});

test("found words are marked as typed, neighbours in one piece, also by a typing error", () => {
  const [hit] = engine.search("khia sin").hits;
  assert.deepEqual(parts("Thủ tục đăng ký khai sinh", hit.marks), [
    { text: "Thủ tục đăng ký ", marked: false },
    { text: "khai sinh", marked: true },
  ]);
});

test("rows without address or title are left out, other types become text", () => {
  const rows = readRows({ v: 1, rows: [{ u: "a/", t: "A", k: "z", c: 5 }, { t: "B" }, null] });
  assert.deepEqual(rows, [{ u: "a/", k: "t", t: "A", c: "", f: "", w: "", g: "", s: "" }]);
});

test("a file of another version is refused", () => {
  for (const data of [{ v: 2, rows: [] }, { v: 1 }, null, "x"]) assert.throws(() => readRows(data));
});

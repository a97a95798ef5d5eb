import assert from "node:assert/strict";
import { test } from "node:test";

import { below, kindOf, pageKey } from "../../scripts/web/offline/addresses.js";
import { beyond } from "../../scripts/web/offline/bounds.js";
import { copyOf, mayBeKept, nameOf, sizeOf, timeOf, titleOf } from "../../scripts/web/offline/copies.js";
import { within } from "../../scripts/web/offline/race.js";
import { shelves } from "../../scripts/web/offline/settings.js";
import { siteAt } from "../../scripts/web/offline/site.js";
import { listed, rooted, told } from "../../scripts/web/offline/writing.js";

const ROOT = "https://hue.example/cchc/";
const MARK = "?v=0123456789";
const SETTINGS = {
  version: "", offline: "mat-mang.html", rows: "search/rows.json", pages: { "": "a", "lien-he/": "b" },
  assets: [`assets/cchc/frame.css${MARK}`], together: { "bang/": { "bang/so-lieu.json": "c" } },
};
const NOW = new Date("2026-11-24T08:42:00Z");

function kind(address, { method = "GET", mode = "navigate", destination = "document", headers = {} } = {}) {
  return kindOf({ method, mode, destination, url: new URL(address, ROOT).href, headers: new Headers(headers) }, ROOT, SETTINGS);
}

const fetched = (address, destination = "") => kind(address, { mode: "no-cors", destination });

test("pages are pages, also a code that looks like a file, with a query or without its last stroke", () => {
  for (const page of ["", "thu-tuc/", "thu-tuc/ho-tich/1.001193/", "thu-tuc/ho-tich/1.001193", "index.html",
    "mat-mang.html", "tim-kiem/?q=khai+sinh", "lien-he", "du-lieu/"]) {
    assert.equal(kind(page), "page", page);
  }
});

test("files, other hosts, other folders, officers' places and what is sent are none of its business", () => {
  for (const other of ["du-lieu/procedures.csv", "thay-doi/lich.ics", "thay-doi/atom.xml", "tai-ve/to-khai.docx",
    "admin/", "admin", "tinh-hinh/", "may-chu/nginx.conf", "https://khac.example/cchc/", "/", "/khac/", "/cchcx/"]) {
    assert.equal(kind(other), "", other);
  }
  assert.equal(kind("lien-he/", { method: "POST" }), "");
  assert.equal(kind("lien-he/", { headers: { range: "bytes=0-" } }), "");
  assert.equal(fetched("du-lieu/procedures.json"), "");
  assert.equal(fetched("lien-he/"), "");
});

test("files of pages have kinds of their own", () => {
  assert.equal(fetched(`assets/cchc/frame.css${MARK}`, "style"), "asset");
  assert.equal(fetched("assets/cchc/frame.css", "style"), "");
  assert.equal(fetched("assets/cchc/frame.css?v=khongphai", "style"), "");
  assert.equal(fetched("search/rows.json"), "rows");
  assert.equal(fetched("bang/so-lieu.json"), "part");
  assert.equal(fetched("tin-tuc/2026/anh.webp", "image"), "picture");
  assert.equal(fetched("admin/anh.webp", "image"), "");
});

test("a page is kept once, whatever its query, its place or the name of its file", () => {
  for (const same of ["lien-he/", "lien-he/?a=1", "lien-he/#mot-cua", "lien-he/index.html"]) {
    assert.equal(pageKey(ROOT + same), `${ROOT}lien-he/`);
  }
  assert.equal(below(`${ROOT}a/?q=1#b`, ROOT), "a/?q=1");
  assert.equal(below("https://hue.example/", ROOT), null);
});

test("sites in other folders of a host have other caches", () => {
  const [here, root] = [shelves(ROOT), shelves("https://hue.example/")];
  assert.equal(here.pages, "cchc /cchc/ pages");
  assert.ok(!here.pages.startsWith(root.prefix));
  assert.ok(!root.pages.startsWith(here.prefix));
  assert.deepEqual([...siteAt(ROOT, SETTINGS).pages], [ROOT, `${ROOT}lien-he/`]);
});

test("what has not been used for longest goes first, by count and by bytes", () => {
  const entries = ["a", "b", "c", "d"].map((key) => ({ key, size: 10 }));
  assert.deepEqual(beyond(entries, { most: 9, bytes: 99 }), []);
  assert.deepEqual(beyond(entries, { most: 2, bytes: 99 }), ["a", "b"]);
  assert.deepEqual(beyond(entries, { most: 9, bytes: 35 }), ["a"]);
  assert.deepEqual(beyond([...entries, { key: "e", size: 100 }], { most: 9, bytes: 35 }), ["a", "b", "c", "d", "e"]);
  assert.deepEqual(beyond([], { most: 0, bytes: 0 }), []);
});

/** An answer as the network gives it: only there is `type` "basic". */
function answer(body, { status = 200, type = "basic", redirected = false, ...headers } = {}) {
  const made = new Response(body, { status, headers: { "content-type": "text/html; charset=utf-8", ...headers } });
  Object.defineProperties(made, { type: { value: type }, redirected: { value: redirected } });
  return made;
}

test("errors, redirects, other hosts' answers and what the server forbids are not kept", () => {
  assert.ok(mayBeKept(answer("a")));
  assert.ok(mayBeKept(answer("a", { "cache-control": "no-cache" })));
  for (const not of [{ status: 404 }, { status: 503 }, { status: 206 }, { redirected: true }, { type: "opaque" },
    { type: "opaqueredirect" }, { type: "cors" }, { "cache-control": "no-store" }, { "cache-control": "private" }]) {
    assert.ok(!mayBeKept(answer("a", not)), JSON.stringify(not));
  }
});

test("a copy knows its time, size and title, and keeps the policy it came with", async () => {
  const html = "<title>Đăng ký khai sinh – Cải cách hành chính</title>";
  const copy = await copyOf(answer(html, { "content-security-policy": "default-src 'none'", "content-encoding": "gzip" }),
    { now: NOW, largest: 1000, page: true });
  assert.equal(timeOf(copy), "2026-11-24T08:42:00.000Z");
  assert.equal(sizeOf(copy), new TextEncoder().encode(html).length);
  assert.equal(nameOf(copy), "Đăng ký khai sinh");
  assert.equal(copy.headers.get("content-security-policy"), "default-src 'none'");
  assert.equal(copy.headers.get("content-encoding"), null);
  assert.equal(await copy.text(), html);
});

test("too large, no page at all, for nobody, leading elsewhere: no copy", async () => {
  const how = { now: NOW, largest: 100, page: true };
  assert.equal(await copyOf(answer("a".repeat(101)), how), null);
  assert.equal(await copyOf(answer("a", { "content-length": "101" }), how), null);
  assert.equal(await copyOf(answer("a", { "content-type": "application/pdf" }), how), null);
  assert.equal(await copyOf(answer('<meta http-equiv="refresh" content="0; url=../">'), how), null);
  const hidden = '<meta name="robots" content="noindex">';
  assert.equal(await copyOf(answer(hidden), how), null);
  assert.notEqual(await copyOf(answer(hidden), { ...how, own: true }), null);
});

test("a page's name is its title without the site's", () => {
  assert.equal(titleOf("<title>A – B – Trang</title>"), "A – B");
  assert.equal(titleOf("<title>Trang</title>"), "Trang");
  assert.equal(titleOf("không có"), "");
});

test("a page shown elsewhere leads where it did", () => {
  const html = '<a href="lien-he/">1</a> <a href="./">2</a> <a href=".">3</a> <a href="#a">4</a> <a href="">5</a>'
    + '<a href="https://a.example/">6</a> <a href="tel:0234">7</a> <script src="./assets/cchc/a.js?v=1&amp;b"></script>'
    + '<form action="tim-kiem/" data-base="." data-list="thu-tuc/a-z/">';
  assert.equal(rooted(html, ROOT),
    '<a href="/cchc/lien-he/">1</a> <a href="/cchc/">2</a> <a href="/cchc/">3</a> <a href="#a">4</a> <a href="">5</a>'
    + '<a href="https://a.example/">6</a> <a href="tel:0234">7</a> <script src="/cchc/assets/cchc/a.js?v=1&amp;b"></script>'
    + '<form action="/cchc/tim-kiem/" data-base="/cchc/" data-list="/cchc/thu-tuc/a-z/">');
});

test("a kept page says that it is one; the list is put in its place and runs nothing", () => {
  assert.equal(told('<!doctype html><html lang="vi"><head></head>', { time: "2026", why: "off", style: "/a.css", script: "/b.js" }),
    '<!doctype html><html data-cchc-kept="2026" data-cchc-why="off" lang="vi"><head>'
    + '<link rel="stylesheet" href="/a.css"><script defer src="/b.js"></script></head>');
  const page = listed('<ul class="a" data-cchc-kept-list></ul>',
    [{ address: `${ROOT}lien-he/`, title: 'Liên hệ & <img src="x">' }]);
  assert.equal(page, '<ul class="a" data-cchc-kept-list>'
    + '<li><a href="/cchc/lien-he/">Liên hệ & &lt;img src=&quot;x&quot;></a></li></ul>');
});

test("a network that fails or dawdles is told apart from one that answers", async () => {
  assert.deepEqual(await within(Promise.resolve(1), 10_000), { came: 1 });
  assert.deepEqual(await within(Promise.reject(new Error("không")), 10_000), { why: "off" });
  assert.deepEqual(await within(new Promise(() => {}), 1), { why: "slow" });
});

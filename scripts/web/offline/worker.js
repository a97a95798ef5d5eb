/** The service worker: README.md tells what it keeps, and for how long. */

import { kindOf } from "./addresses.js";
import { answerAsset, answerKeptFirst, answerPart } from "./files.js";
import { begin, forget, keepOpen, refresh } from "./lifetime.js";
import { answerPage } from "./pages.js";
import { LIMITS } from "./settings.js";
import { siteAt } from "./site.js";

/** @type {ServiceWorkerGlobalScope & {CCHC: import("./settings.js").Settings}} */
const worker = /** @type {any} */ (self);
const site = siteAt(worker.registration.scope, worker.CCHC);

/**
 * @param {FetchEvent} event
 * @returns {import("./files.js").Reply | null}
 */
function reply({ request, resultingClientId }) {
  const tell = async (/** @type {string} */ news) => {
    (await worker.clients.get(resultingClientId))?.postMessage({ cchc: news });
  };
  switch (kindOf(request, site.root, site.settings)) {
    case "page": return answerPage(site, request, tell);
    case "asset": return answerAsset(site, request);
    case "rows": return answerKeptFirst(site.names.data, request, LIMITS.rows);
    case "part": return answerPart(site, request);
    case "picture": return answerKeptFirst(site.names.pictures, request, LIMITS.pictures);
    default: return null;
  }
}

async function takeOver() {
  await worker.clients.claim();
  await refresh(site);
  const open = await worker.clients.matchAll({ type: "window" });
  await Promise.allSettled(open.map(({ url }) => keepOpen(site, url)));
}

worker.addEventListener("install", (event) => {
  event.waitUntil(begin(site).then(() => worker.skipWaiting()));
});

worker.addEventListener("activate", (event) => event.waitUntil(takeOver()));

worker.addEventListener("fetch", (event) => {
  const made = reply(event);
  if (!made) return;
  event.respondWith(made.answer);
  event.waitUntil(made.after.catch(() => undefined));
});

worker.addEventListener("message", (event) => {
  if (event.data?.cchc !== "forget") return;
  event.waitUntil(forget(site).then(() => event.ports[0]?.postMessage("done")));
});

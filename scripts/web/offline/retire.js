/** What stands at the worker's address where keeping is switched off: it clears up and goes. */

import { shelves } from "./settings.js";

/** @type {ServiceWorkerGlobalScope} */
const worker = /** @type {any} */ (self);

async function leave() {
  const { prefix } = shelves(worker.registration.scope);
  const names = (await caches.keys()).filter((name) => name.startsWith(prefix));
  await Promise.all(names.map((name) => caches.delete(name)));
  await worker.registration.unregister();
}

worker.addEventListener("install", () => void worker.skipWaiting());
worker.addEventListener("activate", (event) => event.waitUntil(leave()));

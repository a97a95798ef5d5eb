/** What the site's build writes above the worker: `self.CCHC = {…}`. Marks are of the files' bytes. */

/**
 * @typedef {object} Settings
 * @property {string} version  a mark of everything below and of the worker itself
 * @property {string} offline  the page shown for an address that is not kept
 * @property {string} rows     the rows of the search
 * @property {Record<string, string>} pages  pages always kept, with their marks
 * @property {string[]} assets  what these pages are drawn with, with `?v=`
 * @property {Record<string, Record<string, string>>} together  what is kept with a page once it has been opened
 */

/** How long a person waits for the network where a kept copy is at hand. */
export const PATIENCE_MS = 3000;

/** What the device is asked for at most. Sizes in bytes, unpacked. */
export const LIMITS = {
  pages: { most: 60, bytes: 8_000_000, largest: 1_000_000 },
  pictures: { most: 40, bytes: 8_000_000, largest: 600_000 },
  /** Besides the present ones: those of earlier builds, which kept or open pages may still ask for. */
  assets: { most: 40, bytes: 4_000_000, largest: 1_000_000 },
  rows: { largest: 4_000_000 },
  parts: { largest: 4_000_000 },
};

/**
 * The caches of one site: others may live on the same host, in other folders.
 * @param {string} root
 */
export function shelves(root) {
  const prefix = `cchc ${new URL(root).pathname} `;
  const name = (/** @type {string} */ what) => prefix + what;
  return { prefix, pages: name("pages"), assets: name("assets"), data: name("data"), pictures: name("pictures") };
}

/** The engine, made once a page when it is first needed, and again after a failure. */

import { createEngine } from "./ranking.js";
import { fetchRows } from "./rows.js";

/** @typedef {import("./ranking.js").Engine} Engine */

/**
 * @typedef {object} Catalogue
 * @property {() => Promise<Engine>} load  rejects when the rows cannot be had; the next call tries anew
 * @property {() => Engine | null} ready   the engine, once it is there
 */

/**
 * @param {URL} root
 * @returns {Catalogue}
 */
export function openCatalogue(root) {
  /** @type {Promise<Engine> | null} */
  let loading = null;
  /** @type {Engine | null} */
  let engine = null;

  async function start() {
    try {
      engine = await createEngine(await fetchRows(root));
      return engine;
    } catch (error) {
      loading = null;
      throw error;
    }
  }

  return { load: () => (loading ??= start()), ready: () => engine };
}

/** Where the board is: all behind "#", so that no touch can lead out of the page. */

/**
 * @typedef {object} Place
 * @property {"start"|"find"|"changes"|"field"|"life"|"procedure"} screen
 * @property {string} key  of the shelf, or a procedure's code; else ""
 */

export const START = "#/";
export const FIND = "#/tim";
export const CHANGES = "#/thay-doi";
/** @type {Map<string, Place["screen"]>} */
const BEGINNINGS = new Map([["linh-vuc", "field"], ["su-kien", "life"], ["thu-tuc", "procedure"]]);

export const shelfLink = (/** @type {import("./data.js").Shelf} */ { kind, key }) =>
  `#/${kind === "life" ? "su-kien" : "linh-vuc"}/${key}`;

export const procedureLink = (/** @type {string} */ code) => `#/thu-tuc/${code}`;

/**
 * @param {string} hash
 * @returns {Place}  the start for what is no place
 */
export function readPlace(hash) {
  if (hash === FIND) return { screen: "find", key: "" };
  if (hash === CHANGES) return { screen: "changes", key: "" };
  const [, beginning = "", key = ""] = hash.split("/");
  const screen = BEGINNINGS.get(beginning);
  return screen ? { screen, key } : { screen: "start", key: "" };
}

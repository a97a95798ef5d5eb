/** Drawings as SVG elements: icons, and QR codes from their dots. */

const SVG = "http://www.w3.org/2000/svg";
const QUIET_ZONE = 4;

/** Own line drawings, 24 × 24, as those of templates/icons.html. */
const ICONS = {
  back: "M15 5l-7 7 7 7",
  home: "M4 11l8-7 8 7v9h-5v-6H9v6H4z",
  search: "M4 11a7 7 0 1 0 14 0a7 7 0 1 0-14 0M16 16l5 5",
  changes: "M4 6h16v14H4zM4 10h16M8 3v4M16 3v4",
  down: "M5 9l7 7 7-7",
  up: "M5 15l7-7 7 7",
  next: "M9 5l7 7-7 7",
  erase: "M9 5h11v14H9l-6-7zM12 9l5 6M17 9l-5 6",
  alert: "M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0M12 7.5v5.5M12 16.3v.2",
  touch: "M9 12V5a2 2 0 0 1 4 0v6l5 1.5c1 .3 1.5 1 1.3 2l-1 5.5H10l-4.5-5c1-1.300 2.200-1.300 3.500 0z",
};

/**
 * @param {string} tag
 * @param {Record<string, string>} attributes
 * @param {...Element} children
 * @returns {Element}
 */
function drawn(tag, attributes, ...children) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/**
 * @param {keyof typeof ICONS} name
 * @returns {Element}
 */
export const icon = (name) =>
  drawn("svg", { viewBox: "0 0 24 24", class: "icon", "aria-hidden": "true" }, drawn("path", { d: ICONS[name] }));

/**
 * The dots of a QR code, "37:" and base64 of their bits by rows, as one path of squares.
 * @param {string} dots
 * @returns {{side: number, path: string}}
 */
export function squares(dots) {
  const [side, bits] = dots.split(":");
  const bytes = Array.from(atob(bits), (letter) => letter.charCodeAt(0));
  const width = Number(side);
  const dark = (/** @type {number} */ at) => (bytes[at >> 3] >> (7 - (at & 7))) & 1;
  const places = Array.from({ length: width * width }, (_, at) => at).filter(dark);
  return { side: width, path: places.map((at) => `M${at % width} ${Math.floor(at / width)}h1v1h-1z`).join("") };
}

/**
 * @param {string} dots
 * @param {string} label
 * @returns {Element}
 */
export function qrCode(dots, label) {
  const { side, path } = squares(dots);
  const [from, whole] = [String(-QUIET_ZONE), String(side + 2 * QUIET_ZONE)];
  const attributes = { viewBox: `${from} ${from} ${whole} ${whole}`, class: "qr__code", role: "img", "aria-label": label };
  return drawn("svg", attributes, drawn("rect", { x: from, y: from, width: whole, height: whole, fill: "#fff" }),
    drawn("path", { d: path, fill: "#000", "shape-rendering": "crispEdges" }));
}

/** A search box as the page's template writes it; README.md tells the contract. */

/**
 * @typedef {object} Box
 * @property {HTMLFormElement} form
 * @property {HTMLInputElement} input
 * @property {URL} root    the site's root, ending in "/"
 * @property {string} list   address of the list A–Z
 * @property {string} phone  the ward's number, or ""
 * @property {string} portal  search address of the national portal, or ""
 */

const LIST = "thu-tuc/a-z/";

/**
 * @param {HTMLFormElement} form
 * @returns {Box | null}  null when the form has no input to work on
 */
function readBox(form) {
  const input = form.querySelector("input[name=q]");
  if (!(input instanceof HTMLInputElement)) return null;
  const { base = "", list = "", phone = "", portal = "" } = form.dataset;
  const root = new URL(`${base.replace(/\/+$/, "") || (base ? "" : ".")}/`, document.baseURI);
  return { form, input, root, list: list || new URL(LIST, root).href, phone: phone.trim(), portal };
}

/**
 * @returns {Box[]}
 */
export const boxes = () =>
  Array.from(document.querySelectorAll("form[data-cchc-search]"))
    .flatMap((form) => readBox(/** @type {HTMLFormElement} */ (form)) ?? []);

/**
 * The page of all results for a query.
 * @param {Box} box
 * @param {string} query
 * @returns {string}
 */
export function resultsAddress({ form }, query) {
  const url = new URL(form.action, document.baseURI);
  url.searchParams.set("q", query);
  return url.href;
}

/**
 * The national portal's search for a query.
 * @param {Box} box
 * @param {string} query
 * @returns {string}
 */
export const portalAddress = ({ portal }, query) => portal.replace("{q}", encodeURIComponent(query));

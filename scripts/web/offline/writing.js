/** What the worker writes into kept pages: that they are kept ones, and the list of those it has. */

/** Attributes that hold addresses; some of them this site's own. */
const ADDRESS = /(\s(?:href|src|action|data-base|data-list))="([^"]*)"/g;
const ABSOLUTE = /^(?:[a-z][a-z0-9+.-]*:|[/#]|$)/i;
const PLACE = /(<ul[^>]*\sdata-cchc-kept-list[^>]*>)\s*(<\/ul>)/;

/**
 * Tell the page that it is a copy, from when, and why; kept.js says it to the reader.
 * @param {string} html
 * @param {{time: string, why: "off" | "slow" | "error", style: string, script: string}} what  ISO 8601; addresses
 * @returns {string}
 */
export const told = (html, { time, why, style, script }) =>
  html.replace(/<html\b/i, `<html data-cchc-kept="${time}" data-cchc-why="${why}"`)
    .replace(/<\/head>/i, `<link rel="stylesheet" href="${style}"><script defer src="${script}"></script></head>`);

/**
 * A page of the site's root, shown at any address: its links lead from there all the same.
 * @param {string} html
 * @param {string} root
 * @returns {string}
 */
export const rooted = (html, root) =>
  html.replace(ADDRESS, (whole, name, value) => {
    if (ABSOLUTE.test(value)) return whole;
    const { pathname, search, hash } = new URL(value.replace(/&amp;/g, "&"), root);
    return `${name}="${(pathname + search + hash).replace(/&/g, "&amp;")}"`;
  });

/** @param {string} text */
const harmless = (text) => text.replace(/</g, "&lt;").replace(/"/g, "&quot;");

/**
 * @param {string} html
 * @param {readonly {address: string, title: string}[]} pages
 * @returns {string}
 */
export function listed(html, pages) {
  const links = pages.map(({ address, title }) =>
    `<li><a href="${harmless(new URL(address).pathname)}">${harmless(title)}</a></li>`);
  return html.replace(PLACE, (_, start, end) => start + links.join("") + end);
}

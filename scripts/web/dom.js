/** Elements made from text only: nothing a person types or a row holds is ever read as HTML. */

/** @typedef {Node | string} Child */

/**
 * @param {string} tag
 * @param {Record<string, string>} attributes
 * @param {...Child} children
 * @returns {HTMLElement}
 */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/**
 * A link, or its bare text where the address is not one of the web.
 * @param {string} href
 * @param {Record<string, string>} attributes
 * @param {...Child} children
 * @returns {HTMLElement}
 */
export function link(href, attributes, ...children) {
  const allowed = ["http:", "https:", "tel:", "file:"];
  const { protocol } = new URL(href, document.baseURI);
  return allowed.includes(protocol)
    ? element("a", { href, ...attributes }, ...children)
    : element("span", attributes, ...children);
}

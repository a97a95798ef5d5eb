/** How much is kept: what has not been used for longest goes first. */

/**
 * @typedef {object} Kept
 * @property {string} key
 * @property {number} size  bytes
 */

/**
 * @param {readonly Kept[]} entries  least recently used first
 * @param {{most: number, bytes: number}} limits
 * @returns {string[]}  the keys to let go
 */
export function beyond(entries, { most, bytes }) {
  let [count, sum] = [0, 0];
  /** @type {string[]} */
  const gone = [];
  for (const { key, size } of [...entries].reverse()) {
    count += 1;
    sum += size;
    if (count > most || sum > bytes) gone.push(key);
  }
  return gone.reverse();
}

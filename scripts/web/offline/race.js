/** Waiting for the network, but not for ever. */

/**
 * @template T
 * @typedef {{came: T} | {why: "off" | "slow"}} Outcome
 */

/**
 * @template T
 * @param {Promise<T>} network
 * @param {number} patience  milliseconds
 * @returns {Promise<Outcome<T>>}  `off`: it failed; `slow`: it has not answered yet
 */
export function within(network, patience) {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve({ why: "slow" }), patience);
    const settle = (/** @type {Outcome<T>} */ outcome) => {
      clearTimeout(timer);
      resolve(outcome);
    };
    network.then((came) => settle({ came }), () => settle({ why: "off" }));
  });
}

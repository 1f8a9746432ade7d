/** Milliseconds within which a page comes back where the server said nothing else. */
const SPREAD_MS = 500;
/** Milliseconds before the first of those who were cut at once. */
const FIRST_MS = 250;
/** Milliseconds between two attempts at most, where none of many has to wait longer for the first. */
const MOST_MS = 5000;

/**
 * When a page whose connection broke tries again, as Socket.IO's client takes it: the first time within `spreadMs`
 * milliseconds, evenly spread so that not everybody comes back at once, each further time after about twice as long.
 */
export function backOff(spreadMs = SPREAD_MS) {
  const reconnectionDelay = FIRST_MS + spreadMs / 2;
  return {
    reconnectionDelay,
    reconnectionDelayMax: Math.max(MOST_MS, FIRST_MS + spreadMs),
    randomizationFactor: spreadMs / 2 / reconnectionDelay,
  };
}

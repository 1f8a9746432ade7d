/**
 * When a page whose connection broke tries again, in milliseconds: the first time about `reconnectionDelay` later, each
 * further time after twice as long, give or take a half, so that not everybody comes back at once.
 */
export const BACK_OFF = { reconnectionDelay: 500, reconnectionDelayMax: 5000, randomizationFactor: 0.5 };

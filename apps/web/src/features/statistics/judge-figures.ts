import { formatFixed } from '@haishi/kernel';

/** Hundredths with their sign, such as `+1.25`; a minus sign as wide as a plus. */
export const signed = (hundredths: number): string =>
  (hundredths > 0 ? '+' : '') + formatFixed(hundredths, 2).replace('-', '−');

/** A judge whose correlation with the others lies below, in hundredths, is counted as one who seldom agrees. */
export const LOW_AGREEMENT = 30;

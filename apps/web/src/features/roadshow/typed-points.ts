import { parseFixed } from '@haishi/kernel';

/**
 * Points as a judge types them, in hundredths; `undefined` where they are no number. A Chinese keyboard gives full-width
 * digits and 。 or ， for the point.
 */
export function typedPoints(text: string): number | undefined {
  return parseFixed(text.normalize('NFKC').replace(/[,。]/, '.'), 2);
}

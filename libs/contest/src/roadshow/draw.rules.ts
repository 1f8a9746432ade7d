import { createHash } from 'node:crypto';

/** One entry in the draw: its public number, so that anyone can run the draw again, and its group. */
export interface Lot {
  number: string;
  groupCode: string;
}

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

/** What is told before the draw: who knows the seed later can check that it was this one. */
export function commitment(seed: string): string {
  return sha256(seed);
}

/** What decides an entry's place within its group: the SHA-256 of `seed:number`. */
export function lotOf(seed: string, number: string): string {
  return sha256(`${seed}:${number}`);
}

/**
 * The order drawn by lot 抽签, group by group in the order of `groups`: within a group, ascending by
 * SHA-256 of `seed:number`. The seed decides all, and nobody knew it when the entries were chosen.
 */
export function drawOrder<Entry extends Lot>(
  seed: string,
  entries: readonly Entry[],
  groups: readonly string[],
): Entry[] {
  return entries
    .map((entry) => ({ entry, group: groups.indexOf(entry.groupCode), lot: lotOf(seed, entry.number) }))
    .sort((one, other) => one.group - other.group || (one.lot < other.lot ? -1 : 1))
    .map(({ entry }) => entry);
}

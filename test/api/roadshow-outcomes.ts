import { createHash } from 'node:crypto';
import type { Rubric } from '@haishi/review';
import { type Sheet, totalOf } from '../support/score-ledger.js';
import { CRITERIA } from './roadshow-session.js';

/** Entries by their place in the drawn order; the seed and the numbers are the same in every run. */
export const ENTRIES = ['E1', 'E2', 'E3', 'E4', 'E5', 'E6', 'E7'] as const;
export type EntryName = (typeof ENTRIES)[number];
export const SEATS = [1, 2, 3, 4, 5, 6];
export const SEED = '5a'.repeat(32);
/** Scores are this large and exact to a hundredth, so that no difference of told figures hits a sealed one by chance. */
const MOST = 20_000_000;

/** Decides what is sealed. What is told before E5 is told at the ceremony is the same in both. */
export type Outcome = 'one' | 'other';

function number(least: number, below: number, ...of: unknown[]): number {
  const digest = createHash('sha256')
    .update(`stage/${of.join('/')}`)
    .digest();
  return least + (digest.readUIntBE(0, 6) % (below - least));
}

/**
 * A judge's sheet. Seat 1 looks on, so its sheets are the same whatever the outcome. E4 and E6 end equal in everything that
 * is compared. E3's, E5's and the `sealed` correction are others altogether, by which places change; of the rest the totals
 * are the same, and what they are made of differs.
 */
export function sheetOf(outcome: Outcome, entry: EntryName, seatNo: number, correction = ''): Sheet {
  const free = seatNo !== 1 && (entry === 'E3' || entry === 'E5' || correction === 'sealed');
  const best = outcome === 'one' && free && entry === 'E5';
  const [least, below] = best ? [16e6, 19e6] : [4e6, 16e6];
  const source = entry === 'E6' ? 'E4' : entry;
  const sheet: Record<string, number> = {};
  for (const code of CRITERIA)
    sheet[code] = number(least, below, source, seatNo, code, correction, free ? outcome : '');
  if (outcome === 'other' && seatNo !== 1) {
    const moved = number(1e5, 9e5, seatNo, 'moved');
    sheet['TECH']! += moved;
    sheet['MARKET']! -= moved;
  }
  if (entry === 'E6') sheet['FINANCE']! += UNEVEN[placeOf(seatNo, outcome)]!;
  return sheet;
}

/** What E6 is given more than E4, from the lowest total to the highest: the struck and the counted each come to the same. */
const UNEVEN = [52_347, 61_283, -61_283, 43_789, -43_789, -52_347];

/** Where a judge's total for E4 stands among all, 0 for the lowest. */
function placeOf(seatNo: number, outcome: Outcome): number {
  const totals = SEATS.map((seat) => totalOf(sheetOf(outcome, 'E4', seat)));
  return totals.filter((total) => total < totals[seatNo - 1]!).length;
}

/** The criteria of the supplied rubric, each to two hundred thousand points and a hundredth. */
export function fineRubric(): Rubric {
  const criteria = CRITERIA.map((code) => ({ code, name: { zh: code, en: code }, max: MOST, step: 1, weight: MOST }));
  return { outOf: MOST * CRITERIA.length, criteria, commentRequired: false };
}

/** Of the ceremony. */
export const PLAN = {
  awards: [
    { nameZh: '一等奖', nameEn: 'First prize', from: 1, to: 1 },
    { nameZh: '优秀奖', from: 2, to: 3 },
  ],
  slides: [{ titleZh: '揭晓时刻' }, { titleZh: '最后的悬念', beforePlace: 1 }],
  advancing: 2,
};

/** Of a ceremony that tells who advances before any place; E1, E3 and E5 do whatever the outcome. */
export const LINE_PLAN = { ...PLAN, advancing: 3, lineFirst: true };

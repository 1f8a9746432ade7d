import type { Rubric } from '../rubric/rubric.rules.js';
import type { Scores } from './sheet.rules.js';

/** One person's keying 录入 of a judge's paper sheet. */
export interface KeyedScores {
  scores: Scores;
  comment: string;
}

/** A keying that stands: neither corrected since, nor voided, nor overtaken by a stored sheet. */
export interface StandingKeying extends KeyedScores {
  /** Made by the client for this keying. */
  keyId: string;
  keyedBy: string;
}

/** What is known of a judge's sheet before somebody keys it from paper. */
export interface KeyedSheet {
  /** Whether the entry takes sheets now. */
  open: boolean;
  /** Whether the judge is recused from the entry. */
  recused: boolean;
  /** Revision of the stored sheet; 0 while there is none. */
  revision: number;
  /** Whether the stored sheet was opened for correction. */
  reopened: boolean;
  /** Those made over the present revision: none, one, or two that differ. */
  standing: readonly StandingKeying[];
  /** Persons on the panel. */
  seated: readonly string[];
  /** Who voided a keying over the present revision, having seen what others keyed. */
  voiders: readonly string[];
  /** Who keyed what differed from the other’s over the present revision, once for each time. */
  differed: readonly string[];
}

export interface KeyingAct {
  keyer: string;
  /** The revision that the keyer saw as stored. */
  revision: number;
  /** The keyer's own keying that this one corrects; null for their first. */
  replaces: string | null;
}

interface OfSheet {
  entryId: string;
  /** The judge. */
  personId: string;
  revision: number;
}

/** The keyings that stand: made over the present revision of their sheet, neither corrected nor voided. */
export function standingKeyings<One extends OfSheet & { state: string }>(
  keyings: readonly One[],
  sheets: readonly OfSheet[],
): One[] {
  const present = ({ entryId, personId }: OfSheet) =>
    sheets.find((sheet) => sheet.entryId === entryId && sheet.personId === personId)?.revision ?? 0;
  return keyings.filter((one) => one.state === 'standing' && one.revision === present(one));
}

export type KeyingRefusal =
  | 'review.keyer_on_panel'
  | 'review.seat_recused'
  | 'review.keyer_voided'
  | 'review.keyed_too_often'
  | 'review.keying_overtaken'
  | 'review.scoring_closed'
  | 'review.keyed_already'
  | 'review.keying_gone'
  | 'review.keyed_by_two';

/** So often may one person’s keying differ from the other’s, so that nobody tries values until they agree. */
const MOST_DIFFERING = 3;

/** Why this keying is not taken, or `undefined`. Double data entry: two different persons, neither of them a judge. */
export function keyingRefusal(sheet: KeyedSheet, { keyer, revision, replaces }: KeyingAct): KeyingRefusal | undefined {
  if (sheet.seated.includes(keyer)) return 'review.keyer_on_panel';
  if (sheet.recused) return 'review.seat_recused';
  if (sheet.revision !== revision || (sheet.revision > 0 && !sheet.reopened)) return 'review.keying_overtaken';
  if (sheet.revision === 0 && !sheet.open) return 'review.scoring_closed';
  if (sheet.voiders.includes(keyer)) return 'review.keyer_voided';
  if (sheet.differed.filter((one) => one === keyer).length >= MOST_DIFFERING) return 'review.keyed_too_often';
  const own = sheet.standing.find((one) => one.keyedBy === keyer);
  if (replaces !== null && own?.keyId !== replaces) return 'review.keying_gone';
  if (own) return replaces === null ? 'review.keyed_already' : undefined;
  return sheet.standing.length > 1 ? 'review.keyed_by_two' : undefined;
}

/** What comes of a keying: it waits for a second one, differs from the other, or agrees and is stored. */
export type KeyingResult =
  | { outcome: 'first' }
  | { outcome: 'differs'; differing: string[] }
  | { outcome: 'agreed'; comment: string };

/** Codes of the criteria in which two sheets differ, in the rubric's order. */
export function differingCriteria(rubric: Rubric, one: { scores: Scores }, other: { scores: Scores }): string[] {
  return rubric.criteria.map(({ code }) => code).filter((code) => one.scores[code] !== other.scores[code]);
}

/**
 * Compares a keying with the one that stands of somebody else. Scores decide; of the comments, which two people seldom
 * type alike, the earlier one is kept where there is one.
 */
export function compareKeyings(rubric: Rubric, other: KeyedScores | undefined, own: KeyedScores): KeyingResult {
  if (!other) return { outcome: 'first' };
  const differing = differingCriteria(rubric, other, own);
  return differing.length > 0
    ? { outcome: 'differs', differing }
    : { outcome: 'agreed', comment: other.comment || own.comment };
}

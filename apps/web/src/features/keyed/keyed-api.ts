import type { Rubric, Scores } from '@haishi/review/rules';

export type KeyedState = 'recused' | 'struck' | 'stored' | 'closed' | 'none' | 'first' | 'differs';
export type KeyingOutcome = 'first' | 'differs' | 'agreed';

/** What the reader keyed last of a sheet. */
export interface OwnKeying {
  keyId: string;
  /** Of the stored sheet over which it was keyed. */
  revision: number;
  scores: Scores;
  comment: string;
  /** In hundredths. */
  total: number;
  at: string;
  state: 'standing' | 'replaced' | 'voided';
  outcome: KeyingOutcome;
  voidReason: string | null;
}

export interface KeyingLine {
  keyingId: string;
  name: string;
  own: boolean;
  at: string;
}

export interface KeyedSeat {
  seatNo: number;
  /** What the paper bears. */
  code: string;
  state: KeyedState;
  revision: number;
  paper: boolean;
  reopenReason: string | null;
  /** Criteria in which two keyings differ; told to their authors and to who leads. */
  differing: string[];
  keyings: KeyingLine[];
  own: OwnKeying | null;
}

export interface KeyedEntry {
  id: string;
  position: number;
  number: string;
  title: string;
  team: string;
  /** Whether the chair gave it over to paper. */
  paper: boolean;
  /** What ties the reader to the project, so that somebody else must key. */
  closed: string | null;
  seats: KeyedSeat[];
}

export interface KeyedOverview {
  rubric: Rubric;
  seated: boolean;
  may: { key: boolean; void: boolean; compare: boolean };
  seats: { seatNo: number; name: string }[];
  entries: KeyedEntry[];
}

export interface KeyingReceipt {
  keyId: string;
  entryId: string;
  seatNo: number;
  revision: number;
  scores: Scores;
  comment: string;
  total: number;
  at: string;
  outcome: KeyingOutcome;
  differing: string[];
}

/** One of two keyings that differ, with its values. */
export interface ComparedKeying {
  keyingId: string;
  name: string;
  at: string;
  scores: Scores;
  comment: string;
  total: number;
}

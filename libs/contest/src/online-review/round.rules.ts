import { StateMachine } from '@haishi/kernel';
import { withinDeadline } from '../edition/edition.rules.js';

export const ROUND_STATES = ['preparing', 'open', 'closed', 'confirmed'] as const;
export type RoundState = (typeof ROUND_STATES)[number];
export type RoundAction =
  | 'prepare'
  | 'assign'
  | 'settle'
  | 'open'
  | 'judge'
  | 'remind'
  | 'close'
  | 'reopen'
  | 'rereview'
  | 'rule'
  | 'rescale'
  | 'confirm'
  | 'unconfirm';

/** A round's life. `prepare` is what has to stand before a judge is let in, such as the order of ties; who judges what, and how, may still change while it is open, when judges drop out. `settle` is what is decided of a recusal; once the round is closed, of ties that a judge declared after the sheet alone. */
export const ROUND_MACHINE = new StateMachine<RoundState, RoundAction>(ROUND_STATES, {
  prepare: { from: ['preparing'], to: 'preparing' },
  assign: { from: ['preparing', 'open'], to: 'open' },
  settle: { from: ['preparing', 'open', 'closed'], to: 'closed' },
  open: { from: ['preparing'], to: 'open' },
  judge: { from: ['open'], to: 'open' },
  remind: { from: ['open'], to: 'open' },
  close: { from: ['open'], to: 'closed' },
  reopen: { from: ['closed'], to: 'open' },
  rereview: { from: ['closed'], to: 'open' },
  rule: { from: ['closed'], to: 'closed' },
  rescale: { from: ['closed'], to: 'closed' },
  confirm: { from: ['closed'], to: 'confirmed' },
  unconfirm: { from: ['confirmed'], to: 'closed' },
});

export const NORMALISATIONS = ['none', 'z_score', 'additive', 'robust'] as const;
export type Normalisation = (typeof NORMALISATIONS)[number];

/** What becomes of a sheet that comes in after the review was due: taken and marked as late, or refused. */
export const LATE_SHEETS = ['marked', 'refused'] as const;
export type LateSheets = (typeof LATE_SHEETS)[number];

/** When the sheets of a round are due. */
export interface RoundDue {
  /** The end of its stage; null where it has none. */
  closesAt: Date | null;
  /** When an organiser first took sheets again after that end, else when they last did; null where nobody did. */
  reopenedAt: Date | null;
}

/**
 * Until when sheets are due: the end of the stage. Null where it has none, and where an organiser reopened the review after it; one
 * that was closed and reopened before it is due by it as any other.
 */
export function dueAt({ closesAt, reopenedAt }: RoundDue): Date | null {
  return closesAt !== null && reopenedAt !== null && !withinDeadline(closesAt, reopenedAt) ? null : closesAt;
}

/**
 * Whether a sheet that reached the server at `at` is late 逾期: after the second that the end of the stage names. What an organiser
 * reopened after it, or opened for another look then, is not late. It follows from the moments as they
 * stand: a stage whose end is put off has no late sheets until then. A late sheet counts as any other; whether one is taken at
 * all until the round is closed, its plan says.
 */
export function isLate(due: RoundDue, at: Date): boolean {
  const { closesAt, reopenedAt } = due;
  if (closesAt === null || withinDeadline(closesAt, at)) return false;
  return dueAt(due) !== null || at < reopenedAt!;
}

/** How a round is assigned and what becomes of its sheets. Costs are whole numbers of one scale. */
export interface RoundPlan {
  judgesPerEntry: number;
  /** Entries for each judge; null for a fifth below and above the mean. */
  load: { min: number; max: number } | null;
  composition: { type: string; atLeast: number }[];
  onePerInstitution: boolean;
  awayFromHome: boolean;
  /** Whether entries are kept from judges who did not declare their language; absent from what was planned before it was asked: no. */
  readLanguages?: boolean;
  /** Whether the judges and entries of a division have to be connected, so that harshness can be told apart. */
  connected: boolean;
  /** Entries of a division that any two judges of it have in common; absent from what was planned before it was asked. */
  sharedByPanels?: number;
  /** What a judge costs who knows the field, the division alone, or neither. */
  mismatch: [number, number, number];
  level: number;
  keep: number;
  normalisation: Normalisation;
  /** Sheets that a judge needs for their scores to be adjusted. */
  minSheets: number;
  /** Hundredths by which a sheet may differ from the other judges' mean before it is looked at again. */
  divergence: number;
  lateSheets: LateSheets;
  /** Whether closing it opens another look at what diverges; absent from what was planned before it was asked: no. */
  reopensDivergent?: boolean;
}

/** How a round's scores are cleared of how harsh judges are. */
export type Scaling = Pick<RoundPlan, 'normalisation' | 'minSheets'>;

/** That it was changed once all sheets were in. */
export interface Rescaling {
  from: Scaling;
  to: Scaling;
  reason: string;
  /** ISO 8601, in UTC. */
  at: string;
}

/** Whether scores come out alike by both whatever they are: of no adjustment, sheets that a judge needs say nothing. */
export function isSameScaling(one: Scaling, other: Scaling): boolean {
  if (one.normalisation !== other.normalisation) return false;
  return one.normalisation === 'none' || one.minSheets === other.minSheets;
}

export function defaultPlan(judgesPerEntry: number): RoundPlan {
  return {
    judgesPerEntry,
    load: null,
    composition: [],
    onePerInstitution: true,
    awayFromHome: true,
    readLanguages: true,
    connected: true,
    sharedByPanels: 0,
    mismatch: [0, 2, 10],
    level: 1,
    keep: 5,
    normalisation: 'none',
    minSheets: 5,
    divergence: 2000,
    lateSheets: 'marked',
    reopensDivergent: true,
  };
}

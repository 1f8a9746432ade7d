import type { LocalText } from '@haishi/contracts';
import type { FieldFailure } from '@haishi/kernel';
import type { StageKind } from '../edition/edition.definition.js';
import type { EditionState, StageDates, StageState } from '../edition/edition.rules.js';
import type { Difference, Json } from './difference.rules.js';
import type { Limit, Ordered } from './limits.rules.js';

/** How many projects chose the same, told apart by whether they were ever handed in. */
export interface ProjectCount {
  division: string | null;
  field: string | null;
  region: string | null;
  group: string | null;
  drafts: number;
  /** With those out for a correction. */
  submitted: number;
  /** Out for a correction 退回补正, and held against what is asked by then once they are handed in again. */
  returned: number;
}

/** A session of a roadshow, or the online review of a stage. */
export interface SessionFacts {
  stageCode: string;
  regionCode: string | null;
  name: LocalText;
  /** From its sign-in or its opening on, or from its first sheet: judges then hold its rubric. */
  begun: boolean;
  /** What breaks its ties, as a stage's setting names it. */
  ties: string[];
  /** Whether these are its own, and not what its stage says. */
  ownTies: boolean;
}

/** What stands in an edition that a change of its file may touch. */
export interface ChangeFacts {
  state: EditionState;
  now: Date;
  /** As they are before the change. */
  stages: { code: string; kind: StageKind; state: StageState; opensAt: Date | null; closesAt: Date | null }[];
  /** Rejected projects that may still be appealed for. */
  appealable: number;
  /** As they would be after it. */
  stagesAfter: StageDates[];
  projects: ProjectCount[];
  /** Of which groups conditions, questions and materials are asked before and after. */
  limits: Limit[];
  /** By which questions conditions compare degrees in the order of their options, after the change. */
  ordered: Ordered[];
  /** Drafts that confirmed the undertaking as it stands. */
  confirmed: number;
  /** How many collected projects, still to be claimed, name the same. */
  offered: { division: string; field: string | null; region: string; group: string | null; count: number }[];
  /** Those who are still asked: the divisions and sub-fields that they know, and their home region. */
  experts: { fields: readonly string[]; region: string | null }[];
  /** How many projects hold a file of the kind; of a personal one, whose files stay closed, also in what they handed in before. */
  materials: { kind: string; drafts: number; submitted: number }[];
  /** How many projects answered a question `CODE`, or one of its options `CODE.OPTION`. */
  answers: { answer: string; drafts: number; submitted: number; returned: number }[];
  sessions: SessionFacts[];
  /** How often a checker gave each reason. */
  reasons: { action: 'return' | 'reject'; code: string; count: number }[];
  /** Who is of a kind of judge, and whether the plan of an online review asks for it. */
  kinds: { code: string; experts: number; seats: number; demanded: boolean }[];
  /** Experts who accepted the terms of judging as they stand. */
  accepted: number;
  /** Of every stage its latest. */
  decisions: { stageCode: string; published: boolean }[];
  /** Those not revoked. */
  notices: { stageCode: string; kind: string }[];
}

export const EFFECTS = [
  'drafts_choose_again',
  'offers_choose_again',
  'experts_lose',
  'drafts_checked_anew',
  'corrections_checked_anew',
  'submitted_stay',
  'conditions_shown',
  'files_stay',
  'jury_reads',
  'jury_reads_no_more',
  'files_personal',
  'answers_go',
  'renamed',
  'undertaking_again',
  'undertaking_stands',
  'sessions_follow',
  'sessions_keep',
  'sessions_differ',
  'deadline_moves',
  'registration_reopens',
  'sessions_without',
  'gallery_opens',
  'gallery_closes',
  'grace_moves',
  'schedule_moves',
  'corrections_keep',
  'appeals_keep',
  'zone_moves',
  'notices_keep',
  'notices_headed',
  'decision_keeps',
  'plan_follows',
  'decisions_worded',
  'judges_renamed',
  'judges_accept_again',
] as const;
export type EffectCode = (typeof EFFECTS)[number];

/** What a difference means for what stands already; `count` of what the code names. */
export interface Effect {
  path: string;
  code: EffectCode;
  count: number;
  /** What sessions and reviews are called that it concerns; absent where it concerns none. */
  names?: LocalText[];
}

export interface Assessment {
  effects: Effect[];
  /** Why the change may not be made; empty where it may. `field` is the difference's path. */
  refusals: FieldFailure[];
}

/** Refuses what a number of projects, or of sessions, hold to. */
export function inUse(field: string, code: string, old: Json, count: number): FieldFailure {
  return { field, code, params: { name: namedOf(old, field.split('.').at(-1)!), count } };
}

/** What the code of a part is called, for messages. */
export function namedOf(part: Json, code: string): LocalText {
  const name = typeof part === 'object' && part !== null && !Array.isArray(part) ? part['name'] : null;
  const local = typeof name === 'object' && name !== null && !Array.isArray(name) ? name : {};
  return { zh: String(local['zh'] ?? code), en: String(local['en'] ?? code) };
}

export function sum(list: readonly ProjectCount[], what: 'drafts' | 'submitted' | 'returned'): number {
  return list.reduce((all, one) => all + one[what], 0);
}

/** That more is asked of these: of drafts and corrections once they are handed in, and not of what stands handed in. */
export function checkedAnew(
  path: string,
  { drafts, submitted, returned }: Pick<ProjectCount, 'drafts' | 'submitted' | 'returned'>,
): Effect[] {
  return [
    { path, code: 'drafts_checked_anew', count: drafts },
    { path, code: 'corrections_checked_anew', count: returned },
    { path, code: 'submitted_stay', count: submitted - returned },
  ];
}

/** That these are held against another condition of entry: drafts and corrections when handed in, the others as they stand. */
export function heldAgainst(
  path: string,
  { drafts, submitted, returned }: Pick<ProjectCount, 'drafts' | 'submitted' | 'returned'>,
): Effect[] {
  return [
    { path, code: 'drafts_checked_anew', count: drafts },
    { path, code: 'corrections_checked_anew', count: returned },
    { path, code: 'conditions_shown', count: submitted - returned },
  ];
}

/** All of these together. */
export function total(list: readonly ProjectCount[]): Pick<ProjectCount, 'drafts' | 'submitted' | 'returned'> {
  return { drafts: sum(list, 'drafts'), submitted: sum(list, 'submitted'), returned: sum(list, 'returned') };
}

/** That the jury reads, or no longer reads, a material or an answer of so many projects handed in 评委可阅. */
export function juryEffect({ path, new: now }: Difference, count: number): Effect {
  return { path, code: now === true ? 'jury_reads' : 'jury_reads_no_more', count };
}

/** That notices keep what edition, stage and zone were called as they were published. */
export function headed(path: string, { length: count }: ChangeFacts['notices']): Effect {
  return { path, code: 'notices_headed', count };
}

export function begunOf(sessions: readonly SessionFacts[]): SessionFacts[] {
  return sessions.filter(({ begun }) => begun);
}

export function effectOn(path: string, code: EffectCode, sessions: readonly SessionFacts[]): Effect {
  return { path, code, count: sessions.length, names: sessions.map(({ name }) => name) };
}

export function scored(field: string, begun: readonly SessionFacts[]): FieldFailure[] {
  return begun.slice(0, 1).map((one) => ({
    field,
    code: 'edition.change_scored',
    params: { session: one.name, count: begun.length },
  }));
}

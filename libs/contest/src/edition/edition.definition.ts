import type { LocalText, Question } from '@haishi/contracts';
import type { Rubric } from '@haishi/review';
import type { EligibilityRule } from './rule.definition.js';

/** The first line of every edition file; a later shape gets a later number. */
export const EDITION_FORMAT = 'haishi-edition/1';

export interface Field {
  code: string;
  name: LocalText;
}

/** A subject of the contest 参赛领域 with its sub-fields. */
export interface Division {
  code: string;
  name: LocalText;
  fields: Field[];
}

/** A region 赛区, and the time zones its entrants mostly live in. */
export interface Region {
  code: string;
  name: LocalText;
  timeZones: string[];
}

/**
 * A group 组别 and what it asks of an entry.
 * `organisation`: `required` — a registered company with its code; `affiliation` — at most the name of where the team works.
 */
export interface Group {
  code: string;
  name: LocalText;
  organisation: 'required' | 'affiliation';
  minCoreMembers: number;
  /** Whether a project is handed in only once every core member has accepted to take part 核心成员须确认. */
  membersConfirm?: boolean;
  /** The rule in words, for entrants and checkers. */
  note?: LocalText;
}

export const MATERIAL_TYPES = ['pdf', 'docx', 'pptx', 'xlsx', 'jpg', 'png'] as const;
export type MaterialType = (typeof MATERIAL_TYPES)[number];
/** Bytes; no kind of material may allow more. */
export const MATERIAL_SIZE_CEILING = 500 * 1024 * 1024;

/**
 * A kind of material 材料 and its limits. `groups` limits it to some groups; `forJudges` opens it to the jury 评委可阅,
 * to which every other kind stays closed; `personal` closes it to all but its owner and staff who work on the project
 * 个人材料, such as an identity document, and excludes the other.
 */
export interface MaterialKind {
  code: string;
  name: LocalText;
  help?: LocalText;
  types: MaterialType[];
  /** Bytes. */
  maxSize: number;
  minCount: number;
  maxCount: number;
  groups?: string[];
  forJudges?: boolean;
  personal?: boolean;
}

export interface Award {
  code: string;
  name: LocalText;
  perDivision: number;
}

/** Why a project goes back for correction, or is refused; `help` tells checkers when it is meant. */
export interface Reason {
  code: string;
  name: LocalText;
  help?: LocalText;
}

/** A kind of judge 评委类型, such as an investor. */
export interface JudgeKind {
  code: string;
  name: LocalText;
}

/** What an edition is made of, besides its stages. */
export interface EditionDefinition {
  divisions: Division[];
  regions: Region[];
  groups: Group[];
  materials: MaterialKind[];
  /** What its form asks besides; absent where it asks nothing. */
  questions?: Question[];
  /** Who may enter; absent where nothing is asked. */
  rules?: EligibilityRule[];
  /** What every entrant confirms 承诺书. */
  undertaking: LocalText;
  /** Why a checker sends a project back or refuses it; absent in an edition older than these lists, see `edition.defaults.ts`. */
  returnReasons?: Reason[];
  rejectReasons?: Reason[];
  /** The kinds that experts and judges are of. */
  judgeKinds?: JudgeKind[];
  /** What a judge accepts before reading anything 评审须知, a point in each line. */
  judgeTerms?: LocalText;
  rubric: Rubric;
  awards: Award[];
  /** Whether anybody may look at projects of which something is published 项目展示. */
  gallery?: boolean;
}

export const STAGE_KINDS = ['submission', 'eligibility', 'review', 'roadshow', 'notice', 'matching'] as const;
export type StageKind = (typeof STAGE_KINDS)[number];

/** The seats of a region or division, set by hand. */
export interface Margin {
  code: string;
  seats: number;
}

/** The most that may go on where a region and a division meet. */
export interface Cap {
  region: string;
  division: string;
  cap: number;
}

/** How much the score of an earlier stage counts 权重. */
export interface Carry {
  stage: string;
  /** Thousandths of the whole; the rest is this stage's. */
  permille: number;
}

/**
 * How many go on from a stage 晋级, over what the places are shared out, and by what rules: what a decision on it starts from.
 * Either `total`, or `permille`, or with both sides in `by` the margins `regions` and `divisions`.
 */
export interface Advance {
  total?: number;
  by: ('region' | 'division')[];
  /** Thousandths of the eligible entries, where all compete together. */
  permille?: number;
  regions?: Margin[];
  divisions?: Margin[];
  caps?: Cap[];
  /** Seats beyond the quotas 外卡; none where nothing is said. */
  wildcards?: number;
  /** Length of the waiting list 递补; none where nothing is said. */
  waiting?: number;
  /** Whether all who share the place at the cut line go on, or as many as there are seats, which holds where nothing is said. */
  cutTies?: 'all' | 'order';
  carry?: Carry;
}

/** What a stage may be set to; which of them a kind knows stands in `STAGE_SETTINGS`. */
export interface StageSettings {
  /** How long after its end a submission still counts, marked late 宽限期; 0 where nothing is said. */
  graceMinutes?: number;
  /** Days an entrant usually gets for a correction. */
  correctionDays?: number;
  /** Days an entrant has to appeal against a rejection, counted after the day of it; 5 where nothing is said, 0 for none. */
  appealDays?: number;
  judgesPerProject?: number;
  blind?: boolean;
  judges?: number;
  pitchMinutes?: number;
  questionMinutes?: number;
  dropHighest?: number;
  dropLowest?: number;
  /** Valid scores needed before any is dropped, counted before dropping. */
  minValid?: number;
  decimals?: number;
  /** `live`: scores are shown at once 当场亮分; `ceremony`: withheld until revealed. */
  reveal?: 'live' | 'ceremony';
  /** Whether judges and entrants sign in before the order is drawn; they do where nothing is said. */
  signIn?: boolean;
  /** How long a public notice 公示 usually lasts: in working days, or in days of the calendar; one of the two. */
  workingDays?: number;
  calendarDays?: number;
  advance?: Advance;
  /** What separates equal results 同分次序, in order: codes of criteria, `untrimmed`, or `stage:` and the code of an earlier stage; the usual where nothing is said. */
  ties?: string[];
  /** What the plan of its online review begins with, by the names that come in with one; the rest is usual. */
  plan?: object;
}

export interface StageDefinition {
  code: string;
  kind: StageKind;
  name: LocalText;
  opensAt: Date | null;
  closesAt: Date | null;
  settings: StageSettings;
}

/** An edition as its file says it, dates worked out. */
export interface EditionFile {
  code: string;
  name: LocalText;
  timeZone: string;
  definition: EditionDefinition;
  stages: StageDefinition[];
}

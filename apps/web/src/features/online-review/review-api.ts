import type { LocalText, RoadshowExplanation } from '@haishi/contracts';
import type { Tone } from '@/shared/ui/StateTag.vue';

export const STANDINGS = ['unknown', 'not_judge', 'invited', 'accepted'] as const;
export type Standing = (typeof STANDINGS)[number];
export const STANDING_TONES: Readonly<Record<Standing, Tone>> = {
  unknown: 'neutral',
  not_judge: 'attention',
  invited: 'progress',
  accepted: 'success',
};

/** An expert of an edition's pool. */
export interface Expert {
  id: string;
  /** To be named when they are changed. */
  version: number;
  name: string;
  mail: string;
  kind: string;
  organisationName: string;
  creditCode: string | null;
  aliases: string[];
  ties: string[];
  /** Whether it is the reader themselves. */
  own: boolean;
  fields: string[];
  region: string | null;
  languages: string[];
  capacity: number | null;
  standing: Standing;
}

/** What an uploaded list of experts was read as. */
export interface ExpertImport {
  total: number;
  faults: { row: number; column: string; cell: string; value: string; code: string; message: string }[];
  unknownColumns: string[];
  /** Rows of experts who are withdrawn from the pool. */
  withdrawn: { row: number; name: string; mail: string }[];
  done: { added: number; changed: number; restored: number; left: number } | null;
}

export const ROUND_STATES = ['preparing', 'open', 'closed', 'confirmed'] as const;
export type RoundState = (typeof ROUND_STATES)[number];
export const ROUND_TONES: Readonly<Record<RoundState, Tone>> = {
  preparing: 'progress',
  open: 'live',
  closed: 'attention',
  confirmed: 'success',
};

export const NORMALISATIONS = ['none', 'z_score', 'additive', 'robust'] as const;
export type Normalisation = (typeof NORMALISATIONS)[number];

export interface Load {
  min: number;
  max: number;
}

/** What becomes of sheets after the end of the stage. */
export const LATE_SHEETS = ['marked', 'refused'] as const;
export type LateSheets = (typeof LATE_SHEETS)[number];

/** How a round is assigned and its sheets adjusted, as the server holds it. */
export interface RoundPlan {
  judgesPerEntry: number;
  load: Load | null;
  composition: { type: string; atLeast: number }[];
  onePerInstitution: boolean;
  awayFromHome: boolean;
  /** Absent from what was planned before it was asked: no. */
  readLanguages?: boolean;
  connected: boolean;
  /** Entries that any two judges of a division share; absent from what was planned before it was asked. */
  sharedByPanels?: number;
  mismatch: [number, number, number];
  level: number;
  keep: number;
  normalisation: Normalisation;
  minSheets: number;
  /** In hundredths. */
  divergence: number;
  /** Absent from what was planned before it was asked. */
  lateSheets?: LateSheets;
  /** Absent from what was planned before it was asked: no. */
  reopensDivergent?: boolean;
}

export interface RoundJudge {
  personId: string;
  name: string;
  kind: string;
  organisationName: string;
  region: string | null;
  fields: string[];
  capacity: number | null;
  accepted: boolean;
  active: boolean;
  assigned: number;
  /** Entries that they still take. */
  room: number;
  declared: number;
  scored: number;
  late: number;
  recused: number;
}

export interface Run {
  id: string;
  number: number;
  state: 'running' | 'done' | 'cancelled' | 'failed';
  seed: number;
  /** The search ends after so many. */
  seconds: number;
  startedAt: string;
  endedAt: string | null;
  appliedAt: string | null;
  answer: 'assigned' | 'impossible' | 'undecided' | null;
  cost: number | null;
  bound: number | null;
  /** Hundredths of a per cent above the bound. */
  gap: number | null;
  change: { added: number; removed: number } | null;
  failing: LocalText[];
  relaxations: LocalText[];
  /** Numbers of entries with a tie of who began it, which somebody else has to decide on. */
  leftTies: string[];
}

/** An online review as its organisers find it. */
export interface Round {
  id: string;
  stage: { code: string; name: LocalText };
  state: RoundState;
  blind: boolean;
  opensAt: string | null;
  closesAt: string | null;
  /** IANA name of the edition's zone. */
  timeZone: string;
  /** Sheets that came in late. */
  late: number;
  plan: RoundPlan;
  /** To be named when its plan or its ties are changed. */
  versions: { plan: number; ties: number };
  usualLoad: Load;
  counts: {
    entries: number;
    withdrawn: number;
    waiting: number;
    judges: number;
    notReady: number;
    short: number;
    again: number;
  };
  /** What separates equal results, in order; `ownTies` where it is not what the stage says. */
  ties: string[];
  ownTies: boolean;
  criteria: { code: string; name: LocalText }[];
  /** The stages before whose scores its chain may name. */
  earlierStages: { code: string; name: LocalText }[];
  progress: { sheets: number; expected: number };
  /** Sheets that count no more since a tie of their judge was found. */
  lost: { entryId: string; number: string; personId: string; name: string; reason: string }[];
  judges: RoundJudge[];
  run: Run | null;
}

export const PAIR_STATES = ['given', 'declared', 'scored', 'gone', 'recused', 'lifted'] as const;
export type PairState = (typeof PAIR_STATES)[number];
export const PAIR_TONES: Readonly<Record<PairState, Tone>> = {
  given: 'neutral',
  declared: 'progress',
  scored: 'success',
  gone: 'danger',
  recused: 'ended',
  lifted: 'attention',
};
/** The states in which somebody can score an entry. */
export const ABLE: readonly PairState[] = ['given', 'declared', 'scored'];

/** Why a project is closed to the reader. */
export const CLOSED_BY = ['belongs', 'organisation', 'declared', 'staff', 'elsewhere'] as const;
export type ClosedBy = (typeof CLOSED_BY)[number];

export interface EntryJudge {
  personId: string;
  name: string;
  kind: string;
  state: PairState;
  locked: boolean;
  /** Why they are recused: what was found on record, or what somebody wrote. */
  reason: string | null;
  /** A tie that they declared after their sheet, and that waits to be decided on. */
  lateTie: string | null;
}

export interface RoundEntry {
  entryId: string;
  number: string;
  /** Null where a tie keeps the project from the reader. */
  title: string | null;
  team: string | null;
  closed: ClosedBy | null;
  division: LocalText;
  region: LocalText;
  withdrawn: boolean;
  judges: EntryJudge[];
}

/** What a recusal that was lifted had taken from its judge. */
export interface Lifted {
  tookPair: boolean;
  has: number;
  wants: number;
  /** Why it cannot be given back now. */
  refusal: { code: string; message: string } | null;
}

export interface RoundEntryPage {
  items: RoundEntry[];
  total: number;
  page: number;
  pages: number;
}

export interface EntryResult {
  entryId: string;
  number: string;
  title: string;
  team: string;
  closed: ClosedBy | null;
  division: LocalText;
  region: LocalText;
  raw: string | null;
  adjusted: string | null;
  score: string | null;
  place: number | null;
  explanation: RoadshowExplanation | null;
  /** Why it was confirmed although its sheets diverge and nobody looked at it again. */
  leftDivergent: string | null;
  sheets: { personId: string; name: string; total: string; divergent: boolean; late: boolean }[];
}

/** A part of what a round came to. */
export interface EqualEntry {
  entryId: string;
  number: string;
  title: string;
}

/** How scores are adjusted, and from how many sheets of a judge on. */
export type Scaling = Pick<RoundPlan, 'normalisation' | 'minSheets'>;

export interface RoundResults {
  normalisation: Normalisation;
  /** How that was changed since the review was closed, the first change first. */
  rescalings: { from: Scaling; to: Scaling; reason: string; at: string }[];
  decimals: number;
  refusals: LocalText[];
  judges: {
    name: string;
    division: LocalText;
    sheets: number;
    effect: string;
    /** Null where there is too little to tell. */
    interval: { from: string; to: string } | null;
  }[];
  criteria: { code: string; name: LocalText }[];
  /** Rulings on equals that hold, best first. */
  rulings: { entries: EqualEntry[]; reason: string; at: string }[];
  /** Entries that share a place and may be ruled on, of what is looked for, best first: the first of them alone. */
  equals: { place: number; entries: EqualEntry[] }[];
  /** How many shared places are not told of. */
  moreEquals: number;
  /** A part of those that match what is asked for, which are `total`. */
  entries: EntryResult[];
  total: number;
  next?: string;
  /** How many entries are closed to the reader. */
  closed: number;
  /** The entries whose sheets diverge. */
  divergent: string[];
}

/** Whether what judges are given may still be changed. */
export const assignable = ({ state }: Pick<Round, 'state'>): boolean => state === 'preparing' || state === 'open';
/** Whether no sheet is taken any more, so that scores may be seen. */
export const ended = ({ state }: Pick<Round, 'state'>): boolean => state === 'closed' || state === 'confirmed';

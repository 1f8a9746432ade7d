import type { LocalText } from '../locale.js';
import type { CeremonyScene } from './ceremony.js';
import type { RoadshowEntryCard, ShownResult } from './roadshow-entry.js';

/**
 * The live channels of a roadshow session 路演场次; the key of each is the session's id.
 * `screen` is for anybody with a screen's link, `desk` for the jury and the organiser, `chair` for the chair and the organiser.
 * Scores are integers: a sheet's in hundredths, a result's in units of its last decimal. Moments are milliseconds since 1970.
 */
export const ROADSHOW_SCREEN = 'roadshow.screen';
export const ROADSHOW_DESK = 'roadshow.desk';
export const ROADSHOW_CHAIR = 'roadshow.chair';

/** Being set up, signing in 签到, order drawn, running, stopped, closed, confirmed 确认 into the review engine for good. */
export const ROADSHOW_STATES = ['draft', 'signin', 'ready', 'running', 'stopped', 'closed', 'confirmed'] as const;
export type RoadshowState = (typeof ROADSHOW_STATES)[number];
/** In which nothing more happens on stage. */
export const ROADSHOW_ENDED: readonly RoadshowState[] = ['closed', 'confirmed'];

/** What happens on stage: nothing, called 叫号, pitch 陈述, questions 答辩, scoring 评分, locked 锁定, shown 亮分. */
export const ROADSHOW_PHASES = ['idle', 'called', 'pitch', 'questions', 'scoring', 'locked', 'shown'] as const;
export type RoadshowPhase = (typeof ROADSHOW_PHASES)[number];

/** The server's timer. What is left is `seconds` less the time from `startedAt` to `pausedAt`, or to now. */
export interface RoadshowTimer {
  startedAt: number;
  /** 0 for a phase without a limit. */
  seconds: number;
  pausedAt: number | null;
}

/** Why an entry stands where it does: equal scores, the tie-breakers looked at with this entry's values, who shares the place. */
export interface RoadshowExplanation {
  tiedWith: number;
  compared: { tie: { by: 'criterion'; code: string } | { by: 'untrimmed' }; value: number }[];
  sharing: number;
  /** Where the chair ruled their order: how many were ruled on, and the chair's reason. */
  ruled?: { among: number; reason: string };
}

/** The entry on stage, and how many of its judges have scored; never what. */
export interface RoadshowCurrent {
  entry: RoadshowEntryCard;
  phase: RoadshowPhase;
  timer: RoadshowTimer | null;
  scored: number;
  expected: number;
  /** Only once shown. */
  result: ShownResult | null;
}

/** A line of the leaderboard; only entries whose scores are shown stand on it. */
export interface BoardRow {
  entryId: string;
  number: string;
  title: string;
  team: string;
  score: number;
  decimals: number;
  place: number;
  /** The place before the latest score was shown; null for a newcomer. */
  before: number | null;
  explanation: RoadshowExplanation;
}

export interface RoadshowHeader {
  id: string;
  name: string;
  edition: LocalText;
  stage: LocalText;
  room: string;
  timeZone: string;
  state: RoadshowState;
  /** When it is planned to start; null where that was not said. */
  startsAt: number | null;
  /** Whether anybody may follow it on a phone; screens then show where. */
  audience: boolean;
  /** Whether every screen shows the session's name and nothing else. */
  blank: boolean;
  /** A break 中场休息 between entries: what screens say, and when it goes on where that was said. */
  intermission: { text: string; until: number | null } | null;
  /** Of a session that was stopped: when it goes on where that was said, and why it was stopped, which desks are told and screens are not. */
  stopped: { reason?: string; until: number | null } | null;
  /** Without those that withdrew. */
  entries: number;
  shown: number;
  /** Whether the board stands still while scoring goes on 封榜. */
  frozen: boolean;
  /** SHA-256 of the seed by which the order is drawn, told before; the seed itself after. */
  draw: { commitment: string; seed: string | null };
}

export interface ScreenSnapshot {
  header: RoadshowHeader;
  current: RoadshowCurrent | null;
  board: BoardRow[];
  /** From the beginning of the ceremony on; `current` is null then, and the board holds what was told so far. */
  ceremony: CeremonyScene | null;
}

/** Each part present is the new state of that part. */
export interface ScreenDelta {
  header?: RoadshowHeader;
  current?: RoadshowCurrent | null;
  board?: BoardRow[];
  ceremony?: CeremonyScene | null;
  scored?: { entryId: string; scored: number; expected: number };
}

/** Who has signed in: seats by number, entries by id. */
export interface RoadshowPresence {
  seats: number[];
  entries: string[];
}

export interface DeskSeat {
  seatNo: number;
  name: string;
}

/** The room's view: who sits where, who has scored the entry on stage, who is asked to correct. */
export interface DeskSnapshot extends ScreenSnapshot {
  seats: DeskSeat[];
  entries: RoadshowEntryCard[];
  /** For each entry that was on stage: seats whose sheet is stored, seats asked to correct theirs, seats recused. */
  progress: EntryProgress[];
  /** Judges whom the chair calls to score the entry on stage. */
  nudges: RoadshowNudge[];
  /** Paper sheets that are being keyed. */
  keyings: KeyingProgress[];
  /** Null where nobody signs in. */
  presence: RoadshowPresence | null;
  /** Where judges and entrants meet who are elsewhere; null where all are in the room. */
  meetingUrl: string | null;
}

/** The chair's call to a judge who has not scored 提醒. */
export interface RoadshowNudge {
  entryId: string;
  seatNo: number;
  at: number;
}

export interface EntryProgress {
  entryId: string;
  scored: number[];
  reopened: number[];
  recused: number[];
  /** Seats that handed none in and may still do so 补交. */
  admitted: number[];
  /** Seats whose sheet was declared invalid. */
  struck: number[];
}

/** How far the keying of a judge's paper sheet is: one person's is in, or two differ. Holds no score. */
export interface KeyingProgress {
  entryId: string;
  seatNo: number;
  state: 'first' | 'differs';
}

export interface DeskDelta extends Omit<ScreenDelta, 'scored'> {
  seats?: DeskSeat[];
  entries?: RoadshowEntryCard[];
  /** Each part present replaces that part of the same entry's. */
  nudges?: RoadshowNudge[];
  keyings?: KeyingProgress[];
  presence?: RoadshowPresence | null;
  meetingUrl?: string | null;
  progress?: (Partial<EntryProgress> & Pick<EntryProgress, 'entryId'>)[];
}

/** One judge's sheet as the chair sees it. */
export interface ChairSheet {
  entryId: string;
  seatNo: number;
  scores: Record<string, number>;
  comment: string;
  total: number;
  revision: number;
  state: 'stored' | 'reopened' | 'struck';
  /** Keyed from paper by two persons. */
  paper?: true;
}

/** The present result of an entry, sealed from everybody else until it is shown. */
export interface ChairResult {
  entryId: string;
  score: number | null;
  untrimmed: number | null;
  valid: number;
  droppedHighest: number[];
  droppedLowest: number[];
  tieValues: number[];
}

/** The chair's order of entries that shared a place, with the values they shared. */
export interface ChairRuling {
  entryIds: string[];
  values: number[];
  reason: string;
}

/** What the public was shown of an entry last. */
export interface ChairShown {
  entryId: string;
  result: ShownResult;
}

export interface ChairSnapshot {
  sheets: ChairSheet[];
  results: ChairResult[];
  /** What the public was shown of each entry, from which sheets and results may differ by now. */
  shown: ChairShown[];
  /** Those that were not taken back; one holds as long as exactly these entries share these values. */
  rulings: ChairRuling[];
  /** Entries whose owner withdrew the project, those that still stand in the session among them: the chair takes them out. */
  gaveUp: string[];
}

/** The sheets, results and what was shown replace those of the same entry and seat. */
export interface ChairDelta {
  sheet?: ChairSheet;
  result?: ChairResult;
  shown?: ChairShown;
  /** All of them, each. */
  rulings?: ChairRuling[];
  gaveUp?: string[];
}

import type { LocalText, RoadshowEntryCard, RoadshowHeader, RoadshowPresence, RoadshowState } from '@haishi/contracts';
import type { Aggregation, Rubric, Scores } from '@haishi/review/rules';

export interface SessionSummary {
  id: string;
  editionId: string;
  name: string;
  room: string;
  timeZone: string;
  state: RoadshowState;
  stageCode: string;
  regionCode: string | null;
  startsAt: string | null;
  stopReason: string | null;
  resumesAt: string | null;
  createdAt: string;
  entries: number;
  seats: number;
  /** Numbers of the entries that the reader has a tie to, where others lead it for that. */
  tied: string[];
}

/** A session of an edition, with what of it is the reader's. */
export interface EditionSession extends SessionSummary {
  leads: boolean;
  prepares: boolean;
  stages: boolean;
  records: boolean;
}

/** A session in which the reader has something to do. */
export interface OwnSession extends SessionSummary {
  seated: boolean;
  leads: boolean;
  stages: boolean;
  records: boolean;
  witnesses: boolean;
}

/** Somebody who leads or witnesses a session by a role, and the numbers of the entries that they have a tie to. */
export interface TiedLeader {
  personId: string;
  name: string;
  numbers: string[];
}

export interface JudgeKind {
  code: string;
  name: LocalText;
}

export interface Seat {
  seatNo: number;
  personId: string;
  name: string;
  kind: string;
  kindName: LocalText;
  organisationName: string;
  creditCode: string | null;
}

export interface SessionOverview {
  header: RoadshowHeader;
  presence: RoadshowPresence | null;
  /** Whether the edition wants a sign-in before the draw. */
  signsIn: boolean;
  meetingUrl: string | null;
  editionId: string;
  stageCode: string;
  regionCode: string | null;
  pitchSeconds: number;
  questionSeconds: number;
  /** What the edition opens to the jury, by name. */
  juryReads: LocalText[];
  /** The kinds that a judge may be of. */
  judgeKinds: JudgeKind[];
  rubric: Rubric;
  aggregation: Aggregation;
  /** What separates equal results, in order, and the stages before whose scores its chain may name. */
  ties: string[];
  /** To be named when the start, the meeting or the ties are changed. */
  versions: { startsAt: number; meetingUrl: number; ties: number };
  earlierStages: { code: string; name: LocalText }[];
  /** Whether it breaks ties in an order of its own, and not as its stage says. */
  ownTies: boolean;
  seats: Seat[];
  entries: (RoadshowEntryCard & { judges: number })[];
  recusals: {
    entryId: string;
    seatNo: number | null;
    kind: 'automatic' | 'declared' | 'staff';
    reason: string;
    at: string;
  }[];
  may: { manage: boolean; chair: boolean; screens: boolean };
}

/** What the server holds of the judge's own sheet. */
export interface OwnSheet {
  entryId: string;
  sheetKey: string;
  revision: number;
  scores: Scores;
  comment: string;
  total: number;
  state: 'stored' | 'reopened' | 'struck';
  submittedAt: string;
  reopenReason: string | null;
}

export type Receipt = Omit<OwnSheet, 'state' | 'reopenReason'>;

/** What the jury reads of an entry, by kind. */
export interface MaterialsOfKind {
  kind: string;
  kindName: LocalText;
  files: { fileId: string; name: string; /** Bytes. */ size: number }[];
}

/** An answer to a question of the edition that is open to judges. */
export interface AnswerForJudges {
  code: string;
  name: LocalText;
  answer: LocalText;
}

export interface JudgeDeskData {
  seatNo: number;
  /** Whether a role lets the judge chair the session too. */
  leads: boolean;
  rubric: Rubric;
  sheets: OwnSheet[];
  recusals: { entryId: string; kind: string; reason: string }[];
}

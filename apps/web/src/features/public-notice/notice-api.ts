import type { LocalText } from '@haishi/contracts';
import type { Tone } from '@/shared/ui/StateTag.vue';

export type NoticeKind = 'advancement' | 'awards';
export type NoticeState = 'open' | 'concluded' | 'revoked';
export const NOTICE_TONES: Readonly<Record<NoticeState, Tone>> = {
  open: 'live',
  concluded: 'success',
  revoked: 'ended',
};
export type ObjectionState = 'filed' | 'upheld' | 'dismissed';
export const OBJECTION_TONES: Readonly<Record<ObjectionState, Tone>> = {
  filed: 'attention',
  upheld: 'success',
  dismissed: 'neutral',
};

export interface NoticeSummary {
  id: string;
  number: number;
  stage: LocalText;
  kind: NoticeKind;
  state: NoticeState;
  startsOn: string;
  endsOn: string;
  closesAt: string;
  takesObjections: boolean;
  publishedAt: string;
}

/** A file that supports an objection. */
export interface Evidence {
  id: string;
  name: string;
  size: number;
}

export interface Objection {
  id: string;
  number: number;
  projectNumber: string | null;
  statement: string;
  evidence: Evidence[];
  at: string;
  state: ObjectionState;
  answer: string | null;
  answeredAt: string | null;
}

/** An objection as its organisers see it. */
export interface StaffObjection extends Objection {
  by: string;
  contact: string;
  title: string | null;
  struck: boolean;
  answeredBy: string | null;
  conflicted: boolean;
  /** Whether no organiser may answer it, until another is appointed. */
  waits: boolean;
  /** Whether the reader answers it though they have a tie, since nobody without one could. */
  tied: boolean;
  /** Whether neither who filed it nor what it says is told. */
  withheld: boolean;
}

/** Listed projects that the reader has a tie to, and whether what is done with the whole list is left to others. */
export interface TiedToList {
  numbers: string[];
  othersAct: boolean;
}

export interface StaffNotice extends NoticeSummary {
  revision: number;
  size: number;
  digest: string;
  certain: boolean;
  endReason: string | null;
  tied: TiedToList | null;
  objections: StaffObjection[];
}

export interface StageNotices {
  days: number;
  dayKind: 'working' | 'calendar';
  awards: { name: LocalText; perDivision: number }[];
  kinds: NoticeKind[];
  /** The notice of another stage on which the edition's awards stand. */
  awardsOn: { number: number; stage: LocalText } | null;
  /** Of what would be published. */
  tied: (TiedToList & { kind: NoticeKind; waiting: boolean })[];
  notices: StaffNotice[];
}

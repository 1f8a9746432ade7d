import type { Locale, LocalText } from '@haishi/contracts';
import type { Tone } from '@/shared/ui/StateTag.vue';

export const AUDIENCES = ['entrants', 'core', 'judges'] as const;
export type AudienceKind = (typeof AUDIENCES)[number];

/** States of projects, as lists name them. */
export const PROJECT_STATES = ['draft', 'submitted', 'returned', 'accepted', 'rejected', 'withdrawn'] as const;
export type ProjectState = (typeof PROJECT_STATES)[number];

/** Where projects stand in a stage, once that is published. */
export const STANDINGS = ['advances', 'waiting', 'out'] as const;
export type Standing = (typeof STANDINGS)[number];

/** By which stages and sessions recipients may be chosen. */
export interface Choices {
  stages: { code: string; name: LocalText }[];
  sessions: { id: string; name: string; room: string; stage: LocalText }[];
}

export interface Audience {
  kind: AudienceKind;
  states?: ProjectState[] | null;
  division?: string | null;
  region?: string | null;
  group?: string | null;
  stage?: string | null;
  standings?: Standing[] | null;
  session?: string | null;
}

/** What stands in the form. */
export interface WrittenMailing {
  kind: AudienceKind;
  states: ProjectState[];
  division: string;
  region: string;
  group: string;
  stage: string;
  standings: Standing[];
  session: string;
  subjectZh: string;
  subjectEn: string;
  textZh: string;
  textEn: string;
}

export interface Draft {
  audience: Audience;
  subject: LocalText;
  text: LocalText;
}

export interface Preview {
  recipients: number;
  /** How many projects the reader has a tie to, whether they get it or not. */
  recused: number;
  samples: { name: string; mail: string; locale: Locale; subject: string; text: string }[];
}

export const DELIVERY_STATES = ['sent', 'failed', 'queued', 'waiting'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];
export const DELIVERY_TONES: Record<DeliveryState, Tone> = {
  waiting: 'neutral',
  queued: 'progress',
  sent: 'success',
  failed: 'danger',
};

export interface Mailing {
  id: string;
  subject: LocalText;
  text: LocalText;
  audience: Audience;
  recipients: number;
  createdAt: string;
  createdBy: string;
  counts: Record<DeliveryState, number>;
}

export interface Recipient {
  id: string;
  name: string;
  mail: string;
  title: string;
  number: string;
  state: DeliveryState;
  reason: string | null;
  /** How often it was ordered. */
  tries: number;
}

/** What a text to this audience may be filled with, written as it is put into the text. */
export const placeholdersOf = (kind: AudienceKind): string[] =>
  (kind === 'judges' ? ['name', 'edition'] : ['name', 'title', 'number', 'edition']).map((name) => `{${name}}`);

/** Whether the job is still at it. */
export const isUnderWay = ({ counts }: Mailing): boolean => counts.waiting + counts.queued > 0;

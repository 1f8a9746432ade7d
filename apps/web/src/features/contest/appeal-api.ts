import type { Tone } from '@/shared/ui/StateTag.vue';

export type AppealState = 'open' | 'upheld' | 'dismissed';
export const APPEAL_TONES: Record<AppealState, Tone> = { open: 'progress', upheld: 'success', dismissed: 'ended' };

export interface Appeal {
  text: string;
  at: string;
  state: AppealState;
  answer: string | null;
  decidedAt: string | null;
}

/** What an owner may know of the appeal for their project. */
export interface AppealStanding {
  mayAppeal: boolean;
  deadline: string | null;
  obstacle: string | null;
  appeal: Appeal | null;
}

export interface AppealRow extends Appeal {
  projectId: string;
  number: string;
  title: string;
  rejectedBy: string;
  decidedBy: string | null;
  mayDecide: boolean;
  /** Nobody may decide it until another organiser is appointed. */
  waits: boolean;
}

import type { RoadshowEntryState, RoadshowState, ShownResult } from '@haishi/contracts';

export type WitnessSubject = 'draw' | 'totals' | 'confirmation';

/** The record of a session, as the server answers it. */
export interface RecordView {
  state: RoadshowState;
  meetingUrl: string | null;
  supervised: boolean;
  draw: { digest: string; code: string; seed: string; order: string[]; witnessed: boolean } | null;
  totals: { digest: string; code: string; witnessed: boolean } | null;
  closedAt: string | null;
  confirmedAt: string | null;
  confirmationWitnessed: boolean;
  witnesses: {
    subject: WitnessSubject;
    verdict: 'witnessed' | 'objected';
    remark: string | null;
    at: string;
    by: string;
  }[];
  judges: { seatNo: number; name: string; signedAt: string | null }[];
  entries: {
    entryId: string;
    number: string;
    title: string;
    team: string;
    state: RoadshowEntryState;
    signedAt: string | null;
  }[];
  chairSignedAt: string | null;
  open: { judges: number[]; entries: string[]; chair: boolean; supervisor: boolean } | null;
  results: { entryId: string; place: number | null; result: ShownResult }[] | null;
}

import type { RoadshowEntryState, RoadshowState, ShownResult } from '@haishi/contracts';
import { BoolField, ChoiceField, IdField, IntField, TextField } from '@haishi/platform';
import { WITNESS_SUBJECTS, WITNESS_VERDICTS, type WitnessSubject, type WitnessVerdict } from './record.entity.js';
import type { OpenMatters } from './record.rules.js';

const DIGEST = /^[0-9a-f]{64}$/;

export class WitnessInput {
  @ChoiceField(WITNESS_SUBJECTS) subject: WitnessSubject;
  @ChoiceField(WITNESS_VERDICTS) verdict: WitnessVerdict;
  @TextField({ max: 64, pattern: DIGEST, description: 'Of what was looked at, so that nothing else is witnessed.' })
  digest: string;
  @TextField({ max: 500, optional: true, description: 'Needed with an objection.' }) remark?: string | null;
}

export class SignatureInput {
  @TextField({ max: 64, pattern: DIGEST, description: 'Of the totals that the signed paper shows.' }) digest: string;
  @IntField({ min: 1, max: 50, optional: true, description: 'The chair’s where neither seat nor entry is named.' })
  seatNo?: number | null;
  @IdField({ optional: true }) entryId?: string | null;
  @BoolField({ optional: true, description: 'Everybody’s who is expected to sign.' }) all?: boolean | null;
}

export class SignatureBackInput {
  @IntField({ min: 1, max: 50, optional: true, description: 'The chair’s where neither seat nor entry is named.' })
  seatNo?: number | null;
  @IdField({ optional: true }) entryId?: string | null;
  @TextField({ max: 500 }) reason: string;
}

export class ConfirmInput {
  @TextField({ max: 64, pattern: DIGEST, description: 'Of the totals that are confirmed.' }) digest: string;
  @TextField({ max: 500, optional: true, description: 'Needed where a signature or the supervisor’s word is missing.' })
  reason?: string | null;
}

/** The record of a session: what was witnessed, signed, confirmed. */
export interface RecordView {
  state: RoadshowState;
  /** Where the room meets from afar; null where all are in it, and once the session has ended. */
  meetingUrl: string | null;
  /** Whether a supervisor was appointed. */
  supervised: boolean;
  /** Of the draw; null before it. */
  draw: { digest: string; code: string; seed: string; order: string[]; witnessed: boolean } | null;
  /** Of the totals; null before the session has ended. */
  totals: { digest: string; code: string; witnessed: boolean } | null;
  closedAt: string | null;
  confirmedAt: string | null;
  confirmationWitnessed: boolean;
  /** Oldest first. */
  witnesses: {
    subject: WitnessSubject;
    verdict: WitnessVerdict;
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
  open: OpenMatters | null;
  /** By place; only once the session has ended, and not for the recorder. */
  results: { entryId: string; place: number | null; result: ShownResult }[] | null;
}

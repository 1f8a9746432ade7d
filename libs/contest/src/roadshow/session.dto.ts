import {
  ChoiceField,
  IdField,
  IntField,
  IntQuery,
  JsonField,
  LineField,
  TextField,
  TextListField,
} from '@haishi/platform';
import { KIND_CODE_LENGTH } from '../edition/review.file.js';
import { MOST_TIES, TIE_LENGTH } from '../edition/ties.rules.js';
import { PHASE_ACTIONS } from './session.rules.js';

export class SessionInput {
  @TextField({ max: 12 }) stageCode: string;
  @TextField({ max: 12, optional: true, description: 'The region whose heat it is.' }) regionCode?: string | null;
  @LineField({ max: 100 }) name: string;
  @LineField({ max: 100 }) room: string;
  @TextField({ max: 60, optional: true, description: 'IANA name; the edition’s zone where absent.' }) timeZone?:
    | string
    | null;
  @IntField({ min: 1, max: 120, optional: true }) pitchMinutes?: number | null;
  @IntField({ min: 0, max: 120, optional: true }) questionMinutes?: number | null;
  @TextListField({
    max: MOST_TIES,
    maxLength: TIE_LENGTH,
    optional: true,
    description:
      'What separates equal results, in order: codes of criteria, `untrimmed`, or `stage:` and the code of an earlier stage. As the stage says, where absent.',
  })
  ties?: string[] | null;
}

export class MeetingInput {
  @TextField({
    max: 500,
    optional: true,
    pattern: /^https:\/\/\S+$/,
    description: 'Where the room meets from afar; none where absent.',
  })
  meetingUrl?: string | null;
}

export class EntriesInput {
  @TextListField({ min: 1, max: 200, maxLength: 36 }) projectIds: string[];
}

export class SeatInput {
  @IntField({ min: 1, max: 50 }) seatNo: number;
  @IdField({ description: 'Who holds the role of judge in this session or its edition.' }) personId: string;
  @TextField({ max: KIND_CODE_LENGTH, description: 'A kind of judge of the edition.' }) kind: string;
  @TextField({
    max: 200,
    optional: true,
    description: 'Where the judge works; entries of that organisation are recused by themselves.',
  })
  organisationName?: string | null;
  @TextField({ max: 18, optional: true }) creditCode?: string | null;
}

export class RecusalInput {
  @IdField() entryId: string;
  @IntField({ min: 1, max: 50, optional: true, description: 'Whom it concerns; a judge’s own seat where absent.' })
  seatNo?: number | null;
  @TextField({ max: 500 }) reason: string;
}

export class ReasonInput {
  @TextField({ max: 500 }) reason: string;
}

export class OptionalReasonInput {
  @TextField({ max: 500, optional: true }) reason?: string | null;
}

export class DrawInput {
  @TextField({ max: 500, optional: true, description: 'Needed where a judge or an entry has not signed in.' })
  reason?: string | null;
}

export class EntryInput {
  @IdField() entryId: string;
}

export class CallInput {
  @IdField() entryId: string;
  @IdField({
    optional: true,
    description:
      'The entry that was called and is absent, where there is one: so that two calls at once do not undo each other.',
  })
  absent?: string | null;
}

export class PhaseInput {
  @IdField({ description: 'The entry on stage, so that a late command moves no other.' }) entryId: string;
  @ChoiceField(PHASE_ACTIONS) phase: (typeof PHASE_ACTIONS)[number];
}

export const TIMER_ACTIONS = ['pause', 'resume', 'add'] as const;

export class TimerInput {
  @IdField() entryId: string;
  @ChoiceField(TIMER_ACTIONS) action: (typeof TIMER_ACTIONS)[number];
  @IntField({ min: 1, max: 3600, optional: true, description: 'For `add`.' }) seconds?: number | null;
}

export class LockInput {
  @IdField() entryId: string;
  @TextField({ max: 500, optional: true, description: 'Needed where a judge has not scored.' }) reason?: string | null;
}

export class ReopenInput {
  @IdField() entryId: string;
  @IntField({ min: 1, max: 50 }) seatNo: number;
  @TextField({ max: 500 }) reason: string;
}

export class SheetBody {
  @IdField({ description: 'Made by the client for this submission; its repetitions carry the same.' }) sheetKey: string;
  @IntField({
    min: 0,
    max: 1_000_000,
    description: 'The revision of the own sheet that the client holds; 0 where it holds none.',
  })
  revision: number;
  @JsonField({ description: 'Hundredths by criterion code.' }) scores: Record<string, unknown>;
  @TextField({ max: 2000, optional: true }) comment?: string | null;
}

/** What a stage manager's desk needs besides its channel. Holds no score. */
export interface StageDeskView {
  /** Valid scores that a result needs. */
  minValid: number;
}

export class ScreenInput {
  @LineField({ max: 200, description: 'Where the screen stands.' }) label: string;
}

export class CandidateQuery {
  @TextField({ max: 100, optional: true }) text?: string;
  @TextField({ max: 12, optional: true }) division?: string;
  @TextField({ max: 12, optional: true }) group?: string;
  @TextField({ max: 400, optional: true }) cursor?: string;
  @IntQuery({ min: 1, max: 200, optional: true }) limit?: number;
}

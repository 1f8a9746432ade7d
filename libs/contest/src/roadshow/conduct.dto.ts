import { BoolField, IdField, IntField, TextField, TextListField } from '@haishi/platform';

/** Minutes on the room's clocks, such as `2026-11-24T14:30`. */
const WALL_TIME = /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/;

export class SessionPlanInput {
  @TextField({
    max: 16,
    pattern: WALL_TIME,
    optional: true,
    description: 'On the clocks of the room, such as 2026-11-24T14:30; no planned start where absent.',
  })
  startsAt?: string | null;
}

export class StopInput {
  @TextField({ max: 500 }) reason: string;
  @TextField({
    max: 16,
    pattern: WALL_TIME,
    optional: true,
    description: 'When it goes on, on the clocks of the room; screens say so.',
  })
  resumesAt?: string | null;
  @BoolField({ optional: true, description: 'Says something else of the stop that is there, and stops nothing.' })
  changes?: boolean;
}

export class IntermissionInput {
  @TextField({ max: 60, description: 'What screens and phones say.' }) text: string;
  @TextField({
    max: 16,
    pattern: WALL_TIME,
    optional: true,
    description: 'When it goes on, on the clocks of the room; screens say so.',
  })
  resumesAt?: string | null;
}

export class EntryReasonInput {
  @IdField() entryId: string;
  @TextField({ max: 500 }) reason: string;
}

export class NudgeInput {
  @IdField() entryId: string;
  @IntField({ min: 1, max: 50 }) seatNo: number;
}

export class TieRulingInput {
  @TextListField({ min: 2, max: 50, maxLength: 36, description: 'All entries that share the place, best first.' })
  entryIds: string[];
  @TextField({ max: 500 }) reason: string;
}

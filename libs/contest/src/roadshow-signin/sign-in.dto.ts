import { IdField, IntField, TextField, TextListField } from '@haishi/platform';
import { MAX_SPEAKERS } from './sign-in.rules.js';

export class SignInInput {
  @IntField({ min: 1, max: 50, optional: true, description: 'The judge who signs in, by seat.' }) seatNo?:
    | number
    | null;
  @IdField({ optional: true, description: 'The entry that signs in.' }) entryId?: string | null;
  @TextListField({
    min: 1,
    max: MAX_SPEAKERS,
    maxLength: 100,
    optional: true,
    description: 'Names of an entry’s speakers, whose identity was checked.',
  })
  speakers?: string[] | null;
}

export class SignOutInput {
  @IntField({ min: 1, max: 50, optional: true }) seatNo?: number | null;
  @IdField({ optional: true }) entryId?: string | null;
  @TextField({ max: 500 }) reason: string;
}

/** One line of the attendance list 签到表. */
export interface SignInLine {
  seatNo: number | null;
  entryId: string | null;
  speakers: string[];
  at: string;
  /** Whoever noted it; the judge themselves where they signed in at their own desk. */
  by: string;
}

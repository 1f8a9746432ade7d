import type { LocalText } from '@haishi/contracts';
import { IdField, IntField, JsonField, ListField, TextField, TextListField } from '@haishi/platform';
import type { Receipt, Rubric } from '@haishi/review';
import type { LateSheets, RoundState } from './round.rules.js';

export class TermsInput {
  @TextListField({ max: 50, maxLength: 200, optional: true, description: 'Organisations that the judge has a tie to.' })
  ties?: string[] | null;
  @TextField({
    max: 64,
    pattern: /^[0-9a-f]{64}$/,
    optional: true,
    description: 'The wording that the judge read; that which stands where nothing is said.',
  })
  terms?: string | null;
}

export class TieInput {
  @IdField() entryId: string;
  @TextField({ max: 500 }) reason: string;
}

export class DeclarationInput {
  @ListField(() => TieInput, { max: 1000, description: 'What the judge has a tie to; to all else they have none.' })
  ties: TieInput[];
  @TextListField({ max: 10_000, maxLength: 36, description: 'Ids of the entries that were shown to the judge.' })
  entries: string[];
}

export class DraftBody {
  @IntField({
    min: 0,
    max: 1_000_000,
    optional: true,
    description: 'Of the own sheet that it goes on from; 0 for none.',
  })
  revision?: number | null;
  @JsonField({ description: 'Hundredths by criterion code, as far as they are given.' }) scores: Record<
    string,
    unknown
  >;
  @TextField({ max: 2000, optional: true }) comment?: string | null;
}

/** A round as one of its judges finds it. */
export interface OwnRound {
  id: string;
  edition: LocalText;
  stage: LocalText;
  state: RoundState;
  closesAt: string | null;
  /** When sheets are due: the end of the stage, unless the review was reopened after it. */
  dueAt: string | null;
  lateSheets: LateSheets;
  timeZone: string;
  /** Whether the actor left the pool of experts, so that nothing of the round is open to them. */
  left: boolean;
  assigned: number;
  scored: number;
}

export interface JudgeEntryView {
  entryId: string;
  number: string;
  title: string;
  /** Null where the stage is blind. */
  team: string | null;
  members: string[];
  division: LocalText;
  field: LocalText | null;
  /** Whether the judge declared on it, so that it is open to them. */
  declared: boolean;
  state: 'todo' | 'draft' | 'scored';
  /** Whether sheets of it are taken now. */
  open: boolean;
  total: number | null;
  /** Whether the sheet came in late. */
  late: boolean;
}

export interface JudgeDeskView extends OwnRound {
  blind: boolean;
  /** What is accepted before anything is read, and what tells its wording from others. */
  terms: LocalText;
  termsDigest: string;
  accepted: boolean;
  /** When an earlier wording was accepted, where this one was not. */
  acceptedBefore: string | null;
  /** Organisations that the judge declared to have a tie to. */
  ties: string[];
  rubric: Rubric;
  entries: JudgeEntryView[];
}

export interface JudgeSheetView {
  entryId: string;
  scores: Record<string, number>;
  comment: string;
  total: number;
  revision: number;
  submittedAt: string;
  late: boolean;
}

/** A sheet as it was stored. */
export interface RoundReceipt extends Receipt {
  late: boolean;
}

/** What a judge reads of an entry. */
export interface JudgeEntryDetail {
  entry: JudgeEntryView;
  summary: string;
  language: string;
  /** To the questions that the edition opens to judges. */
  answers: { code: string; name: LocalText; answer: LocalText }[];
  materials: { kind: LocalText; files: { index: number; name: string; size: number; type: string }[] }[];
  sheet: JudgeSheetView | null;
  draft: { scores: Record<string, number>; comment: string; savedAt: string } | null;
}

import type { LocalText } from '@haishi/contracts';
import { ChoiceField, PageQuery, TextField, TextListField } from '@haishi/platform';
import type { Explanation } from '@haishi/review';
import type { ClosedBy } from '../involvement/closed.rules.js';
import type { Normalisation, Rescaling } from './round.rules.js';

export const MOST_RULED_AT_ONCE = 50;

export class RoundRulingInput {
  @TextListField({
    min: 2,
    max: MOST_RULED_AT_ONCE,
    maxLength: 36,
    description: 'All entries that share the place, best first.',
  })
  entryIds: string[];
  @TextField({ max: 500, description: 'It stays on record, and stands in the results.' }) reason: string;
}

/** An entry that shares a place, or would without a ruling. */
export interface EqualEntry {
  entryId: string;
  number: string;
  title: string;
}

export interface ResultView {
  entryId: string;
  number: string;
  title: string;
  team: string;
  /** What ties the reader to it, who reads it since nobody else could; null where nothing does. */
  closed: ClosedBy | null;
  division: LocalText;
  region: LocalText;
  raw: string | null;
  adjusted: string | null;
  score: string | null;
  place: number | null;
  explanation: Explanation | null;
  /** Why it was confirmed although its sheets diverge and nobody looked at it again; null for any other. */
  leftDivergent: string | null;
  sheets: { personId: string; name: string; total: string; divergent: boolean; late: boolean }[];
}

export interface RoundResultsView {
  normalisation: Normalisation;
  /** How that was changed since it was closed, the first change first. */
  rescalings: Rescaling[];
  /** Of scores and of the values that broke a tie. */
  decimals: number;
  refusals: LocalText[];
  /** `interval`: where the effect lies in the long run, with 95 % confidence; null where there is too little to tell. */
  judges: {
    name: string;
    division: LocalText;
    sheets: number;
    effect: string;
    interval: { from: string; to: string } | null;
  }[];
  criteria: { code: string; name: LocalText }[];
  /** Rulings on equals that hold, best first. */
  rulings: { entries: EqualEntry[]; reason: string; at: string }[];
  entries: ResultView[];
}

export const RESULT_FILTERS = ['divergent'] as const;

export class ResultsQuery extends PageQuery {
  @TextField({ max: 100, optional: true, description: 'A part of the number, the title or the organisation.' })
  q?: string;
  @ChoiceField(RESULT_FILTERS, { optional: true }) only?: (typeof RESULT_FILTERS)[number];
}

/** A part of the results. */
export interface RoundResultsPage extends RoundResultsView {
  /** Entries that match what is asked for. */
  total: number;
  /** Where there are more. */
  next?: string;
  /** How many of all entries the reader has a tie to, who reads them since nobody else could. */
  closed: number;
  /** Entries that share a place and may be ruled on, of what is asked for, best first: the first of them alone. */
  equals: { place: number; entries: EqualEntry[] }[];
  /** How many shared places are not told of. */
  moreEquals: number;
  /** The entries with sheets that diverge, whatever is asked for. */
  divergent: string[];
}

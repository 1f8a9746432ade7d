/** One judge's valid sheet of one entry, as the normalisation sees it. */
export interface NormalisedSheet {
  judge: string;
  entry: string;
  /** In hundredths. */
  total: number;
}

/** An entry before and after, rounded half up. */
export interface NormalisedEntry {
  entry: string;
  sheets: number;
  /** The mean of its totals as they were given, in hundredths. */
  raw: number;
  /** In units of the last decimal that was asked for; in hundredths where none was. */
  adjusted: number;
}

/** Why no scores are given. Nothing is left out by itself: whoever asked strikes sheets, or finds more, and asks again. */
export type NormalisationRefusal =
  /** There is nothing to compare. */
  | { kind: 'too_few_entries'; entries: number; needed: number }
  | { kind: 'too_few_sheets'; judge: string; sheets: number; needed: number }
  /** All scores of the judge are the same: they have no spread that could be scaled. */
  | { kind: 'no_spread'; judge: string; sheets: number; total: number }
  /** No chain of judges in common joins the components; only guesses could compare their entries. The largest is first. */
  | { kind: 'disconnected'; components: NormalisationComponent[] }
  /** Every sheet is needed to tell the effects, none is left to tell the noise from them: the ratio has to be given. */
  | { kind: 'noise_unknown'; sheets: number; needed: number }
  /** The effects did not settle within the bound on steps. */
  | { kind: 'not_settled'; steps: number };

/** Entries and judges whom chains of sheets join; ids in ascending order. */
export interface NormalisationComponent {
  entries: string[];
  judges: string[];
  sheets: number;
}

export interface Refused {
  refused: NormalisationRefusal[];
}

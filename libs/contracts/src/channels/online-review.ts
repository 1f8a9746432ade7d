/** The live channel of an online review 网评 for who organises it; the key is the round's id. No score is in it. */
export const ONLINE_REVIEW = 'review.round';

/** How far the search for an assignment is. */
export interface OnlineReviewRun {
  id: string;
  number: number;
  state: 'running' | 'done' | 'cancelled' | 'failed';
  progress: {
    stage: 'exchange' | 'relaxation' | 'rounding' | 'overlap' | 'diagnosis';
    part: number;
    parts: number;
    cost?: number;
  } | null;
}

export interface OnlineReviewSnapshot {
  /** The latest; null before the first. */
  run: OnlineReviewRun | null;
  /** Valid sheets that are in, of those that are asked for. */
  progress: { sheets: number; expected: number };
}

/** Each part present is new. */
export type OnlineReviewDelta = Partial<OnlineReviewSnapshot>;

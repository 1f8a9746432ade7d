/** What decides whether an entry that a dismissed recusal took from a judge may be given back to them. */
export interface ReturnFacts {
  /** Whether a recusal that was dismissed since took it, and it was not given back yet. */
  taken: boolean;
  /** Whether the entry was withdrawn. */
  withdrawn: boolean;
  /** Whether the judge is still asked. */
  ready: boolean;
  /** Whether the plan keeps judges from their own region, and it is the judge's. */
  home: boolean;
  /** Whether the plan keeps judges from what they do not read, and the judge does not read the entry's language. */
  unread: boolean;
  /** Whether the plan has one judge of an institution on an entry, and another of the judge's is on it. */
  institution: boolean;
  /** Whether the judge's sheet for it is in, which counts again since the dismissal. */
  scored: boolean;
  /** Judges who can score the entry, and how many it is to have. */
  has: number;
  wants: number;
  /** How many more entries the judge takes on. */
  room: number;
}

export type ReturnRefusal =
  | 'online_review.nothing_taken'
  | 'online_review.entry_withdrawn'
  | 'online_review.judge_gone'
  | 'online_review.home_region'
  | 'online_review.language'
  | 'online_review.same_institution'
  | 'online_review.enough_judges'
  | 'online_review.judge_full';

/**
 * Why an entry is not given back to its judge 归还: nothing was taken, or it would break what a search holds to, which is coverage,
 * the most that the judge takes on, one of an institution, none from the region, none who does not read its language. Where the judge's sheet is in, coverage and load
 * are what they are. `undefined` where it may be given back.
 */
export function returnRefusal(facts: ReturnFacts): ReturnRefusal | undefined {
  if (!facts.taken) return 'online_review.nothing_taken';
  if (facts.withdrawn) return 'online_review.entry_withdrawn';
  if (!facts.ready) return 'online_review.judge_gone';
  if (facts.home) return 'online_review.home_region';
  if (facts.unread) return 'online_review.language';
  if (facts.institution) return 'online_review.same_institution';
  if (facts.scored) return undefined;
  if (facts.has >= facts.wants) return 'online_review.enough_judges';
  return facts.room > 0 ? undefined : 'online_review.judge_full';
}

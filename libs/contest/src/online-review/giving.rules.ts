/** Room for an entry's further judge and a judge's further entry, before one is given to the other. */
export interface GivingFacts {
  /** Judges who can score the entry, and how many it is to have. */
  has: number;
  wants: number;
  /** Entries that the judge was given, and the most of them. */
  assigned: number;
  most: number;
}

export type GivingExcess =
  | 'online_review.judges_exceeded'
  | 'online_review.load_exceeded'
  | 'online_review.judges_and_load_exceeded';

/** What giving one entry more to one judge more exceeds, which takes an organiser's reason; `undefined` where there is room for both. */
export function givingExcess({ has, wants, assigned, most }: GivingFacts): GivingExcess | undefined {
  const [judges, load] = [has >= wants, assigned >= most];
  if (judges && load) return 'online_review.judges_and_load_exceeded';
  if (judges) return 'online_review.judges_exceeded';
  return load ? 'online_review.load_exceeded' : undefined;
}

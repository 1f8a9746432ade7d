/** What a reveal needs of one entry. */
export interface RevealEntry {
  entryId: string;
  /** Its rank in the final order, 0 for the best; no two alike, and entries without a result last. */
  order: number;
  /** Its place in the final ranking, shared by equals; null without a result. */
  place: number | null;
  /** Whether the public knew its result when the board was frozen. */
  known: boolean;
  /** A withdrawn entry holds no place, and is named with no result. */
  withdrawn: boolean;
}

/** An award goes to the places from `from` to `to`, both included. */
export interface RevealAward {
  award: number;
  from: number;
  to: number;
}

/** A slide is shown at the beginning, or before the entry of this place or a better one stays. */
export interface RevealSlide {
  slide: number;
  beforePlace: number | null;
}

export interface RevealPlan {
  awards: readonly RevealAward[];
  slides: readonly RevealSlide[];
  /** How many places are above the qualification line 晋级线; null where there is none. */
  advancing: number | null;
}

/** One step: what it says is told when it is triggered, and not before. */
export type RevealStep =
  | { kind: 'slide'; slide: number }
  | { kind: 'withdrawn'; entryId: string }
  /** The entry is called: the audience learns who is next, and nothing else. */
  | { kind: 'call'; entryId: string }
  /** Its result is told, and it stands on the board with `above` others above it. */
  | { kind: 'tell'; entryId: string; above: number }
  /** It stands at the bottom of what is undecided, with nothing sealed: whether it advances is told, without its place. */
  | { kind: 'line'; entryId: string; advances: boolean }
  /** It stays: its place is final, and its awards are given. */
  | { kind: 'stay'; entryId: string; place: number | null; awards: readonly number[] }
  | { kind: 'end' };

/**
 * The steps of a reveal 揭晓, worked out before any of it is told. The entries in `sealed`, in the order in which they
 * were on stage, stand below the frozen board; from the bottom each is called and moves to where its result puts it. Then,
 * again from the bottom, each stays and is given what belongs to its place (after the ICPC Resolver).
 */
export function revealSteps(
  entries: readonly RevealEntry[],
  sealed: readonly string[],
  { awards, slides, advancing }: RevealPlan,
): RevealStep[] {
  const present = entries.filter(({ withdrawn }) => !withdrawn);
  const before = (place: number | null): RevealStep[] =>
    slides.filter(({ beforePlace }) => beforePlace === place).map(({ slide }) => ({ kind: 'slide', slide }));
  const steps: RevealStep[] = before(null);
  for (const { entryId, withdrawn } of entries) if (withdrawn) steps.push({ kind: 'withdrawn', entryId });

  const board = present.filter(({ known }) => known);
  for (const entryId of sealed.toReversed()) {
    const entry = present.find((one) => one.entryId === entryId);
    if (!entry) continue;
    steps.push({ kind: 'call', entryId });
    steps.push({ kind: 'tell', entryId, above: board.filter(({ order }) => order < entry.order).length });
    board.push(entry);
  }

  let slidesTo = Number.POSITIVE_INFINITY;
  for (const { entryId, place } of board.toSorted((one, other) => other.order - one.order)) {
    if (place !== null) {
      const due = slides
        .filter(({ beforePlace }) => beforePlace !== null && beforePlace >= place && beforePlace < slidesTo)
        .toSorted((one, other) => other.beforePlace! - one.beforePlace!);
      steps.push(...due.map(({ slide }): RevealStep => ({ kind: 'slide', slide })));
      slidesTo = place;
    }
    if (advancing !== null) steps.push({ kind: 'line', entryId, advances: place !== null && place <= advancing });
    const given = awards.filter(({ from, to }) => place !== null && place >= from && place <= to);
    steps.push({ kind: 'stay', entryId, place, awards: given.map(({ award }) => award) });
  }
  return [...steps, { kind: 'end' }];
}

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
  /** Its turn in the order of appearance, drawn by lot before anybody had scored. */
  turn: number;
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
  /** Whether the line is told first, of every entry, before any place. */
  lineFirst: boolean;
}

/** One step: what it says is told when it is triggered, and not before. */
export type RevealStep =
  | { kind: 'slide'; slide: number }
  | { kind: 'withdrawn'; entryId: string }
  /** The entry is called: the audience learns who is next, and nothing else. */
  | { kind: 'call'; entryId: string }
  /** Its result is told, and it stands on the board with `above` others above it. */
  | { kind: 'tell'; entryId: string; above: number }
  /** Whether it advances is told, without its place. */
  | { kind: 'line'; entryId: string; advances: boolean }
  /** It stays: its place is final, and its awards are given. */
  | { kind: 'stay'; entryId: string; place: number | null; awards: readonly number[] }
  | { kind: 'end' };

/**
 * The steps of a reveal 揭晓, worked out before any of it is told. The entries in `sealed`, in the order in which they
 * were on stage, stand below the frozen board; from the bottom each is called and moves to where its result puts it. Then,
 * again from the bottom, each stays and is given what belongs to its place (after the ICPC Resolver). Whether it advances
 * is told as it stays.
 *
 * Where the line is told first, everybody hears in their turn whether they advance, while nobody has a place; then, from
 * the last place to the first, each is called and told where the audience does not know its result, and stays. Until the
 * last line was told, these steps hang on nothing but who advances.
 */
export function revealSteps(
  entries: readonly RevealEntry[],
  sealed: readonly string[],
  plan: RevealPlan,
): RevealStep[] {
  const present = entries.filter(({ withdrawn }) => !withdrawn).toSorted((one, other) => one.order - other.order);
  const opening: RevealStep[] = plan.slides
    .filter(({ beforePlace }) => beforePlace === null)
    .map(({ slide }) => ({ kind: 'slide', slide }));
  const withdrawn = entries.filter((one) => one.withdrawn).toSorted((one, other) => one.turn - other.turn);
  const absent = withdrawn.map(({ entryId }): RevealStep => ({ kind: 'withdrawn', entryId }));
  const told = plan.lineFirst ? linesThenPlaces(present, sealed, plan) : resultsThenPlaces(present, sealed, plan);
  return [...opening, ...absent, ...told, { kind: 'end' }];
}

function resultsThenPlaces(present: readonly RevealEntry[], sealed: readonly string[], plan: RevealPlan): RevealStep[] {
  const steps: RevealStep[] = [];
  const board = present.filter(({ known }) => known);
  for (const entryId of sealed.toReversed()) {
    const entry = present.find((one) => one.entryId === entryId);
    if (!entry) continue;
    steps.push({ kind: 'call', entryId });
    steps.push({ kind: 'tell', entryId, above: board.filter(({ order }) => order < entry.order).length });
    board.push(entry);
  }
  const line = plan.advancing === null ? () => [] : (entry: RevealEntry) => [lineOf(entry, plan.advancing!)];
  return [...steps, ...fromTheBottom(board, plan, line)];
}

function linesThenPlaces(present: readonly RevealEntry[], sealed: readonly string[], plan: RevealPlan): RevealStep[] {
  const lines = present
    .toSorted((one, other) => one.turn - other.turn)
    .map((entry) => lineOf(entry, plan.advancing ?? 0));
  const result = ({ entryId }: RevealEntry): RevealStep[] => {
    if (!sealed.includes(entryId)) return [];
    return [
      { kind: 'call', entryId },
      { kind: 'tell', entryId, above: present.findIndex((one) => one.entryId === entryId) },
    ];
  };
  return [...lines, ...fromTheBottom(present, plan, result)];
}

/** Each entry stays, worst first, after the slides that are due and after what `before` tells of it. */
function fromTheBottom(
  board: readonly RevealEntry[],
  { awards, slides }: RevealPlan,
  before: (entry: RevealEntry) => RevealStep[],
): RevealStep[] {
  const steps: RevealStep[] = [];
  let slidesTo = Number.POSITIVE_INFINITY;
  for (const entry of board.toSorted((one, other) => other.order - one.order)) {
    const { entryId, place } = entry;
    if (place !== null) {
      const due = slides
        .filter(({ beforePlace }) => beforePlace !== null && beforePlace >= place && beforePlace < slidesTo)
        .toSorted((one, other) => other.beforePlace! - one.beforePlace!);
      steps.push(...due.map(({ slide }): RevealStep => ({ kind: 'slide', slide })));
      slidesTo = place;
    }
    const given = awards.filter(({ from, to }) => place !== null && place >= from && place <= to);
    steps.push(...before(entry), { kind: 'stay', entryId, place, awards: given.map(({ award }) => award) });
  }
  return steps;
}

function lineOf({ entryId, place }: RevealEntry, advancing: number): RevealStep {
  return { kind: 'line', entryId, advances: place !== null && place <= advancing };
}

import {
  AUDIENCE_LISTS,
  type AudienceDelta,
  type AudienceList,
  type AudienceListDelta,
  type AudienceResult,
  type AudienceSnapshot,
  type RoadshowEntryCard,
  type ScreenSnapshot,
} from '@haishi/contracts';

/** What the audience is told besides what screens show. */
export interface AudienceParts {
  cards: readonly RoadshowEntryCard[];
  /** What was shown or told of each entry, as it was. */
  results: AudienceResult[];
  criteria: AudienceSnapshot['criteria'];
}

/** What phones get of what screens get; where screens are blank, nothing but whose session it is. */
export function audienceOf(screen: ScreenSnapshot, { cards, results, criteria }: AudienceParts): AudienceSnapshot {
  const { header, current, board, ceremony } = screen;
  if (header.blank)
    return {
      header,
      current: null,
      ceremony: null,
      criteria: [],
      entries: [],
      places: [],
      results: [],
      settled: [],
      lines: [],
    };
  return {
    header,
    current: current && {
      entryId: current.entry.id,
      phase: current.phase,
      timer: current.timer,
      scored: current.scored,
      expected: current.expected,
    },
    ceremony: ceremony && { at: ceremony.at, step: ceremony.step },
    criteria,
    entries: inOrder(cards, header.draw.seed !== null),
    places: board.map(({ entryId, place, explanation }) => ({ entryId, place, explanation })),
    results,
    settled: ceremony?.settled ?? [],
    lines: ceremony?.lines ?? [],
  };
}

/** Before the draw, entries stand as they were added; that is no order, and is told to nobody. */
function inOrder(cards: readonly RoadshowEntryCard[], drawn: boolean): AudienceSnapshot['entries'] {
  if (!drawn)
    return cards
      .toSorted((one, other) => (one.number < other.number ? -1 : 1))
      .map((card) => ({ ...card, position: null }));
  return cards.toSorted((one, other) => (one.absentAt ?? 0) - (other.absentAt ?? 0) || one.position - other.position);
}

const WHOLE = ['header', 'current', 'ceremony', 'criteria'] as const;
const LISTS = Object.keys(AUDIENCE_LISTS) as AudienceList[];

/** What makes `after` of what phones hold; null where nothing changed. */
export function changesOf(before: AudienceSnapshot | null, after: AudienceSnapshot): AudienceDelta | null {
  if (before === null) return { whole: after };
  const delta: Record<string, unknown> = {};
  for (const part of WHOLE) if (!same(before[part], after[part])) delta[part] = after[part];
  for (const list of LISTS) {
    const change = listChanges(before[list], after[list], AUDIENCE_LISTS[list]);
    if (change) delta[list] = change;
  }
  return Object.keys(delta).length === 0 ? null : delta;
}

function listChanges(
  before: readonly object[],
  after: readonly object[],
  name: string,
): AudienceListDelta<object> | null {
  const nameOf = (item: object) => (item as Record<string, string>)[name]!;
  const held = new Map(before.map((item) => [nameOf(item), item]));
  const set = after.filter((item) => !same(held.get(nameOf(item)), item));
  const left = new Set(after.map(nameOf));
  const gone = [...held.keys()].filter((one) => !left.has(one));
  return set.length + gone.length === 0 ? null : { set, gone };
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

import { type Advancement, type AdvancementAnswer, grouped } from '@haishi/review';
import { compareNumbers } from '../project/number.rules.js';
import type { EntriesQuery } from './advancement.dto.js';
import type { Candidate } from './advancement.rules.js';
import { isNamedTo, type Now, type OutcomeReader, statusToldTo } from './outcome.view.js';

/** Entries told on either side of a cut line. */
const BESIDE = 10;

/** What an entry is found by, but for words. */
export type Placed = Pick<Candidate, 'number' | 'region' | 'division'>;

/**
 * The entries of an outcome as it is told to the reader: in its order, and to who leaves deciding to others, whom that would tell
 * their places, by number.
 *
 * @param placedOf by entry
 */
export function orderedFor(
  { othersDecide }: OutcomeReader,
  { entries }: AdvancementAnswer,
  placedOf: (entryId: string) => Placed,
): readonly Advancement[] {
  if (!othersDecide) return entries;
  return entries.toSorted((one, other) => compareNumbers(placedOf(one.entryId).number, placedOf(other.entryId).number));
}

/**
 * The entries of an outcome that are asked for, in the order in which they are told; those of `first` stand before the others. An
 * entry is found by what is told of it alone.
 *
 * @param placedOf by entry
 */
export function entriesWith(
  entries: readonly Advancement[],
  now: Now,
  { status, region, division, only }: EntriesQuery,
  reader: OutcomeReader,
  placedOf: (entryId: string) => Placed,
  first: ReadonlySet<string>,
): Advancement[] {
  const near = only === 'near' ? nearLines([...now.standing.values()]) : null;
  const found = entries.filter(({ entryId }) => {
    const placed = isNamedTo(reader, entryId) ? placedOf(entryId) : null;
    return (
      (status === undefined || statusToldTo(now, entryId, reader) === status) &&
      (region === undefined || placed?.region === region) &&
      (division === undefined || placed?.division === division) &&
      (near === null || near.has(entryId))
    );
  });
  if (first.size === 0) return found;
  const [gone, others] = parted(found, ({ entryId }) => first.has(entryId));
  return [...gone, ...others];
}

/**
 * The entries beside a cut line, by how everybody stands, best first: of each group that competed for the same seats, and of all that
 * competed for wildcards, the last that got a seat and the first that did not. Where nobody got one there is no line.
 */
export function nearLines(standing: readonly Advancement[]): ReadonlySet<string> {
  const near = new Set<string>();
  const take = (group: readonly Advancement[], seat: Advancement['status']) => {
    const [seated, others] = parted(group, ({ status }) => status === seat);
    if (seated.length === 0) return;
    for (const { entryId } of [...seated.slice(-BESIDE), ...others.slice(0, BESIDE)]) near.add(entryId);
  };
  const eligible = standing.filter(({ explanation }) => explanation.eligible);
  const groups = grouped(eligible, ({ explanation: { cell } }) => (cell ? `${cell.row} ${cell.column}` : ''));
  for (const group of groups.values()) take(group, 'advances');
  take(
    eligible.filter(({ status }) => status !== 'advances'),
    'wildcard',
  );
  return near;
}

function parted<Item>(items: readonly Item[], goes: (item: Item) => boolean): [Item[], Item[]] {
  const [those, others]: [Item[], Item[]] = [[], []];
  for (const one of items) (goes(one) ? those : others).push(one);
  return [those, others];
}

import type { AssignmentTask, AssignmentViolation } from './assignment.model.js';
import { Joined } from './assignment.parts.rules.js';
import { grouped } from '../grouped.js';

/**
 * Where scores of a group cannot be compared. Overlap is two demands on the graph that joins each judge to the judge's entries of
 * the group: it is connected; and for every two panels that judge in the group at least `sharedByPanels` entries have judges of
 * both, unless no entry can have judges of both: all of one institution, of which an entry has at most one. `chosen` holds the judges of each entry, by their numbers.
 */
export function overlapViolations(task: AssignmentTask, chosen: readonly (readonly number[])[]): OverlapViolation[] {
  return [...entriesByGroup(task)].flatMap((group) => overlapViolationsOf(task, chosen, group));
}

export type OverlapViolation = Extract<AssignmentViolation, { kind: 'disconnected' | 'shared' }>;

/** The same within one group. */
export function overlapViolationsOf(
  task: AssignmentTask,
  chosen: readonly (readonly number[])[],
  [group, entries]: readonly [string, readonly number[]],
): OverlapViolation[] {
  const { connected, sharedByPanels } = task.rules.overlap;
  return [
    ...(connected ? disconnected(task, chosen, group, entries) : []),
    ...(sharedByPanels > 0 ? unshared(task, chosen, group, entries) : []),
  ];
}

/** Entries of each group, by number. */
export const entriesByGroup = ({ entries }: AssignmentTask): Map<string, number[]> =>
  grouped(entries.keys(), (entry) => entries[entry]!.group);

/** The entries of a group by the part of its graph in which they are; the smallest part first. */
export function partsOfGroup(
  task: AssignmentTask,
  chosen: readonly (readonly number[])[],
  entries: readonly number[],
): number[][] {
  const sets = new Joined(task.judges.length + task.entries.length);
  for (const entry of entries) for (const judge of chosen[entry]!) sets.join(judge, task.judges.length + entry);
  const parts = grouped(entries, (entry) => sets.root(task.judges.length + entry));
  return [...parts.values()].sort((one, other) => one.length - other.length);
}

function* disconnected(
  task: AssignmentTask,
  chosen: readonly (readonly number[])[],
  group: string,
  entries: readonly number[],
): Generator<{ kind: 'disconnected'; group: string; by: number }> {
  const by = partsOfGroup(task, chosen, entries).length - 1;
  if (by > 0) yield { kind: 'disconnected', group, by };
}

function* unshared(
  task: AssignmentTask,
  chosen: readonly (readonly number[])[],
  group: string,
  entries: readonly number[],
): Generator<{ kind: 'shared'; group: string; panels: [string, string]; by: number }> {
  const seen = entries.map((entry) => [
    ...new Set(chosen[entry]!.flatMap((judge) => task.judges[judge]!.panel ?? []).sort()),
  ]);
  const panels = [...new Set(seen.flat())].sort();
  const counts = new Map<string, Map<string, number>>(panels.map((panel) => [panel, new Map()]));
  for (const some of seen)
    for (const [at, one] of some.entries())
      for (const other of some.slice(at + 1)) {
        const own = counts.get(one)!;
        own.set(other, (own.get(other) ?? 0) + 1);
      }
  const sole = soleInstitutions(task);
  for (const [at, one] of panels.entries())
    for (const other of panels.slice(at + 1)) {
      if (sole.has(one) && sole.get(one) === sole.get(other)) continue;
      const by = task.rules.overlap.sharedByPanels - (counts.get(one)!.get(other) ?? 0);
      if (by > 0) yield { kind: 'shared', group, panels: [one, other], by };
    }
}

/** The institution of each panel whose judges are all of it, where an entry has at most one judge of an institution. */
export function soleInstitutions({ judges, rules }: AssignmentTask): Map<string, string> {
  const sole = new Map<string, string>();
  if (!rules.onePerInstitution) return sole;
  const mixed = new Set<string>();
  for (const { panel, institution } of judges) {
    if (panel == null) continue;
    if (institution == null || (sole.get(panel) ?? institution) !== institution) mixed.add(panel);
    else sole.set(panel, institution);
  }
  for (const panel of mixed) sole.delete(panel);
  return sole;
}

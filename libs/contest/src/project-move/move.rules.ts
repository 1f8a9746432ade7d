import type { FieldFailure } from '@haishi/kernel';
import type { EditionDefinition } from '../edition/edition.definition.js';
import { checkChoices, toSnapshot, type ProjectState } from '../project/project.rules.js';
import type { MaterialContent, ProjectSnapshot } from '../project/project.snapshot.js';

/** Where in an edition a project takes part 赛道; codes of the edition. */
export interface Placement {
  division: string;
  field: string;
  region: string;
  group: string;
}

export const PLACEMENT_PARTS = ['division', 'field', 'region', 'group'] as const;

/** Whether a project in this state may be moved: while it was handed in and takes part, or still may. */
export function isMovable(state: ProjectState): boolean {
  return state === 'submitted' || state === 'returned' || state === 'accepted';
}

/** What is wrong with a placement; a project that stands there already is not moved. */
export function checkPlacement(definition: EditionDefinition, from: ProjectSnapshot, to: Placement): FieldFailure[] {
  const faults = checkChoices(definition, { ...from, ...to, landing: [] }, new Set());
  if (faults.length === 0 && PLACEMENT_PARTS.every((part) => from[part] === to[part]))
    return [{ field: 'division', code: 'move.stands_there' }];
  return faults;
}

/** What a project says once it is moved, and the files that its new group is not asked for. */
export function movedSnapshot(
  definition: EditionDefinition,
  from: ProjectSnapshot,
  to: Placement,
): { snapshot: ProjectSnapshot; leftOut: MaterialContent[] } {
  const { materials, ...content } = { ...from, ...to };
  const snapshot = toSnapshot(definition, content, materials);
  const kept = new Set(snapshot.materials.map(({ fileId }) => fileId));
  return { snapshot, leftOut: materials.filter(({ fileId }) => !kept.has(fileId)) };
}

/** Who no longer checks a project that moves, and who does from then on, of those who reach it before and after. */
export function checkersMoved(
  before: Iterable<string>,
  after: Iterable<string>,
  everywhere: Iterable<string>,
): { lose: string[]; gain: string[] } {
  const always = new Set(everywhere);
  const had = new Set(before);
  const has = new Set(after);
  return {
    lose: [...had].filter((id) => !has.has(id) && !always.has(id)),
    gain: [...has].filter((id) => !had.has(id) && !always.has(id)),
  };
}

import type { RoadshowEntryState, RoadshowState } from '@haishi/contracts';
import type { ProjectState } from '../project/project.rules.js';

/** From the draw, before which nobody knows what they will judge, until nothing is left to be judged. */
const READING: readonly RoadshowState[] = ['ready', 'running', 'stopped'];

export type MaterialsObstacle = 'roadshow.materials_recused' | 'roadshow.materials_closed' | 'roadshow.entry_withdrawn';

/** Why somebody in the room may not read what was handed in with an entry's project; null where they may. */
export function materialsObstacle(facts: {
  session: RoadshowState;
  entry: RoadshowEntryState;
  project: ProjectState;
  /** From the project, in this session or in another. */
  recused: boolean;
}): MaterialsObstacle | null {
  if (facts.recused) return 'roadshow.materials_recused';
  if (!READING.includes(facts.session)) return 'roadshow.materials_closed';
  if (facts.entry === 'withdrawn' || facts.project !== 'accepted') return 'roadshow.entry_withdrawn';
  return null;
}

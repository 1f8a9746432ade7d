import type { ProjectQuery } from './project.dto.js';
import type { ProjectFilter } from './project.queries.js';
import type { Reach } from './reach.js';

/** What a list of an edition's projects is narrowed to, within somebody's reach. */
export function filterOf(
  editionId: string,
  reach: Reach,
  { state, division, region, group, q }: Pick<ProjectQuery, 'state' | 'division' | 'region' | 'group' | 'q'>,
): ProjectFilter {
  return { editionId, reach, division, region, group, text: q, states: state ? [state] : undefined };
}

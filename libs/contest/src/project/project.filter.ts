import type { ProjectQuery } from './project.dto.js';
import type { ProjectFilter } from './project.queries.js';
import type { Reach } from './reach.js';

/**
 * What a list of an edition's projects is narrowed to, within somebody's reach. What is `closed` to them is in no list, and
 * found by no word or filter, which would each tell something of it; how many there are is all they are told.
 */
export function filterOf(
  editionId: string,
  reach: Reach,
  { state, division, region, group, q }: Pick<ProjectQuery, 'state' | 'division' | 'region' | 'group' | 'q'>,
  closed: readonly string[],
): ProjectFilter {
  const states = state ? [state] : undefined;
  return { editionId, reach, division, region, group, text: q, states, except: closed };
}

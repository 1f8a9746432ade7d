import type { Edition } from '../edition/edition.entity.js';
import type { ProjectQuery } from './project.dto.js';
import type { ProjectFilter } from './project.queries.js';
import type { Reach } from './reach.js';

/**
 * What a list of an edition's projects is narrowed to, within somebody's reach. What is `closed` to them is in no list, and
 * found by no word or filter, which would each tell something of it; how many there are is all they are told.
 */
export function filterOf(
  edition: Pick<Edition, 'id' | 'state'>,
  reach: Reach,
  {
    state,
    division,
    region,
    group,
    q,
    overdue,
  }: Pick<ProjectQuery, 'state' | 'division' | 'region' | 'group' | 'q' | 'overdue'>,
  closed: readonly string[],
): ProjectFilter {
  const states = state ? [state] : undefined;
  return {
    ...{ editionId: edition.id, reach, division, region, group, text: q, states, except: closed },
    overdue: overdue ? { at: new Date(), open: edition.state === 'open' } : undefined,
  };
}

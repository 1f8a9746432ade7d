import { reachIncludes, type Reach } from '../project/reach.js';
import type { ReferredBefore } from './collected.dto.js';
import type { CollectedProject } from './collected.entity.js';
import { referrerOf } from './collected.notices.js';
import type { CollectedFacts } from './collected-row.rules.js';

type Held = Pick<CollectedProject, 'channel' | 'referrer' | 'state' | 'region'>;

/**
 * Of the rows of a list those that somebody else referred before. Who that was is told of what lies in the reach and is no
 * project yet: of a project its reader may have a tie to it.
 */
export function referredBefore(
  held: readonly { one: Held; facts: CollectedFacts & { row: number } }[],
  reach: Reach,
): ReferredBefore[] {
  return held
    .filter(({ one, facts }) => one.channel !== facts.channel || one.referrer !== facts.referrer)
    .map(({ one, facts }) => ({
      row: facts.row,
      title: facts.title,
      by: referrerOf(facts),
      before: one.state !== 'claimed' && reachIncludes(reach, { region: one.region }) ? referrerOf(one) : null,
    }))
    .sort((one, other) => one.row - other.row);
}

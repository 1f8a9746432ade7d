import type { EditionState } from '../edition/edition.rules.js';
import type { CollectedProject } from './collected.entity.js';

/** What of where a collected project lies its entrant chooses. */
export const CLAIMED_PLACES = ['division', 'field', 'region', 'group'] as const;
export type ClaimedPlace = (typeof CLAIMED_PLACES)[number];

type Collected = Pick<CollectedProject, 'division' | 'field' | 'region' | 'groupCode'>;
interface Coded {
  code: string;
}
/** What of an edition's definition says where projects lie. */
interface Defined {
  divisions: readonly (Coded & { fields: readonly Coded[] })[];
  regions: readonly Coded[];
  groups: readonly Coded[];
}

/** Where a collected project lies, as far as its edition still has what was collected. */
export function placeOf(one: Collected, { divisions, regions, groups }: Defined): Record<ClaimedPlace, string | null> {
  const known = (list: readonly Coded[], code: string | null) =>
    list.some((part) => part.code === code) ? code : null;
  const division = known(divisions, one.division);
  const fields = divisions.find(({ code }) => code === division)?.fields ?? [];
  return {
    division,
    field: known(fields, one.field),
    region: known(regions, one.region),
    group: known(groups, one.groupCode),
  };
}

/** What was collected and its edition no longer has, so that who claims it chooses again; a sub-field goes with its division. */
export function lostOf(one: Collected, definition: Defined): ClaimedPlace[] {
  const place = placeOf(one, definition);
  const collected = { division: one.division, field: one.field, region: one.region, group: one.groupCode };
  return CLAIMED_PLACES.filter(
    (name) => collected[name] !== null && place[name] === null && (name !== 'field' || place.division !== null),
  );
}

/** What staff may do with what they collected: tell its entrant once more, or take it back. */
export type CollectedAction = 'remind' | 'withdraw';

/** Nobody is told to claim what cannot be claimed, and of an archived edition nothing is written. */
export function collectedActions(state: CollectedProject['state'], edition: EditionState): CollectedAction[] {
  if (state !== 'open' || edition === 'archived') return [];
  return edition === 'open' ? ['remind', 'withdraw'] : ['withdraw'];
}

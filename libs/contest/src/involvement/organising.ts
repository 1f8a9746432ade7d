import type { Actor, Permission } from '@haishi/contracts';
import { assertAllowed, holds, isAllowed } from '@haishi/platform';
import { editionScopes } from '../edition/edition.entity.js';

/**
 * Who organises an edition may do all of these in it: nobody answers for projects that they cannot read. One who may act on them and
 * one who counts as left to act are therefore the same; administrators, who read no project, are neither and appoint organisers.
 */
export const ORGANISING: readonly Permission[] = ['edition.manage', 'project.read'];

/** Whether the actor organises the whole of an edition. */
export const organises = (actor: Actor, editionId: string): boolean =>
  ORGANISING.every((permission) => isAllowed(actor, permission, editionScopes(editionId)));

/** Whether the actor could organise some edition, wholly or in part. */
export const organisesSome = (actor: Actor): boolean => ORGANISING.every((permission) => holds(actor, permission));

/** Fails with `common.forbidden` or `common.not_found` for who does not organise the whole of an edition. */
export function assertOrganises(actor: Actor, editionId: string): void {
  for (const permission of ORGANISING) assertAllowed(actor, permission, editionScopes(editionId));
}

import { type Actor, failure, MEMBER_PERMISSIONS, type Permission, ROLES, type Scopes } from '@haishi/contracts';

/** The grants of `actor` that are in force: those that demand a second factor count only after it. */
export function effectiveGrants(actor: Actor): Actor['grants'] {
  return actor.secondFactor ? actor.grants : actor.grants.filter((grant) => !ROLES[grant.role].secondFactor);
}

function reaches(grant: Actor['grants'][number], scopes: Scopes): boolean {
  return grant.scopeType === 'system' || scopes[grant.scopeType] === grant.scopeId;
}

/** Whether a role of `actor` allows `permission` on an object lying in `scopes`. Own objects are the domain's to check. */
export function isAllowed(actor: Actor, permission: Permission, scopes: Scopes): boolean {
  if (actor.kind === 'system') return true;
  return effectiveGrants(actor).some(
    (grant) => (ROLES[grant.role].permissions as readonly Permission[]).includes(permission) && reaches(grant, scopes),
  );
}

/** Whether `actor` holds `permission` anywhere; the first of the two steps of access. */
export function holds(actor: Actor, permission: Permission): boolean {
  if (actor.kind === 'system') return true;
  if (actor.kind === 'person' && MEMBER_PERMISSIONS.includes(permission)) return true;
  return effectiveGrants(actor).some((grant) =>
    (ROLES[grant.role].permissions as readonly Permission[]).includes(permission),
  );
}

/** Fails with `common.forbidden` unless a role of `actor` allows `permission` in `scopes`. */
export function assertAllowed(actor: Actor, permission: Permission, scopes: Scopes): void {
  if (!isAllowed(actor, permission, scopes)) throw failure('common.forbidden');
}

/** The ids of the `scopeType` places in which `actor` holds `permission`; `all` where it is held system-wide. */
export function scopesOf(actor: Actor, permission: Permission, scopeType: keyof Scopes): 'all' | string[] {
  if (actor.kind === 'system') return 'all';
  const grants = effectiveGrants(actor).filter((grant) =>
    (ROLES[grant.role].permissions as readonly Permission[]).includes(permission),
  );
  if (grants.some((grant) => grant.scopeType === 'system')) return 'all';
  return grants.filter((grant) => grant.scopeType === scopeType).map((grant) => grant.scopeId);
}

/** Every permission `actor` holds somewhere; what a page's navigation asks. */
export function permissionsOf(actor: Actor): Permission[] {
  const held = new Set<Permission>(actor.kind === 'person' ? MEMBER_PERMISSIONS : []);
  for (const grant of effectiveGrants(actor))
    for (const permission of ROLES[grant.role].permissions) held.add(permission);
  return [...held];
}

import {
  type Grant,
  HANDS_ON,
  type Permission,
  type Role,
  ROLES,
  type Scopes,
  type ScopeType,
} from '@haishi/contracts';

/** Roles that one person may not hold together: who administers is not who audits. */
const INCOMPATIBLE: readonly (readonly [Role, Role])[] = [
  ['administrator', 'auditor'],
  ['auditor', 'contest_organiser'],
  ['auditor', 'fair_organiser'],
];

/** Whether `role` may be given in scopes of this type at all. */
export function fitsScope(role: Role, scopeType: ScopeType): boolean {
  return (ROLES[role].scopes as readonly ScopeType[]).includes(scopeType);
}

/**
 * Whether one of `held` (the granter's roles in force) allows giving or taking `role` at the place lying in `within`.
 * The granter's own scope must contain the place.
 */
export function mayHandOn(held: readonly Grant[], role: Role, within: Scopes): boolean {
  return held.some((grant) => {
    const permits = (ROLES[grant.role].permissions as readonly Permission[]).includes('role.grant');
    const contains = grant.scopeType === 'system' || within[grant.scopeType] === grant.scopeId;
    return permits && contains && (HANDS_ON[grant.role] ?? []).includes(role);
  });
}

/** A role among `held` that may not stand beside `role`. */
export function incompatibleWith(held: readonly { role: Role }[], role: Role): Role | undefined {
  const pair = INCOMPATIBLE.find(
    (one) => one.includes(role) && held.some((grant) => grant.role !== role && one.includes(grant.role)),
  );
  return pair?.find((one) => one !== role);
}

import {
  type Grant,
  type Permission,
  type Role,
  type RoleDefinition,
  ROLES,
  SCOPE_TYPES,
  type Scopes,
  type ScopeType,
} from '@haishi/contracts';
import { Grants, type Person, Persons, SecondFactors } from '@haishi/identity';
import { Injectable } from '@nestjs/common';
import { Involvement } from './involvement.js';

/** Whether work that somebody is too close to can be left to others 回避: somebody who may do it and has no tie. */
@Injectable()
export class FreeOthers {
  constructor(
    private readonly involvement: Involvement,
    private readonly grants: Grants,
    private readonly persons: Persons,
    private readonly secondFactors: SecondFactors,
  ) {}

  /** Whether an active person but these has `permission` in one of these places or everywhere, and no tie to any of the projects. */
  async exist(
    permission: Permission,
    within: Scopes,
    projectIds: readonly string[],
    but: ReadonlySet<string> = NOBODY,
  ): Promise<boolean> {
    return (await this.existForEach(permission, within, [projectIds], but))[0]!;
  }

  /** As {@link exist}, of each of these lists of projects; who they are is looked up once. */
  async existForEach(
    permission: Permission,
    within: Scopes,
    lists: readonly (readonly string[])[],
    but: ReadonlySet<string> = NOBODY,
  ): Promise<boolean[]> {
    if (lists.length === 0) return [];
    const others = (await this.able(permission, within)).filter(({ id }) => !but.has(id));
    return this.involvement.someFreeOfEach(others, lists);
  }

  /** Who could organise one of these places today, and reads its projects. */
  async organisers(within: Scopes): Promise<Person[]> {
    const readers = new Set((await this.able('project.read', within)).map(({ id }) => id));
    return (await this.able('edition.manage', within)).filter(({ id }) => readers.has(id));
  }

  /** The active persons who have `permission` in one of these places or everywhere. */
  holders(permission: Permission, within: Scopes): Promise<Person[]> {
    return this.active(grantsOf(permission, within));
  }

  /** Those of {@link holders} who could act today: nobody all of whose roles for it wait for a second factor. */
  private async able(permission: Permission, within: Scopes): Promise<Person[]> {
    const grants = grantsOf(permission, within);
    const atOnce = new Set(await this.grants.personsWithAny(grants.filter(({ role }) => !ROLES[role].secondFactor)));
    const holders = await this.active(grants);
    const enrolled = await this.secondFactors.enrolledAmong(holders.map(({ id }) => id));
    return holders.filter(({ id }) => atOnce.has(id) || enrolled.has(id));
  }

  private async active(grants: readonly Grant[]): Promise<Person[]> {
    const ids = await this.grants.personsWithAny(grants);
    const persons = await this.persons.byIds(ids);
    return ids.flatMap((id) => {
      const person = persons.get(id);
      return person?.state === 'active' ? [person] : [];
    });
  }
}

const NOBODY: ReadonlySet<string> = new Set();

const DEFINITIONS = Object.entries(ROLES) as [Role, RoleDefinition][];

const rolesWith = (permission: Permission, scopeType: ScopeType): Role[] =>
  DEFINITIONS.flatMap(([role, { permissions, scopes }]) =>
    permissions.includes(permission) && scopes.includes(scopeType) ? [role] : [],
  );

const grantsOf = (permission: Permission, within: Scopes): Grant[] =>
  SCOPE_TYPES.flatMap((scopeType) => {
    const scopeId = scopeType === 'system' ? '' : within[scopeType];
    if (scopeId === undefined) return [];
    return rolesWith(permission, scopeType).map((role) => ({ role, scopeType, scopeId }));
  });

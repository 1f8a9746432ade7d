import {
  type Actor,
  type Grant,
  type Permission,
  type Role,
  type RoleDefinition,
  ROLES,
  SCOPE_TYPES,
  type Scopes,
  type ScopeType,
} from '@haishi/contracts';
import { Grants, type Person, Persons } from '@haishi/identity';
import { Injectable } from '@nestjs/common';
import { Involvement } from './involvement.js';

/** Whether work that somebody is too close to can be left to others 回避: somebody who may do it and has no tie. */
@Injectable()
export class FreeOthers {
  constructor(
    private readonly involvement: Involvement,
    private readonly grants: Grants,
    private readonly persons: Persons,
  ) {}

  /** Whether an active person has `permission` in one of these places or everywhere, and no tie to any of the projects. */
  async exist(permission: Permission, within: Scopes, projectIds: readonly string[]): Promise<boolean> {
    return this.involvement.someFree(await this.holders(permission, within), projectIds);
  }

  /** Whether somebody but the actor organises one of these places, reads its projects, and has no tie to any of the projects. */
  async organise(actor: Actor, within: Scopes, projectIds: readonly string[]): Promise<boolean> {
    const readers = new Set((await this.holders('project.read', within)).map(({ id }) => id));
    const others = (await this.holders('edition.manage', within)).filter(
      ({ id }) => id !== actor.id && readers.has(id),
    );
    return others.length > 0 && this.involvement.someFree(others, projectIds);
  }

  /** The active persons who have `permission` in one of these places or everywhere. */
  async holders(permission: Permission, within: Scopes): Promise<Person[]> {
    const grants = SCOPE_TYPES.flatMap((scopeType): Grant[] => {
      const scopeId = scopeType === 'system' ? '' : within[scopeType];
      return scopeId === undefined
        ? []
        : rolesWith(permission, scopeType).map((role) => ({ role, scopeType, scopeId }));
    });
    const ids = await this.grants.personsWithAny(grants);
    const persons = await this.persons.byIds(ids);
    return ids.flatMap((id) => {
      const person = persons.get(id);
      return person?.state === 'active' ? [person] : [];
    });
  }
}

const DEFINITIONS = Object.entries(ROLES) as [Role, RoleDefinition][];

const rolesWith = (permission: Permission, scopeType: ScopeType): Role[] =>
  DEFINITIONS.flatMap(([role, { permissions, scopes }]) =>
    permissions.includes(permission) && scopes.includes(scopeType) ? [role] : [],
  );

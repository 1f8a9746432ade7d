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
import { Grants, type Person, Persons, SecondFactors } from '@haishi/identity';
import { Injectable } from '@nestjs/common';
import { grouped } from '@haishi/review/rules';
import type { ClosedBy } from './closed.rules.js';
import { Involvement } from './involvement.js';

/** Something that is done with many projects at once. */
export interface Act {
  within: Scopes;
  about: readonly { projectId: string; number: string }[];
}

/** How somebody stands to an act. */
export interface ActTies {
  /** The projects of it that are closed to them, each with why. */
  closed: ReadonlyMap<string, ClosedBy>;
  /** Their numbers. */
  numbers: string[];
  /** Whether it is left to somebody else. */
  othersAct: boolean;
}

/** Whether work that somebody is too close to can be left to others 回避: somebody who may do it and has no tie. */
@Injectable()
export class FreeOthers {
  constructor(
    private readonly involvement: Involvement,
    private readonly grants: Grants,
    private readonly persons: Persons,
    private readonly secondFactors: SecondFactors,
  ) {}

  /**
   * How somebody stands to each of these acts, for which one has to have these permissions. With a tie to any project of it they
   * leave it to others as {@link leaves} says. Where nobody is left to leave it to the contest must go on, and the audit keeps to
   * what who acted was tied.
   *
   * @param but who cannot act for them
   */
  async acting(
    someone: Pick<Actor, 'kind' | 'id'>,
    permissions: readonly Permission[],
    acts: readonly Act[],
    but: ReadonlySet<string> = NOBODY,
  ): Promise<ActTies[]> {
    const all = await this.involvement.closedTo(someone, [...new Set(acts.flatMap(idsOf))]);
    const found = acts.map((act) => {
      const tied = act.about.filter(({ projectId }) => all.has(projectId));
      const closed = new Map(tied.map(({ projectId }) => [projectId, all.get(projectId)!]));
      return { act, closed, numbers: tied.map(({ number }) => number).sort(), othersAct: false };
    });
    const tied = found.filter(({ closed }) => closed.size > 0);
    for (const own of grouped(tied, ({ act }) => JSON.stringify(act.within)).values()) {
      const others = (await this.able(permissions, own[0]!.act.within)).filter(({ id }) => !but.has(id));
      const near = own.filter(({ closed }) => !belongs(closed));
      const free = await this.involvement.someFreeOfEach(
        others,
        near.map(({ act }) => idsOf(act)),
      );
      near.forEach((one, at) => (one.othersAct = free[at]!));
      for (const one of own)
        if (belongs(one.closed)) one.othersAct = await this.leaves(one.closed, others, idsOf(one.act));
    }
    return found.map(({ closed, numbers, othersAct }) => ({ closed, numbers, othersAct }));
  }

  /**
   * Whether who has these ties to some projects leaves what is done with all of them to one of these persons: to who has no tie to
   * any of them, and where they belong to one themselves, to who belongs to none.
   */
  leaves(
    ties: ReadonlyMap<string, ClosedBy>,
    persons: readonly Person[],
    projectIds: readonly string[],
  ): Promise<boolean> {
    return belongs(ties)
      ? this.involvement.someOutside(persons, projectIds)
      : this.involvement.someFree(persons, projectIds);
  }

  /** Whether an active person but these has `permission` in one of these places or everywhere, and no tie to any of the projects. */
  async exist(
    permission: Permission,
    within: Scopes,
    projectIds: readonly string[],
    but: ReadonlySet<string> = NOBODY,
  ): Promise<boolean> {
    const others = (await this.able([permission], within)).filter(({ id }) => !but.has(id));
    return others.length > 0 && this.involvement.someFree(others, projectIds);
  }

  /** The active persons who have `permission` in one of these places or everywhere. */
  holders(permission: Permission, within: Scopes): Promise<Person[]> {
    return this.active(grantsOf(permission, within));
  }

  /** Those who have each of these permissions there and could act by it today: nobody all of whose roles for it wait for a second factor. */
  async able([permission, ...further]: readonly Permission[], within: Scopes): Promise<Person[]> {
    const grants = grantsOf(permission!, within);
    const atOnce = new Set(await this.grants.personsWithAny(grants.filter(({ role }) => !ROLES[role].secondFactor)));
    const holders = await this.active(grants);
    const enrolled = await this.secondFactors.enrolledAmong(holders.map(({ id }) => id));
    const able = holders.filter(({ id }) => atOnce.has(id) || enrolled.has(id));
    if (further.length === 0) return able;
    const also = new Set((await this.able(further, within)).map(({ id }) => id));
    return able.filter(({ id }) => also.has(id));
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

const belongs = (ties: ReadonlyMap<string, ClosedBy>): boolean => [...ties.values()].includes('belongs');

const idsOf = ({ about }: Act): string[] => about.map(({ projectId }) => projectId);

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

import { failure, type Grant, type Role, type Scopes, type ScopeType } from '@haishi/contracts';
import { newId } from '@haishi/kernel';
import { Database, Realtime, type Work } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal, In } from 'typeorm';
import { SessionResolver } from '../session/session.resolver.js';
import { insertOnce } from '../insert-once.js';
import { RoleGrant } from './grant.entity.js';

/** Persons asked for by one statement. */
const AT_ONCE = 500;

/** Gives and takes roles on behalf of other rooms, which have checked that it may be done. */
@Injectable()
export class Grants {
  constructor(
    private readonly database: Database,
    private readonly resolver: SessionResolver,
    private readonly realtime: Realtime,
  ) {}

  /**
   * Gives `personId` the role; answers the grant's id. Fails with `identity.already_granted`.
   * `within` are the places the scope lies in, for the event; `grantedBy` is who decided it, where not the actor.
   */
  async give(
    work: Work,
    personId: string,
    grant: Grant,
    within: Scopes = {},
    grantedBy = work.actor.id,
  ): Promise<string> {
    const { role, scopeType, scopeId } = grant;
    if (await this.findOne(work, personId, grant)) throw failure('identity.already_granted');
    const id = newId();
    await insertOnce(work, RoleGrant, { id, personId, role, scopeType, scopeId, grantedBy, grantedAt: work.now }, () =>
      failure('identity.already_granted'),
    );
    await work.event({
      type: 'role.granted',
      subjectType: 'person',
      subjectId: personId,
      scopes: within,
      payload: { role, scopeType, scopeId },
    });
    this.takeEffect(work, personId);
    return id;
  }

  /** Takes the role away; answers whether it was held. */
  async revoke(work: Work, personId: string, grant: Grant, within: Scopes = {}): Promise<boolean> {
    const { role, scopeType, scopeId } = grant;
    const { affected } = await work.manager.delete(RoleGrant, { personId, role, scopeType, scopeId });
    if (affected !== 1) return false;
    await work.event({
      type: 'role.revoked',
      subjectType: 'person',
      subjectId: personId,
      scopes: within,
      payload: { role, scopeType, scopeId },
    });
    this.takeEffect(work, personId);
    return true;
  }

  /** The ids of the persons who hold `role` in exactly this scope. */
  async personsWith(role: Role, scopeType: ScopeType, scopeId: string): Promise<string[]> {
    const found = await this.database.manager.find(RoleGrant, {
      select: { personId: true },
      where: { role: Equal(role), scopeType: Equal(scopeType), scopeId: Equal(scopeId) },
      order: { grantedAt: 'ASC', id: 'ASC' },
    });
    return found.map((grant) => grant.personId);
  }

  /** The ids of the persons who hold any of these, each once. */
  async personsWithAny(grants: readonly Grant[]): Promise<string[]> {
    if (grants.length === 0) return [];
    const found = await this.database.manager.find(RoleGrant, {
      select: { personId: true },
      where: grants.map(({ role, scopeType, scopeId }) => ({
        role: Equal(role),
        scopeType: Equal(scopeType),
        scopeId: Equal(scopeId),
      })),
      order: { grantedAt: 'ASC', id: 'ASC' },
    });
    return [...new Set(found.map((grant) => grant.personId))];
  }

  /** The roles of one person. */
  async of(personId: string): Promise<RoleGrant[]> {
    return this.database.manager.find(RoleGrant, {
      where: { personId: Equal(personId) },
      order: { grantedAt: 'ASC', id: 'ASC' },
    });
  }

  /** In which places these persons hold `role`, by person; who holds it nowhere is absent. */
  async placesOf(role: Role, personIds: readonly string[]): Promise<Map<string, string[]>> {
    const held: RoleGrant[] = [];
    for (let start = 0; start < personIds.length; start += AT_ONCE)
      held.push(
        ...(await this.database.manager.findBy(RoleGrant, {
          personId: In(personIds.slice(start, start + AT_ONCE)),
          role: Equal(role),
        })),
      );
    return new Map(
      [...Map.groupBy(held, ({ personId }) => personId)].map(([id, all]) => [id, all.map(({ scopeId }) => scopeId)]),
    );
  }

  private findOne(work: Work, personId: string, { role, scopeType, scopeId }: Grant): Promise<RoleGrant | null> {
    return work.manager.findOneBy(RoleGrant, {
      personId: Equal(personId),
      role: Equal(role),
      scopeType: Equal(scopeType),
      scopeId: Equal(scopeId),
    });
  }

  private takeEffect(work: Work, personId: string): void {
    work.afterCommit(() => {
      this.resolver.forgetPerson(personId);
      this.realtime.disconnectPerson(personId);
    });
  }
}

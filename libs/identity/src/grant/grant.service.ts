import { type Actor, failure, type Grant, type Role, ROLES } from '@haishi/contracts';
import { Database, effectiveGrants, UnitOfWork } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal } from 'typeorm';
import { Person } from '../person/person.entity.js';
import { RoleGrant } from './grant.entity.js';
import { fitsScope, incompatibleWith, mayHandOn } from './grant.rules.js';
import { Grants } from './grants.js';
import { type ScopePlace, ScopePlaces } from './scope-places.js';

/** What a role is called in the actor's language. */
const title = (actor: Actor, role: Role) => ROLES[role][actor.locale];

/** Giving and taking roles by hand, within what the actor may hand on. */
@Injectable()
export class GrantService {
  constructor(
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly grants: Grants,
    private readonly places: ScopePlaces,
  ) {}

  /** Gives a role; answers the grant's id. Fails as {@link assertMayGive} does, or with `common.not_found`, `identity.roles_incompatible`, `identity.already_granted`. */
  async give(actor: Actor, personId: string, grant: Grant): Promise<string> {
    if (personId === actor.id) throw failure('identity.grant_to_self');
    const { within } = await this.assertMayGive(actor, grant);
    return this.uow.run(actor, async (work) => {
      if (!(await work.manager.existsBy(Person, { id: Equal(personId), state: 'active' })))
        throw failure('common.not_found');
      await this.assertCompatible(actor, personId, grant.role);
      return this.grants.give(work, personId, grant, within);
    });
  }

  /** Takes a role away. Fails with `common.not_found`, `identity.grant_beyond_own` or `identity.last_administrator`. */
  async take(actor: Actor, grantId: string): Promise<void> {
    await this.uow.run(actor, async (work) => {
      const grant = await work.manager.findOneBy(RoleGrant, { id: Equal(grantId) });
      if (!grant) throw failure('common.not_found');
      const within = (await this.places.find(grant.scopeType, grant.scopeId))?.within ?? {};
      if (!mayHandOn(effectiveGrants(actor), grant.role, within)) throw failure('identity.grant_beyond_own');
      if (grant.personId === actor.id) throw failure('identity.grant_to_self');
      if (grant.role === 'administrator' && (await work.manager.countBy(RoleGrant, { role: 'administrator' })) < 2)
        throw failure('identity.last_administrator');
      await this.grants.revoke(work, grant.personId, grant, within);
    });
  }

  /**
   * The place of a role that `actor` may give there. Fails with `identity.role_not_in_scope`, `identity.scope_unknown`
   * or `identity.grant_beyond_own`.
   */
  async assertMayGive(actor: Actor, { role, scopeType, scopeId }: Grant): Promise<ScopePlace> {
    if (!fitsScope(role, scopeType))
      throw failure('identity.role_not_in_scope', { field: 'scopeType', params: { role: title(actor, role) } });
    const place = await this.places.find(scopeType, scopeId);
    if (!place) throw failure('identity.scope_unknown', { field: 'scopeId' });
    if (!mayHandOn(effectiveGrants(actor), role, place.within)) throw failure('identity.grant_beyond_own');
    return place;
  }

  /** Fails with `identity.roles_incompatible` where the person holds a role that may not stand beside `role`. */
  async assertCompatible(actor: Actor, personId: string, role: Role): Promise<void> {
    const other = incompatibleWith(await this.grants.of(personId), role);
    if (other)
      throw failure('identity.roles_incompatible', {
        params: { role: title(actor, role), other: title(actor, other) },
      });
  }

  /** The roles that `actor` may hand on somewhere, of a person's; what an organiser may see of that person. */
  async visibleOf(actor: Actor, personId: string): Promise<RoleGrant[]> {
    const held = effectiveGrants(actor);
    const grants = await this.database.manager.findBy(RoleGrant, { personId: Equal(personId) });
    const places = await Promise.all(grants.map((grant) => this.places.find(grant.scopeType, grant.scopeId)));
    return grants.filter((grant, index) => mayHandOn(held, grant.role, places[index]?.within ?? {}));
  }
}

import { type Actor, failure } from '@haishi/contracts';
import { EventLog, holds, isAllowed, scopesOf, toPage, UnitOfWork } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal } from 'typeorm';
import { maskAddress } from '../credential/address.js';
import type { RoleGrant } from '../grant/grant.entity.js';
import { GrantService } from '../grant/grant.service.js';
import { ScopePlaces } from '../grant/scope-places.js';
import { SecondFactors } from '../second-factor/second-factors.js';
import { Sessions } from '../session/sessions.js';
import type { PersonGrantView, PersonPage, PersonQuery, PersonRow, PersonStateBody, PersonView } from './person.dto.js';
import { Person } from './person.entity.js';
import { PersonQueries, type VisibleGrants } from './person.queries.js';

const PAGE = 50;
const masked = (address: string | null) => (address === null ? null : maskAddress(address));

/** Persons as staff see and manage them: administrators all, organisers who holds a role in their own scope. */
@Injectable()
export class PersonService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly queries: PersonQueries,
    private readonly grantService: GrantService,
    private readonly places: ScopePlaces,
    private readonly secondFactors: SecondFactors,
    private readonly sessions: Sessions,
    private readonly log: EventLog,
  ) {}

  async page(actor: Actor, query: PersonQuery): Promise<PersonPage> {
    const limit = query.limit ?? PAGE;
    const found = await this.queries.page(query, await this.visible(actor, query), limit);
    const grants = await this.queries.grantsOf(found.map((person) => person.id));
    const rows = await Promise.all(
      found.map((person) =>
        this.row(
          actor,
          person,
          grants.filter((grant) => grant.personId === person.id),
        ),
      ),
    );
    return toPage(
      rows,
      limit,
      (row) => [row.id],
      (row) => row,
    );
  }

  /** One person; looking is recorded. Fails with `common.not_found` also for who may not see them. */
  async one(actor: Actor, id: string): Promise<PersonView> {
    const person = await this.find(id);
    const all = holds(actor, 'person.manage');
    const grants = all ? await this.queries.grantsOf([id]) : await this.grantService.visibleOf(actor, id);
    if (!all && grants.length === 0) throw failure('common.not_found');
    await this.log.record(actor, { type: 'person.viewed', subjectType: 'person', subjectId: id });
    return {
      ...(await this.row(actor, person, grants)),
      locale: person.locale,
      demo: person.demo,
      secondFactorEnrolled: await this.secondFactors.isEnrolled(id),
      createdAt: person.createdAt,
      version: person.version,
    };
  }

  /** Disables an account, which ends its sessions, or enables it again. Fails with `identity.not_on_self` for the actor's own. */
  async setState(actor: Actor, id: string, { state, reason }: PersonStateBody): Promise<void> {
    if (id === actor.id) throw failure('identity.not_on_self');
    await this.uow.run(actor, async (work) => {
      const from = state === 'disabled' ? 'active' : 'disabled';
      const { affected } = await work.manager.update(Person, { id: Equal(id), state: Equal(from) }, { state });
      if (affected !== 1) {
        const person = await this.find(id);
        throw failure('common.state_not_allowed', { params: { state: person.state } });
      }
      if (state === 'disabled') await this.sessions.endAll(work, id);
      await work.event({
        type: `person.${state === 'disabled' ? 'disabled' : 'enabled'}`,
        subjectType: 'person',
        subjectId: id,
        payload: { reason },
      });
    });
  }

  /** Removes the second factor of who lost their device. Fails with `identity.second_factor_not_enrolled`. */
  async removeSecondFactor(actor: Actor, id: string): Promise<void> {
    if (id === actor.id) throw failure('identity.not_on_self');
    await this.find(id);
    await this.uow.run(actor, async (work) => {
      await this.secondFactors.remove(work, id);
      await this.sessions.endAll(work, id);
    });
  }

  private async find(id: string): Promise<Person> {
    const person = await this.queries.byId(id);
    if (!person) throw failure('common.not_found');
    return person;
  }

  private async visible(actor: Actor, { scopeType, scopeId }: PersonQuery): Promise<VisibleGrants> {
    if (holds(actor, 'person.manage')) return 'all';
    if (scopeType && scopeId !== undefined) {
      const place = await this.places.find(scopeType, scopeId);
      if (place && isAllowed(actor, 'role.grant', place.within)) return 'all';
    }
    const places = (['edition', 'region', 'fair'] as const).map((type) => ({
      type,
      ids: scopesOf(actor, 'role.grant', type),
    }));
    if (places.some(({ ids }) => ids === 'all')) return 'all';
    return places.flatMap(({ type, ids }) =>
      ids === 'all' ? [] : ids.map((id) => ({ scopeType: type, scopeId: id })),
    );
  }

  private async row(actor: Actor, person: Person, grants: readonly RoleGrant[]): Promise<PersonRow> {
    const whole = holds(actor, 'person.manage');
    return {
      id: person.id,
      name: person.name,
      mail: whole ? person.mail : masked(person.mail),
      phone: whole ? person.phone : masked(person.phone),
      state: person.state,
      grants: await Promise.all(grants.map((grant) => this.grantView(grant))),
    };
  }

  private async grantView({ id, role, scopeType, scopeId, grantedAt }: RoleGrant): Promise<PersonGrantView> {
    const place = await this.places.find(scopeType, scopeId);
    return { id, role, scopeType, scopeId, scopeLabel: place?.label ?? { zh: scopeId, en: scopeId }, grantedAt };
  }
}

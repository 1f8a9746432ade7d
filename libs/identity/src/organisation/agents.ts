import { type Actor, failure } from '@haishi/contracts';
import { UnitOfWork } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { parseAddress } from '../credential/address.js';
import { Grants } from '../grant/grants.js';
import { Persons } from '../person/persons.js';
import type { AgentView } from './organisation.dto.js';
import { OrganisationAccess } from './organisation-access.js';

const agentOf = (organisationId: string) =>
  ({ role: 'employer_agent', scopeType: 'organisation', scopeId: organisationId }) as const;

/** Who acts for an organisation 经办人. */
@Injectable()
export class Agents {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: OrganisationAccess,
    private readonly persons: Persons,
    private readonly grants: Grants,
  ) {}

  /** By name. */
  async of(organisationId: string): Promise<AgentView[]> {
    const ids = await this.grants.personsWith('employer_agent', 'organisation', organisationId);
    const persons = await this.persons.byIds(ids);
    return [...persons.values()]
      .map(({ id, name }) => ({ personId: id, name }))
      .sort((one, other) => (one.name < other.name ? -1 : 1));
  }

  /** Adds a person with an account; its agents and staff may. Fails with `identity.no_such_person` or `identity.already_granted`. */
  async add(actor: Actor, organisationId: string, address: string): Promise<void> {
    await this.uow.run(actor, async (work) => {
      await this.access.visible(actor, organisationId);
      const person = await this.persons.byAddress(parseAddress(address, 'address'));
      if (person?.state !== 'active') throw failure('identity.no_such_person', { field: 'address' });
      await this.grants.give(work, person.id, agentOf(organisationId), { organisation: organisationId });
    });
  }

  /** Removes one; the last one stays. Fails with `common.not_found` or `identity.last_agent`. */
  async remove(actor: Actor, organisationId: string, personId: string): Promise<void> {
    await this.uow.run(actor, async (work) => {
      await this.access.visible(actor, organisationId);
      const agents = await this.grants.personsWith('employer_agent', 'organisation', organisationId);
      if (!agents.includes(personId)) throw failure('common.not_found');
      if (agents.length === 1) throw failure('identity.last_agent');
      await this.grants.revoke(work, personId, agentOf(organisationId), { organisation: organisationId });
    });
  }
}

import { type Actor, failure } from '@haishi/contracts';
import { holds } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import type { Organisation } from './organisation.entity.js';
import { isEditable } from './organisation.rules.js';
import { Organisations } from './organisations.js';

/** The second step of access. Who holds `organisation.vet` sees all, for organisations belong to no one event. */
@Injectable()
export class OrganisationAccess {
  constructor(private readonly organisations: Organisations) {}

  /** The organisation, for its agents and for staff; `common.not_found` for anybody else. */
  async visible(actor: Actor, id: string): Promise<Organisation> {
    if (!holds(actor, 'organisation.vet')) return this.organisations.assertAgent(actor, id);
    const organisation = await this.organisations.byId(id);
    if (!organisation) throw failure('common.not_found');
    return organisation;
  }

  /** The organisation where the actor may change it: staff always, agents while it is theirs to work on. */
  async editable(actor: Actor, id: string): Promise<Organisation> {
    const organisation = await this.visible(actor, id);
    if (!isEditable(organisation.state) && !holds(actor, 'organisation.vet'))
      throw failure('common.state_not_allowed', { params: { state: organisation.state } });
    return organisation;
  }
}

import { Organisations } from '@haishi/identity';
import { type Actor, failure, type Permission } from '@haishi/contracts';
import { assertAllowed, isAllowed } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import type { Participation } from './participation.entity.js';
import { ParticipationQueries } from './participation.queries.js';

/** Who may see and change an employer's part in a fair. */
@Injectable()
export class ParticipationAccess {
  constructor(
    private readonly queries: ParticipationQueries,
    private readonly organisations: Organisations,
  ) {}

  /** For the employer's agents and for staff who hold one of `permissions` at the fair; `common.not_found` for anybody else. */
  async visible(
    actor: Actor,
    id: string,
    ...permissions: Permission[]
  ): Promise<{ participation: Participation; own: boolean }> {
    const participation = await this.queries.get(id);
    const own = await this.organisations.isAgent(actor, participation.organisationId);
    const staff = permissions.some((permission) => isAllowed(actor, permission, { fair: participation.fairId }));
    if (!own && !staff) throw failure('common.not_found');
    return { participation, own };
  }

  /** For the employer's agents alone; `common.not_found` for anybody else. */
  async owned(actor: Actor, id: string): Promise<Participation> {
    const participation = await this.queries.get(id);
    await this.organisations.assertAgent(actor, participation.organisationId);
    return participation;
  }

  /** For staff who hold `permission` at the fair and do not act for the employer; else `fair.own_organisation`. */
  async reviewed(actor: Actor, id: string, permission: Permission): Promise<Participation> {
    const participation = await this.queries.get(id);
    assertAllowed(actor, permission, { fair: participation.fairId });
    if (await this.isOwn(actor, participation.organisationId)) throw failure('fair.own_organisation');
    return participation;
  }

  /** Whether the actor acts for the organisation: nobody reviews their own. */
  isOwn(actor: Actor, organisationId: string): Promise<boolean> {
    return this.organisations.isAgent(actor, organisationId);
  }
}

import { type Actor, failure } from '@haishi/contracts';
import { assertAllowed } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import type { Fair } from '../fair/fair.entity.js';
import { FairQueries, isFairStaff } from '../fair/fair.queries.js';
import type { FairInvitation } from './invitation.entity.js';
import { InvitationQueries } from './invitation.queries.js';

/** Whether somebody may manage a fair's invitations; a fair at which they have no work is not found. */
@Injectable()
export class InvitationAccess {
  constructor(
    private readonly fairs: FairQueries,
    private readonly queries: InvitationQueries,
  ) {}

  /** By id or code. Fails with `common.not_found` or `common.forbidden`. */
  async fair(actor: Actor, name: string): Promise<Fair> {
    const fair = await this.fairs.visible(actor, name);
    if (!isFairStaff(actor, fair.id)) throw failure('common.not_found');
    assertAllowed(actor, 'invitation.manage', { fair: fair.id });
    return fair;
  }

  /** Fails as {@link fair} does. */
  async invitation(actor: Actor, id: string): Promise<{ invitation: FairInvitation; fair: Fair }> {
    const invitation = await this.queries.get(id);
    return { invitation, fair: await this.fair(actor, invitation.fairId) };
  }
}

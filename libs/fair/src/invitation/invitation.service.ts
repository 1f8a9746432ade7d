import { type Actor, failure } from '@haishi/contracts';
import { Jobs, UnitOfWork, type Work } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal } from 'typeorm';
import { Fair } from '../fair/fair.entity.js';
import { InvitationAccess } from './invitation.access.js';
import { FairInvitation } from './invitation.entity.js';
import { InvitationNotices } from './invitation.notices.js';
import { InvitationQueries } from './invitation.queries.js';
import { Places, TAKES_A_PLACE, takesAnswers } from './invitation.rules.js';
import { InvitationSender, SENDING_JOB, type SendingInput } from './invitation.sender.js';
import { InvitationTickets } from './invitation.tickets.js';

/** What organisers do with invitations once they stand on the list. */
@Injectable()
export class InvitationService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly jobs: Jobs,
    private readonly access: InvitationAccess,
    private readonly queries: InvitationQueries,
    private readonly sender: InvitationSender,
    private readonly notices: InvitationNotices,
    private readonly tickets: InvitationTickets,
  ) {}

  /** Sends all that were never sent, or all that are unanswered. Fails with `invitation.nothing_to_send`, `invitation.fair_not_open`. */
  async sendAll(
    actor: Actor,
    fairName: string,
    which: SendingInput['which'],
  ): Promise<{ jobId: string; count: number }> {
    const fair = await this.access.fair(actor, fairName);
    return this.uow.run(actor, async (work) => {
      assertTakesAnswers(fair, work.now);
      const outgoing = which === 'unsent' ? ({ which } as const) : ({ which, sentBefore: work.now } as const);
      const count = (await this.queries.outgoing(fair.id, outgoing)).length;
      if (count === 0) throw failure('invitation.nothing_to_send');
      const input: SendingInput = { fairId: fair.id, which, askedAt: work.now.toISOString() };
      const jobId = await this.jobs.enqueue(work, SENDING_JOB, input);
      await work.event({
        type: 'fair_invitation.sending',
        subjectType: 'fair',
        subjectId: fair.id,
        scopes: { fair: fair.id },
        payload: { which, count },
      });
      return { jobId, count };
    });
  }

  /**
   * Sends one: the ticket to who accepted, the personal link to anybody else, who is asked anew. Fails with
   * `invitation.fair_not_open`, `invitation.quota_full`, `attendance.ticket_revoked`.
   */
  async send(actor: Actor, id: string): Promise<void> {
    const { fair } = await this.access.invitation(actor, id);
    await this.uow.run(actor, async (work) => {
      assertTakesAnswers(fair, work.now);
      await work.lockRow(Fair, fair.id);
      await work.lockRow(FairInvitation, id);
      const invitation = await this.queries.get(id);
      if (invitation.state === 'accepted') return this.sendTicket(work, fair, invitation);
      if (!TAKES_A_PLACE.includes(invitation.state)) await this.assertPlace(fair.id, invitation.university);
      await this.sender.send(work, fair, invitation);
    });
  }

  /** Takes an invitation back, with the ticket where there is one. Fails with `common.state_not_allowed`. */
  async revoke(actor: Actor, id: string, reason: string): Promise<void> {
    const { fair } = await this.access.invitation(actor, id);
    await this.uow.run(actor, async (work) => {
      await work.lockRow(FairInvitation, id);
      const invitation = await this.queries.get(id);
      if (invitation.state === 'revoked') throw failure('common.state_not_allowed', { params: { state: 'revoked' } });
      await work.manager.update(FairInvitation, { id: Equal(id) }, { state: 'revoked', tokenHash: null });
      if (invitation.state === 'accepted') await this.tickets.revoke(work, invitation, reason);
      await work.event({
        type: 'fair_invitation.revoked',
        subjectType: 'fair_invitation',
        subjectId: id,
        scopes: { fair: fair.id },
        payload: { reason },
      });
    });
  }

  private async sendTicket(work: Work, fair: Fair, invitation: FairInvitation): Promise<void> {
    const token = await this.tickets.link(work, invitation);
    await this.notices.ticket(work, fair, invitation, token, String(work.now.getTime()));
  }

  private async assertPlace(fairId: string, university: string): Promise<void> {
    const places = new Places(await this.queries.quotas(fairId), await this.queries.taken(fairId));
    if (!places.take(university))
      throw failure('invitation.quota_full', { params: { university, places: places.of(university) } });
  }
}

function assertTakesAnswers(fair: Fair, now: Date): void {
  if (!takesAnswers(fair, now)) throw failure('invitation.fair_not_open');
}

import { failure } from '@haishi/contracts';
import { hashToken, newToken } from '@haishi/identity';
import { type JobHandler, Jobs, type RunningJob, systemActor, UnitOfWork, type Work } from '@haishi/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Equal } from 'typeorm';
import type { Fair } from '../fair/fair.entity.js';
import { FairQueries } from '../fair/fair.queries.js';
import { FairInvitation } from './invitation.entity.js';
import { InvitationNotices } from './invitation.notices.js';
import { InvitationQueries } from './invitation.queries.js';
import { takesAnswers } from './invitation.rules.js';

export const SENDING_JOB = 'fair.send_invitations';

export interface SendingInput {
  fairId: string;
  which: 'unsent' | 'unanswered';
  /** When it was asked for (ISO 8601): an unanswered invitation sent after that is not sent again. */
  askedAt: string;
}

/** Sends invitations: one at once, or all of a kind as a job. */
@Injectable()
export class InvitationSender implements JobHandler<SendingInput>, OnModuleInit {
  readonly kind = SENDING_JOB;

  constructor(
    private readonly jobs: Jobs,
    private readonly uow: UnitOfWork,
    private readonly fairs: FairQueries,
    private readonly queries: InvitationQueries,
    private readonly notices: InvitationNotices,
  ) {}

  onModuleInit(): void {
    this.jobs.register(this);
  }

  async run(job: RunningJob<SendingInput>): Promise<{ sent: number }> {
    const { fairId, which, askedAt } = job.input;
    const ids = await this.queries.outgoing(
      fairId,
      which === 'unsent' ? { which } : { which, sentBefore: new Date(askedAt) },
    );
    let sent = 0;
    for (const [index, id] of ids.entries()) {
      await job.progress(index, ids.length);
      if (await this.sendIfInvited(id, fairId)) sent += 1;
    }
    return { sent };
  }

  /**
   * Sends the personal link anew; the one sent before is good no more, and an answer given before is asked for again.
   * The caller has checked the fair and the actor. Fails with `common.stale` where somebody else was faster.
   */
  async send(work: Work, fair: Fair, invitation: FairInvitation): Promise<void> {
    const token = newToken();
    const change = {
      state: 'invited',
      tokenHash: hashToken(token),
      timesSent: invitation.timesSent + 1,
      sentAt: work.now,
      answeredAt: null,
    } as const;
    const { id, state, timesSent } = invitation;
    const { affected } = await work.manager.update(
      FairInvitation,
      { id: Equal(id), state: Equal(state), timesSent: Equal(timesSent) },
      change,
    );
    if (affected !== 1) throw failure('common.stale');
    await this.notices.invited(work, fair, { ...invitation, ...change }, token);
    await work.event({
      type: 'fair_invitation.sent',
      subjectType: 'fair_invitation',
      subjectId: id,
      scopes: { fair: fair.id },
      payload: { time: change.timesSent },
    });
  }

  /** Answers false where the graduate answered in the meantime. Fails with `invitation.fair_not_open`. */
  private sendIfInvited(id: string, fairId: string): Promise<boolean> {
    return this.uow.run(systemActor('invitations'), async (work) => {
      const fair = await this.fairs.get(fairId);
      if (!takesAnswers(fair, work.now)) throw failure('invitation.fair_not_open');
      await work.lockRow(FairInvitation, id);
      const invitation = await this.queries.get(id);
      if (invitation.state !== 'invited') return false;
      await this.send(work, fair, invitation);
      return true;
    });
  }
}

import type { Actor } from '@haishi/contracts';
import { type NoticeOutcome, Notices, readCursor, toPage } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { InvitationAccess } from './invitation.access.js';
import type {
  FairInvitationPage,
  FairInvitationQuery,
  FairInvitationView,
  InvitationCounts,
} from './invitation.dto.js';
import type { FairInvitation } from './invitation.entity.js';
import { invitationKey } from './invitation.notices.js';
import { InvitationQueries } from './invitation.queries.js';
import { takesAnswers } from './invitation.rules.js';
import { InvitationTickets } from './invitation.tickets.js';

const PAGE = 50;

/** Invitations as organisers see them. */
@Injectable()
export class InvitationReader {
  constructor(
    private readonly access: InvitationAccess,
    private readonly queries: InvitationQueries,
    private readonly notices: Notices,
    private readonly tickets: InvitationTickets,
  ) {}

  /** Of a fair, the latest first, each with what became of its mail and whether the graduate came. */
  async page(actor: Actor, fairName: string, query: FairInvitationQuery): Promise<FairInvitationPage> {
    const fair = await this.access.fair(actor, fairName);
    const { state, university, sent, q, cursor, limit = PAGE } = query;
    const before = cursor === undefined ? undefined : String(readCursor(cursor, 1)[0]);
    const rows = await this.queries.page(fair.id, { state, university, sent, q, before, limit });
    const outcomes = await this.notices.outcomes(rows.filter(({ timesSent }) => timesSent > 0).map(invitationKey));
    const admitted = await this.tickets.admittedAt(
      fair.id,
      rows.map(({ id }) => id),
    );
    return toPage(
      rows,
      limit,
      ({ id }) => [id],
      (row) =>
        toView(
          row,
          outcomes.find(({ key }) => key === invitationKey(row)),
          admitted.get(row.id),
        ),
    );
  }

  async counts(actor: Actor, fairName: string): Promise<InvitationCounts> {
    const fair = await this.access.fair(actor, fairName);
    const counts = await this.queries.counts(fair.id);
    return { fairId: fair.id, ...counts, takesAnswers: takesAnswers(fair, new Date()) };
  }
}

function toView(
  row: FairInvitation,
  outcome: NoticeOutcome | undefined,
  admittedAt: Date | undefined,
): FairInvitationView {
  const { id, name, mail, phone, university, degree, major, state, timesSent, sentAt, answeredAt } = row;
  return {
    id,
    name,
    mail,
    phone,
    university,
    degree,
    major,
    state,
    timesSent,
    sentAt,
    answeredAt,
    // Notices are not kept for ever; what was sent stays so.
    delivery: outcome?.state ?? (timesSent > 0 ? 'sent' : 'none'),
    deliveryReason: outcome?.reason ?? null,
    admittedAt: admittedAt ?? null,
  };
}

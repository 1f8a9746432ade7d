import { type Actor, failure } from '@haishi/contracts';
import { CONSENT_DOCUMENTS, type ConsentPurpose, Consents, hashToken, Persons } from '@haishi/identity';
import { UnitOfWork, type Work } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal } from 'typeorm';
import type { Fair } from '../fair/fair.entity.js';
import { FairQueries } from '../fair/fair.queries.js';
import { fairPeriod } from '../fair/fair.rules.js';
import type { RsvpInput, RsvpResult, RsvpView } from './invitation.dto.js';
import { FairInvitation } from './invitation.entity.js';
import { InvitationNotices } from './invitation.notices.js';
import { InvitationQueries } from './invitation.queries.js';
import { answerStep, takesAnswers } from './invitation.rules.js';
import { InvitationTickets } from './invitation.tickets.js';

/** What an invited graduate does by the personal link, without an account. */
@Injectable()
export class RsvpService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly queries: InvitationQueries,
    private readonly fairs: FairQueries,
    private readonly persons: Persons,
    private readonly consents: Consents,
    private readonly tickets: InvitationTickets,
    private readonly notices: InvitationNotices,
  ) {}

  /** What the link is about; consumes nothing. Fails with `identity.link_not_valid`. */
  async open(token: string): Promise<RsvpView> {
    const { name, state, fair } = await this.resolve(token);
    const { opensAt, closesAt } = fairPeriod(fair);
    return {
      name,
      fair: fair.name,
      venue: fair.venue,
      opensAt,
      closesAt,
      timeZone: fair.timeZone,
      state,
      takesAnswers: takesAnswers(fair, new Date()),
    };
  }

  /**
   * Answers once. A yes needs the privacy notice agreed to, and brings the ticket: shown at once, and sent by mail.
   * The same answer again changes nothing. Fails with `identity.link_not_valid`, `invitation.answered`,
   * `invitation.fair_not_open`, `invitation.consent_required`, `identity.consent_version`.
   */
  async answer(request: Actor, input: RsvpInput): Promise<RsvpResult> {
    const { id } = await this.resolve(input.token);
    return this.uow.run({ ...request, kind: 'link', id, name: '' }, async (work) => {
      await work.lockRow(FairInvitation, id);
      const { fair, ...invitation } = await this.resolve(input.token);
      const step = answerStep(invitation.state, input.answer);
      if (step === 'refuse') throw failure('invitation.answered');
      if (step === 'change' && !takesAnswers(fair, work.now)) throw failure('invitation.fair_not_open');
      if (input.answer === 'no') {
        if (step === 'change') await this.decline(work, invitation);
        return { state: 'declined', ticketToken: null };
      }
      if (step === 'change') await this.accept(work, invitation, input);
      const ticketToken = await this.tickets.link(work, invitation);
      if (step === 'change')
        await this.notices.ticket(work, fair, invitation, ticketToken, `accepted.${invitation.timesSent}`);
      return { state: 'accepted', ticketToken };
    });
  }

  /** A new link to the ticket, for who accepted. Fails with `identity.link_not_valid`, `attendance.ticket_revoked`. */
  async ticket(request: Actor, token: string): Promise<{ ticketToken: string }> {
    const invitation = await this.resolve(token);
    if (invitation.state !== 'accepted') throw failure('identity.link_not_valid');
    return this.uow.run({ ...request, kind: 'link', id: invitation.id, name: '' }, async (work) => ({
      ticketToken: await this.tickets.link(work, invitation),
    }));
  }

  private async accept(work: Work, invitation: FairInvitation, input: RsvpInput): Promise<void> {
    if (!input.privacyVersion) throw failure('invitation.consent_required', { field: 'privacyVersion' });
    assertVersion('privacy', input.privacyVersion, 'privacyVersion');
    if (input.employersVersion) assertVersion('employers', input.employersVersion, 'employersVersion');
    const { id, name, mail } = invitation;
    const person = (await this.persons.byMail(mail)) ?? (await this.persons.create(work, { name, mail, locale: 'zh' }));
    await this.consents.give(work, person.id, 'privacy', input.privacyVersion);
    if (input.employersVersion) await this.consents.give(work, person.id, 'employers', input.employersVersion);
    await work.manager.update(
      FairInvitation,
      { id: Equal(id) },
      { state: 'accepted', answeredAt: work.now, personId: person.id },
    );
    await this.tickets.issue(work, invitation);
    await record(work, invitation, 'accepted', { personId: person.id });
  }

  private async decline(work: Work, invitation: FairInvitation): Promise<void> {
    await work.manager.update(
      FairInvitation,
      { id: Equal(invitation.id) },
      { state: 'declined', answeredAt: work.now },
    );
    await record(work, invitation, 'declined', {});
  }

  private async resolve(token: string): Promise<FairInvitation & { fair: Fair }> {
    const invitation = await this.queries.byToken(hashToken(token));
    if (!invitation) throw failure('identity.link_not_valid');
    return { ...invitation, fair: await this.fairs.get(invitation.fairId) };
  }
}

function assertVersion(purpose: ConsentPurpose, version: string, field: string): void {
  const document = CONSENT_DOCUMENTS.find((one) => one.purpose === purpose)!;
  if (document.version !== version) throw failure('identity.consent_version', { field });
}

async function record(
  work: Work,
  { id, fairId }: FairInvitation,
  happened: 'accepted' | 'declined',
  payload: Record<string, unknown>,
): Promise<void> {
  await work.event({
    type: `fair_invitation.${happened}`,
    subjectType: 'fair_invitation',
    subjectId: id,
    scopes: { fair: fairId },
    payload,
  });
}

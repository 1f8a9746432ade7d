import { type Actor, failure, ROLES } from '@haishi/contracts';
import { newId } from '@haishi/kernel';
import { UnitOfWork, type Work } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal } from 'typeorm';
import { type Address, maskAddress } from '../credential/address.js';
import { GrantService } from '../grant/grant.service.js';
import { Grants } from '../grant/grants.js';
import { ScopePlaces } from '../grant/scope-places.js';
import type { Person } from '../person/person.entity.js';
import { Persons } from '../person/persons.js';
import type { OpenedSession } from '../session/sessions.js';
import { asPerson } from '../session/sessions.js';
import type { AcceptBody, InvitationOffer } from './invitation.dto.js';
import { Invitation } from './invitation.entity.js';
import { Invitations } from './invitations.js';
import { Newcomers } from './newcomers.js';

/** Opening and accepting an invitation by its bearer. */
@Injectable()
export class Acceptance {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly invitations: Invitations,
    private readonly persons: Persons,
    private readonly newcomers: Newcomers,
    private readonly grants: Grants,
    private readonly grantService: GrantService,
    private readonly places: ScopePlaces,
  ) {}

  /** What the invitation offers; consumes nothing. Fails with `identity.invitation_not_valid`. */
  async open(token: string): Promise<InvitationOffer> {
    const invitation = await this.invitations.resolve(token);
    const { role, name, expiresAt } = invitation;
    const place = await this.places.find(invitation.scopeType, invitation.scopeId);
    const address = invitation.mail ?? invitation.phone;
    return {
      role,
      roleLabel: { zh: ROLES[role].zh, en: ROLES[role].en },
      scopeLabel: place?.label ?? { zh: '', en: '' },
      name,
      address: address && maskAddress(address),
      signInFirst: address === null || (await this.holder(invitation))?.registered === true,
      secondFactor: ROLES[role].secondFactor,
      expiresAt,
    };
  }

  /**
   * Gives the role to who is signed in, or to a new account for the address that the invitation was sent to; answers
   * the new account's session. Fails with `identity.invitation_not_valid`, `identity.invitation_sign_in_first`,
   * `identity.invitation_for_other`, `identity.grant_to_self`, `identity.roles_incompatible`, or a failure on the new account.
   */
  async accept(
    actor: Actor,
    input: AcceptBody,
    userAgent: string,
  ): Promise<{ invitation: Invitation; session?: OpenedSession }> {
    const invitation = await this.invitations.resolve(input.token);
    const holder = await this.holder(invitation);
    if (actor.kind === 'person') {
      if (actor.id === invitation.createdBy) throw failure('identity.grant_to_self');
      if (holder?.registered && holder.person.id !== actor.id) throw failure('identity.invitation_for_other');
      await this.uow.run(actor, (work) => this.consume(work, invitation));
      return { invitation };
    }
    if (invitation.mail === null && invitation.phone === null) throw failure('common.unauthenticated');
    if (holder?.registered) throw failure('identity.invitation_sign_in_first');
    const newcomer = await this.newcomers.prepare(invitation, input);
    const person = { id: holder?.person.id ?? newId(), name: newcomer.name };
    const session = await this.uow.run(asPerson(actor, person), async (work) => {
      const opened = await this.newcomers.settle(work, invitation, holder?.person, newcomer, userAgent);
      await this.consume(work, invitation);
      return opened;
    });
    return { invitation, session };
  }

  private async consume(work: Work, invitation: Invitation): Promise<void> {
    const { role, scopeType, scopeId, createdBy } = invitation;
    const personId = work.actor.id;
    const { affected } = await work.manager.update(
      Invitation,
      { id: Equal(invitation.id), state: 'open', tokenHash: Equal(invitation.tokenHash) },
      { state: 'accepted', acceptedBy: personId, acceptedAt: work.now },
    );
    if (affected !== 1) throw failure('identity.invitation_not_valid');
    const place = await this.places.find(scopeType, scopeId);
    if (!place) throw failure('identity.invitation_not_valid');
    await this.grantService.assertCompatible(work.actor, personId, role);
    await this.grants.give(work, personId, { role, scopeType, scopeId }, place.within, createdBy);
    if (invitation.mail !== null) await this.persons.proved(work, invitation.mail, personId);
    await work.event({
      type: 'invitation.accepted',
      subjectType: 'invitation',
      subjectId: invitation.id,
      scopes: place.within,
      payload: { personId, role, scopeType, scopeId },
    });
  }

  /** Who already has the address that the link was sent to, and whether as an account. */
  private async holder({ mail, phone }: Invitation): Promise<{ person: Person; registered: boolean } | undefined> {
    if (mail === null && phone === null) return undefined;
    const address: Address = mail === null ? { mail, phone: phone! } : { mail, phone: null };
    const person = await this.persons.byAddress(address);
    return person ? { person, registered: await this.persons.registered(address) } : undefined;
  }
}

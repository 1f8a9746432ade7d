import { failure, type Grant, type Locale } from '@haishi/contracts';
import { newId } from '@haishi/kernel';
import { Database, ENVIRONMENT, type Environment, type Work } from '@haishi/platform';
import { Inject, Injectable } from '@nestjs/common';
import { Equal, MoreThan } from 'typeorm';
import type { ScopePlace } from '../grant/scope-places.js';
import { IdentityNotices } from '../identity.notices.js';
import { hashToken, newToken } from '../session/token.js';
import { Invitation } from './invitation.entity.js';

const DAY_MS = 86_400_000;
const STANDARD_DAYS = 14;

export interface NewInvitation extends Grant {
  name: string;
  /** In normal form. Where neither is given, the link is handed over by hand. */
  mail?: string;
  phone?: string;
  locale: Locale;
  /** Days until it expires. */
  days?: number;
}

/** Offers of roles by single-use link. The caller has checked that the actor may give the role. */
@Injectable()
export class Invitations {
  constructor(
    private readonly database: Database,
    private readonly notices: IdentityNotices,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  /** Makes an invitation and sends it; `link` is answered only where it was sent to nobody. */
  async create(work: Work, input: NewInvitation, place: ScopePlace): Promise<{ id: string; link?: string }> {
    const { role, scopeType, scopeId, name, mail = null, phone = null, locale, days = STANDARD_DAYS } = input;
    const token = newToken();
    const invitation = work.manager.create(Invitation, {
      id: newId(),
      tokenHash: hashToken(token),
      role,
      scopeType,
      scopeId,
      name,
      mail,
      phone,
      locale,
      state: 'open',
      days,
      timesSent: mail === null && phone === null ? 0 : 1,
      createdBy: work.actor.id,
      createdAt: work.now,
      expiresAt: new Date(work.now.getTime() + days * DAY_MS),
      acceptedBy: null,
      acceptedAt: null,
    });
    await work.manager.insert(Invitation, invitation);
    await work.event({
      type: 'invitation.created',
      subjectType: 'invitation',
      subjectId: invitation.id,
      scopes: place.within,
      payload: { role, scopeType, scopeId },
    });
    const link = this.linkOf(token);
    if (mail === null && phone === null) return { id: invitation.id, link };
    await this.notices.invitation(work, invitation, place.label, link);
    return { id: invitation.id };
  }

  /** Sends an open invitation anew, with a fresh link and the same time to run; the old link ends. */
  async resend(work: Work, invitation: Invitation, place: ScopePlace): Promise<{ link?: string }> {
    const token = newToken();
    const toNobody = invitation.mail === null && invitation.phone === null;
    const renewed = {
      tokenHash: hashToken(token),
      timesSent: invitation.timesSent + (toNobody ? 0 : 1),
      expiresAt: new Date(work.now.getTime() + invitation.days * DAY_MS),
    };
    const { affected } = await work.manager.update(
      Invitation,
      { id: Equal(invitation.id), state: 'open', tokenHash: Equal(invitation.tokenHash) },
      renewed,
    );
    if (affected !== 1) throw failure('identity.invitation_not_open');
    await work.event({
      type: 'invitation.resent',
      subjectType: 'invitation',
      subjectId: invitation.id,
      scopes: place.within,
    });
    const link = this.linkOf(token);
    if (toNobody) return { link };
    await this.notices.invitation(work, { ...invitation, ...renewed }, place.label, link);
    return {};
  }

  /** The invitation of a token. Fails with `identity.invitation_not_valid`, whatever is wrong with it. */
  async resolve(token: string): Promise<Invitation> {
    const invitation = await this.database.manager.findOneBy(Invitation, {
      tokenHash: Equal(hashToken(token)),
      state: 'open',
      expiresAt: MoreThan(new Date()),
    });
    if (!invitation) throw failure('identity.invitation_not_valid');
    return invitation;
  }

  private linkOf(token: string): string {
    return `${this.environment.publicUrl}/invitation#${token}`;
  }
}

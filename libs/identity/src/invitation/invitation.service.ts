import { type Actor, failure } from '@haishi/contracts';
import { Database, effectiveGrants, readCursor, toPage, UnitOfWork } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal, LessThan } from 'typeorm';
import { mayHandOn } from '../grant/grant.rules.js';
import { GrantService } from '../grant/grant.service.js';
import { type ScopePlace, ScopePlaces } from '../grant/scope-places.js';
import type {
  InvitationBody,
  InvitationCreated,
  InvitationPage,
  InvitationQuery,
  InvitationView,
} from './invitation.dto.js';
import { Invitation } from './invitation.entity.js';
import { Invitations } from './invitations.js';

const PAGE = 50;
/** Rows read at once while looking for those that the actor may see. */
const BATCH = 200;

/** Inviting by staff: whoever may give a role may invite to it. */
@Injectable()
export class InvitationService {
  constructor(
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly grants: GrantService,
    private readonly places: ScopePlaces,
    private readonly invitations: Invitations,
  ) {}

  /** Fails as `GrantService.assertMayGive` does. */
  async create(actor: Actor, input: InvitationBody): Promise<InvitationCreated> {
    const place = await this.grants.assertMayGive(actor, input);
    return this.uow.run(actor, (work) => this.invitations.create(work, input, place));
  }

  /** The invitations to roles that the actor may give, newest first. */
  async page(actor: Actor, query: InvitationQuery): Promise<InvitationPage> {
    const limit = query.limit ?? PAGE;
    const rows: InvitationView[] = [];
    let after = query.cursor ? String(readCursor(query.cursor, 1)[0]) : undefined;
    for (;;) {
      const batch = await this.batch(query, after);
      for (const invitation of batch) {
        const place = await this.places.find(invitation.scopeType, invitation.scopeId);
        if (place && mayHandOn(effectiveGrants(actor), invitation.role, place.within))
          rows.push(this.view(invitation, place));
      }
      if (rows.length > limit || batch.length < BATCH) break;
      after = batch.at(-1)!.id;
    }
    return toPage(
      rows,
      limit,
      (row) => [row.id],
      (row) => row,
    );
  }

  /** Ends an open invitation. Fails with `common.not_found` or `identity.invitation_not_open`. */
  async revoke(actor: Actor, id: string): Promise<void> {
    await this.uow.run(actor, async (work) => {
      const { place } = await this.find(actor, id);
      const { affected } = await work.manager.update(
        Invitation,
        { id: Equal(id), state: 'open' },
        { state: 'revoked' },
      );
      if (affected !== 1) throw failure('identity.invitation_not_open');
      await work.event({ type: 'invitation.revoked', subjectType: 'invitation', subjectId: id, scopes: place.within });
    });
  }

  /** Sends an invitation anew. Fails with `common.not_found` or `identity.invitation_not_open`. */
  async resend(actor: Actor, id: string): Promise<InvitationCreated> {
    return this.uow.run(actor, async (work) => {
      const { invitation, place } = await this.find(actor, id);
      if (invitation.state !== 'open') throw failure('identity.invitation_not_open');
      return { id, ...(await this.invitations.resend(work, invitation, place)) };
    });
  }

  private async find(actor: Actor, id: string): Promise<{ invitation: Invitation; place: ScopePlace }> {
    const invitation = await this.database.manager.findOneBy(Invitation, { id: Equal(id) });
    const place = invitation && (await this.places.find(invitation.scopeType, invitation.scopeId));
    if (!invitation || !place || !mayHandOn(effectiveGrants(actor), invitation.role, place.within))
      throw failure('common.not_found');
    return { invitation, place };
  }

  private batch({ role, scopeType, scopeId }: InvitationQuery, after: string | undefined): Promise<Invitation[]> {
    return this.database.manager.find(Invitation, {
      where: {
        ...(role ? { role: Equal(role) } : {}),
        ...(scopeType ? { scopeType: Equal(scopeType) } : {}),
        ...(scopeId === undefined ? {} : { scopeId: Equal(scopeId) }),
        ...(after === undefined ? {} : { id: LessThan(after) }),
      },
      order: { id: 'DESC' },
      take: BATCH,
    });
  }

  private view(invitation: Invitation, place: ScopePlace): InvitationView {
    const { id, role, scopeType, scopeId, name, mail, phone, timesSent, createdAt, expiresAt, acceptedAt } = invitation;
    const status = invitation.state === 'open' && expiresAt.getTime() <= Date.now() ? 'expired' : invitation.state;
    return {
      id,
      role,
      scopeType,
      scopeId,
      scopeLabel: place.label,
      name,
      mail,
      phone,
      status,
      timesSent,
      createdAt,
      expiresAt,
      acceptedAt,
    };
  }
}

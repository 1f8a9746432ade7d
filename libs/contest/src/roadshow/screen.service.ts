import { type Actor, ROADSHOW_SCREEN } from '@haishi/contracts';
import { Links } from '@haishi/identity';
import { UnitOfWork } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { SessionAccess } from './session.access.js';
import { sessionScopes } from './session.scopes.js';

const SUBJECT = 'session';

export interface ScreenLink {
  id: string;
  label: string;
  createdAt: string;
}

/**
 * Links by which big screens watch a session without an account. Both houses have screens and name them by the same
 * permission, so the session itself is asked for by the contest's own.
 */
@Injectable()
export class ScreenService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: SessionAccess,
    private readonly links: Links,
  ) {}

  /** The token is told this once. */
  create(actor: Actor, sessionId: string, label: string): Promise<{ id: string; token: string }> {
    return this.unitOfWork.run(actor, async (work) => {
      const session = await this.access.get(actor, sessionId, 'roadshow.manage');
      return this.links.create(work, {
        purpose: ROADSHOW_SCREEN,
        subjectType: SUBJECT,
        subjectId: sessionId,
        label,
        scopes: sessionScopes(session),
      });
    });
  }

  async list(actor: Actor, sessionId: string): Promise<ScreenLink[]> {
    await this.access.get(actor, sessionId, 'roadshow.manage');
    const links = await this.links.list(SUBJECT, sessionId);
    return links.map(({ id, label, createdAt }) => ({ id, label, createdAt: createdAt.toISOString() }));
  }

  /** Cuts the screens that watch by it. */
  revoke(actor: Actor, sessionId: string, linkId: string): Promise<void> {
    return this.unitOfWork.run(actor, async (work) => {
      const session = await this.access.get(actor, sessionId, 'roadshow.manage');
      await this.links.revoke(work, linkId, {
        subjectType: SUBJECT,
        subjectId: sessionId,
        scopes: sessionScopes(session),
      });
    });
  }
}

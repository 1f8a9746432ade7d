import { type Actor, failure, type Permission, type Scopes } from '@haishi/contracts';
import { assertAllowed, isAllowed } from '@haishi/platform';
import { ReviewQueries } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import type { RoadshowSession } from './session.entity.js';
import { SessionQueries } from './session.queries.js';
import { sessionScopes } from './session.scopes.js';
import { SessionTies } from './session.ties.js';

const MAX_HELD = 10_000;
const STAFF = ['roadshow.manage', 'roadshow.chair', 'roadshow.stage', 'roadshow.record', 'roadshow.witness'] as const;

/** Who may do what in a session. To whom none of it is open, there is no such session. */
@Injectable()
export class SessionAccess {
  /** A session never moves to another edition or region, so its places may be held. */
  private readonly scopes = new Map<string, Scopes>();

  constructor(
    private readonly sessions: SessionQueries,
    private readonly review: ReviewQueries,
    private readonly ties: SessionTies,
  ) {}

  /** The session, to whom one of `permissions` allows it there. Fails with `roadshow.others_lead` as {@link SessionTies} says. */
  async get(actor: Actor, sessionId: string, ...permissions: Permission[]): Promise<RoadshowSession> {
    return (await this.enter(actor, sessionId, permissions)).session;
  }

  /**
   * As {@link get}, for what tells nothing sealed: to whom one of `permissions` alone is left, though others without a tie have
   * another of them.
   */
  async getUnsealed(actor: Actor, sessionId: string, ...permissions: Permission[]): Promise<RoadshowSession> {
    const session = await this.sessions.get(sessionId);
    this.assert(actor, sessionScopes(session), permissions);
    for (const permission of permissions) if (await this.ties.leads(actor, session, [permission])) return session;
    return (await this.enter(actor, sessionId, permissions)).session;
  }

  /** As {@link get}, with the numbers of the entries that the actor leads it in spite of. */
  async enter(
    actor: Actor,
    sessionId: string,
    permissions: readonly Permission[],
  ): Promise<{ session: RoadshowSession; tied: string[] }> {
    const session = await this.sessions.get(sessionId);
    this.assert(actor, sessionScopes(session), permissions);
    return { session, tied: await this.ties.assertLeads(actor, session, permissions) };
  }

  /** Whether a role lets the actor manage or chair it; a tie to an entry may yet leave it to others. */
  leads(actor: Actor, session: RoadshowSession): boolean {
    const scopes = sessionScopes(session);
    return isAllowed(actor, 'roadshow.manage', scopes) || isAllowed(actor, 'roadshow.chair', scopes);
  }

  /** The first look at who submits a score; the engine then asks for a seat. Costs no statement but the first. Answers the session's places. */
  async assertJudge(actor: Actor, sessionId: string): Promise<Scopes> {
    let scopes = this.scopes.get(sessionId);
    if (scopes === undefined) {
      scopes = sessionScopes(await this.sessions.get(sessionId));
      if (this.scopes.size >= MAX_HELD) this.scopes.clear();
      this.scopes.set(sessionId, scopes);
    }
    this.assert(actor, scopes, ['roadshow.score']);
    return scopes;
  }

  /** Lets in who leads, manages the stage of, records or witnesses the session and who sits on its panel. */
  async assertInRoom(actor: Actor, sessionId: string): Promise<RoadshowSession> {
    const session = await this.get(actor, sessionId, ...STAFF, 'roadshow.score');
    const scopes = sessionScopes(session);
    if (STAFF.some((permission) => isAllowed(actor, permission, scopes))) return session;
    if (!(await this.isInRoom(actor, session))) throw failure('common.not_found');
    return session;
  }

  /** Whether the actor leads the session, or judges in it and sits on its panel. */
  async isInRoom(actor: Actor, session: RoadshowSession): Promise<boolean> {
    if (this.leads(actor, session)) return true;
    if (!isAllowed(actor, 'roadshow.score', sessionScopes(session))) return false;
    return (await this.review.seatOf(session.id, actor.id)) !== null;
  }

  private assert(actor: Actor, scopes: Scopes, permissions: readonly Permission[]): void {
    if (permissions.some((permission) => isAllowed(actor, permission, scopes))) return;
    const sees = [...STAFF, 'roadshow.score' as const].some((one) => isAllowed(actor, one, scopes));
    if (!sees) throw failure('common.not_found');
    assertAllowed(actor, permissions[0]!, scopes);
  }
}

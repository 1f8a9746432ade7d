import { type Actor, failure } from '@haishi/contracts';
import { newId } from '@haishi/kernel';
import { Database, ENVIRONMENT, type Environment, Realtime, UnitOfWork, type Work } from '@haishi/platform';
import { Inject, Injectable } from '@nestjs/common';
import { Equal, IsNull, LessThan, MoreThan, Not } from 'typeorm';
import type { Person } from '../person/person.entity.js';
import { hashToken, newToken } from './token.js';
import { Session, type SignInMethod } from './session.entity.js';
import { SessionResolver } from './session.resolver.js';
import { SESSION_LIFETIME_SECONDS, sessionEnd } from './session.rules.js';

/** What a new session's browser must be told. */
export interface OpenedSession {
  token: string;
  expiresAt: Date;
}

const KEPT_AFTER_END_MS = 30 * 86_400_000;

/** The same request, now known to come from `person`. */
export function asPerson(actor: Actor, person: Pick<Person, 'id' | 'name'>): Actor {
  return { ...actor, kind: 'person', id: person.id, name: person.name };
}

/** Sign-ins on devices: opened, listed, ended. */
@Injectable()
export class Sessions {
  constructor(
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly resolver: SessionResolver,
    private readonly realtime: Realtime,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  /** Opens a session for `work.actor`, who has just proved who they are. */
  async open(work: Work, method: SignInMethod, userAgent: string): Promise<OpenedSession> {
    const token = newToken();
    const id = newId();
    const expiresAt = new Date(work.now.getTime() + SESSION_LIFETIME_SECONDS * 1000);
    await work.manager.insert(Session, {
      id,
      personId: work.actor.id,
      tokenHash: hashToken(token),
      method,
      createdAt: work.now,
      lastSeenAt: work.now,
      expiresAt,
      secondFactorAt: null,
      revokedAt: null,
      ip: work.actor.ip,
      userAgent: userAgent.slice(0, 200),
    });
    await work.event({
      type: 'session.opened',
      subjectType: 'person',
      subjectId: work.actor.id,
      payload: { sessionId: id, method },
    });
    return { token, expiresAt };
  }

  /** The sessions of `actor` that are still good, last used first. */
  async list(actor: Actor): Promise<Session[]> {
    const now = new Date();
    const found = await this.database.manager.find(Session, {
      where: { personId: Equal(actor.id), revokedAt: IsNull(), expiresAt: MoreThan(now) },
      order: { lastSeenAt: 'DESC', id: 'DESC' },
    });
    return found.filter(
      (one) =>
        one.id === actor.sessionId ||
        sessionEnd(one, one.lastSeenAt.getTime(), actor.grants, this.environment) > now.getTime(),
    );
  }

  byId(id: string): Promise<Session | null> {
    return this.database.manager.findOneBy(Session, { id: Equal(id) });
  }

  /** Ends one of the actor's own sessions. Fails with `common.not_found`. */
  async end(actor: Actor, sessionId: string): Promise<void> {
    await this.uow.run(actor, async (work) => {
      const { affected } = await work.manager.update(
        Session,
        { id: Equal(sessionId), personId: Equal(actor.id), revokedAt: IsNull() },
        { revokedAt: work.now },
      );
      if (affected !== 1) throw failure('common.not_found');
      await work.event({ type: 'session.ended', subjectType: 'person', subjectId: actor.id, payload: { sessionId } });
      this.cutAfterCommit(work, sessionId);
    });
  }

  /** Ends every session of a person but `exceptId`: after a changed password, a lost device, a disabled account. */
  async endAll(work: Work, personId: string, exceptId = ''): Promise<void> {
    await work.manager.update(
      Session,
      { personId: Equal(personId), revokedAt: IsNull(), id: Not(Equal(exceptId)) },
      { revokedAt: work.now },
    );
    work.afterCommit(() => {
      this.resolver.forgetPerson(personId);
      this.realtime.disconnectPerson(personId);
    });
  }

  /** Notes that a session passed its second factor. */
  async passSecondFactor(work: Work, sessionId: string): Promise<void> {
    await work.manager.update(Session, { id: Equal(sessionId) }, { secondFactorAt: work.now });
    this.cutAfterCommit(work, sessionId);
  }

  /** Drops sessions that ended a month ago. */
  async prune(work: Work): Promise<void> {
    await work.manager.delete(Session, { expiresAt: LessThan(new Date(work.now.getTime() - KEPT_AFTER_END_MS)) });
  }

  private cutAfterCommit(work: Work, sessionId: string): void {
    work.afterCommit(() => {
      this.resolver.forgetSession(sessionId);
      this.realtime.disconnectSession(sessionId);
    });
  }
}

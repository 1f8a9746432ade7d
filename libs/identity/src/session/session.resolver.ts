import type { Actor, Grant } from '@haishi/contracts';
import {
  type ActorResolver,
  Database,
  ENVIRONMENT,
  type Environment,
  systemActor,
  toInstant,
  UnitOfWork,
} from '@haishi/platform';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { hashToken } from './token.js';
import { SEEN_EVERY_SECONDS, sessionEnd } from './session.rules.js';

type SessionActor = Pick<Actor, 'kind' | 'id' | 'name' | 'sessionId' | 'grants' | 'secondFactor'>;

interface Held {
  session: { id: string; createdAt: Date; expiresAt: Date };
  actor: SessionActor;
  /** When it was read, and when it was last used, in milliseconds. */
  readAt: number;
  seenAt: number;
  writtenAt: number;
}

interface Found {
  id: string;
  createdAt: Date | string;
  lastSeenAt: Date | string;
  expiresAt: Date | string;
  secondFactorAt: Date | string | null;
  personId: string;
  name: string;
  role: Grant['role'] | null;
  scopeType: Grant['scopeType'];
  scopeId: string;
}

/** A session that was not revoked, of a person who may sign in: a row for each of their roles, or one without any. */
const FIND = `SELECT s.id, s.createdAt, s.lastSeenAt, s.expiresAt, s.secondFactorAt, s.personId, p.name, g.role, g.scopeType, g.scopeId
FROM sessions s JOIN persons p ON p.id = s.personId AND p.state = 'active' LEFT JOIN role_grants g ON g.personId = p.id
WHERE s.tokenHash = ? AND s.revokedAt IS NULL`;

/** How long another server's revocation may go unnoticed here, in milliseconds. */
const FRESH_FOR = 5_000;
const MAX_HELD = 50_000;

/**
 * Finds whose session a request carries. Sessions are held in memory for a few seconds, so that a request costs
 * one hash and one look-up; what this server revokes takes effect at once, what another revokes within {@link FRESH_FOR}.
 */
@Injectable()
export class SessionResolver implements ActorResolver {
  private readonly logger = new Logger('Session');
  private readonly held = new Map<string, Held>();
  private readonly reading = new Map<string, Promise<Held | undefined>>();
  /** Raised by every revocation, so that a read begun before it is not kept. */
  private epoch = 0;

  constructor(
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    @Inject(ENVIRONMENT) private readonly limits: Environment,
  ) {}

  async resolve(token: string): Promise<SessionActor | undefined> {
    const key = hashToken(token);
    const now = Date.now();
    let entry = this.held.get(key);
    if (entry === undefined || now - entry.readAt > FRESH_FOR) entry = await this.read(key);
    if (entry === undefined) return undefined;
    if (now >= sessionEnd(entry.session, entry.seenAt, entry.actor.grants, this.limits)) {
      this.held.delete(key);
      return undefined;
    }
    entry.seenAt = now;
    if (now - entry.writtenAt >= SEEN_EVERY_SECONDS * 1000) this.writeSeen(entry, now);
    return entry.actor;
  }

  /** Makes the next request of a session look again. */
  forgetSession(sessionId: string): void {
    this.forget((entry) => entry.session.id === sessionId);
  }

  /** Makes the next request of each of a person's sessions look again. */
  forgetPerson(personId: string): void {
    this.forget((entry) => entry.actor.id === personId);
  }

  private forget(matches: (entry: Held) => boolean): void {
    this.epoch += 1;
    this.reading.clear();
    for (const entry of this.held.values()) if (matches(entry)) entry.readAt = 0;
  }

  private read(key: string): Promise<Held | undefined> {
    const running = this.reading.get(key);
    if (running) return running;
    const started = this.readOnce(key).finally(() => {
      if (this.reading.get(key) === started) this.reading.delete(key);
    });
    this.reading.set(key, started);
    return started;
  }

  private async readOnce(key: string): Promise<Held | undefined> {
    const epoch = this.epoch;
    const readAt = Date.now();
    const rows = await this.database.query<Found>(FIND, [key]);
    if (epoch !== this.epoch) return this.readOnce(key);
    const [found] = rows;
    if (!found) {
      this.held.delete(key);
      return undefined;
    }
    const written = toInstant(found.lastSeenAt).getTime();
    const entry: Held = {
      session: { id: found.id, createdAt: toInstant(found.createdAt), expiresAt: toInstant(found.expiresAt) },
      actor: {
        kind: 'person',
        id: found.personId,
        name: found.name,
        sessionId: found.id,
        grants: rows.flatMap(({ role, scopeType, scopeId }) => (role === null ? [] : { role, scopeType, scopeId })),
        secondFactor: found.secondFactorAt !== null,
      },
      readAt,
      seenAt: Math.max(written, this.held.get(key)?.seenAt ?? 0),
      writtenAt: written,
    };
    if (this.held.size >= MAX_HELD) this.held.clear();
    this.held.set(key, entry);
    return entry;
  }

  private writeSeen(entry: Held, now: number): void {
    entry.writtenAt = now;
    const at = new Date(now);
    this.uow
      .run(systemActor('session'), (work) =>
        work.execute('UPDATE sessions SET lastSeenAt = ? WHERE id = ? AND lastSeenAt < ?', [at, entry.session.id, at]),
      )
      .catch((error: Error) => this.logger.error(`last use not written: ${error.message}`));
  }
}

import { ROADSHOW_ENDED } from '@haishi/contracts';
import { Grants } from '@haishi/identity';
import { Database } from '@haishi/platform';
import { ReviewQueries } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import { Equal } from 'typeorm';
import type { RoadshowSession } from '../roadshow/session.entity.js';
import { SessionQueries } from '../roadshow/session.queries.js';
import { sessionScopes } from '../roadshow/session.scopes.js';
import { RoadshowSignature, RoadshowWitness, type WitnessSubject } from './record.entity.js';
import { drawDigest, type OpenMatters, openMatters, stands, totalsDigest } from './record.rules.js';

/** Named reads of what was witnessed and signed. The digest of totals tells nothing of them; the totals are sealed. */
@Injectable()
export class RecordQueries {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionQueries,
    private readonly review: ReviewQueries,
    private readonly grants: Grants,
  ) {}

  /** Oldest first. */
  witnesses(sessionId: string): Promise<RoadshowWitness[]> {
    return this.database.manager.find(RoadshowWitness, {
      where: { sessionId: Equal(sessionId) },
      order: { at: 'ASC', id: 'ASC' },
    });
  }

  signatures(sessionId: string): Promise<RoadshowSignature[]> {
    return this.database.manager.find(RoadshowSignature, {
      where: { sessionId: Equal(sessionId) },
      order: { at: 'ASC', id: 'ASC' },
    });
  }

  /** Whether a supervisor was appointed for the session, its region or its edition. */
  async supervised(session: RoadshowSession): Promise<boolean> {
    const scopes = sessionScopes(session);
    for (const type of ['session', 'region', 'edition'] as const) {
      const scopeId = scopes[type];
      if (scopeId && (await this.grants.personsWith('supervisor', type, scopeId)).length > 0) return true;
    }
    return false;
  }

  /** Null before the draw. */
  async draw(sessionId: string): Promise<{ digest: string; order: string[] } | null> {
    const { drawSeed, drawnAt } = await this.sessions.get(sessionId);
    if (!drawnAt) return null;
    const order = (await this.sessions.entries(sessionId)).map(({ number }) => number);
    return { digest: drawDigest(drawSeed, order), order };
  }

  /** Whether the draw as it stands was witnessed, where anybody was appointed to. */
  async drawWitnessed(session: RoadshowSession): Promise<boolean> {
    if (!(await this.supervised(session))) return true;
    const draw = await this.draw(session.id);
    return draw !== null && stands(await this.witnesses(session.id), 'draw', draw.digest);
  }

  /** What a supervisor has still to witness of a session; null where there is nothing now. */
  async toWitness(session: RoadshowSession): Promise<WitnessSubject | null> {
    const words = await this.witnesses(session.id);
    if (ROADSHOW_ENDED.includes(session.state)) {
      const subject = session.state === 'closed' ? 'totals' : 'confirmation';
      return stands(words, subject, await this.totals(session.id)) ? null : subject;
    }
    const draw = await this.draw(session.id);
    return draw === null || stands(words, 'draw', draw.digest) ? null : 'draw';
  }

  /** What is missing before these totals can be confirmed. */
  async open(session: RoadshowSession, digest: string): Promise<OpenMatters> {
    const { id } = session;
    const parties = { seats: await this.review.seats(id), entries: await this.sessions.entries(id) };
    return openMatters(digest, parties, await this.signatures(id), {
      appointed: await this.supervised(session),
      stands: stands(await this.witnesses(id), 'totals', digest),
    });
  }

  /** SHA-256 of the totals as they stand. */
  async totals(sessionId: string): Promise<string> {
    const [entries, results, sheets] = await Promise.all([
      this.sessions.entries(sessionId),
      this.review.results(sessionId),
      this.review.sheets(sessionId),
    ]);
    return totalsDigest(
      entries.map(({ id, number, state }) => {
        const { score, untrimmed, place } = results.find(({ entryId }) => entryId === id)!;
        const own = sheets.filter(({ entryId }) => entryId === id);
        return { number, withdrawn: state === 'withdrawn', score, untrimmed, place, sheets: own };
      }),
    );
  }
}

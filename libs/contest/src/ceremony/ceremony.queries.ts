import { Database } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal, In, IsNull, LessThanOrEqual, Not } from 'typeorm';
import { Ceremony } from './ceremony.entity.js';

/** Named reads of ceremonies. */
@Injectable()
export class CeremonyQueries {
  constructor(private readonly database: Database) {}

  /** The session's ceremony; null until it is planned or its board frozen. */
  find(sessionId: string): Promise<Ceremony | null> {
    return this.database.manager.findOneBy(Ceremony, { sessionId: Equal(sessionId) });
  }

  /** Of these sessions, those whose ceremony has yet to tell results: begun, or the board frozen for it. */
  async untold(sessionIds: readonly string[]): Promise<string[]> {
    const sessionId = In(sessionIds);
    const found = await this.database.manager.find(Ceremony, {
      select: { sessionId: true },
      where: [
        { sessionId, state: Equal('running') },
        { sessionId, state: Equal('planned'), frozenAt: Not(IsNull()) },
      ],
    });
    return found.map((one) => one.sessionId);
  }

  /** Sessions whose next step goes by itself, and should have gone by `now`. */
  async due(now: Date): Promise<string[]> {
    const found = await this.database.manager.find(Ceremony, {
      select: { sessionId: true },
      where: { dueAt: LessThanOrEqual(now) },
      order: { dueAt: 'ASC' },
    });
    return found.map(({ sessionId }) => sessionId);
  }
}

import { failure } from '@haishi/contracts';
import { Database } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal, In, IsNull, Not } from 'typeorm';
import { Ceremony } from '../ceremony/ceremony.entity.js';
import { RoadshowEntry, RoadshowSession } from './session.entity.js';

/** Named reads of roadshow sessions. */
@Injectable()
export class SessionQueries {
  constructor(private readonly database: Database) {}

  /** Fails with `common.not_found`. */
  async get(id: string): Promise<RoadshowSession> {
    const session = await this.database.manager.findOneBy(RoadshowSession, { id: Equal(id) });
    if (!session) throw failure('common.not_found');
    return session;
  }

  find(id: string): Promise<RoadshowSession | null> {
    return this.database.manager.findOneBy(RoadshowSession, { id: Equal(id) });
  }

  /** Newest first. */
  ofEdition(editionId: string): Promise<RoadshowSession[]> {
    return this.database.manager.find(RoadshowSession, {
      where: { editionId: Equal(editionId) },
      order: { createdAt: 'DESC', id: 'DESC' },
    });
  }

  /** Newest first. */
  byIds(ids: readonly string[]): Promise<RoadshowSession[]> {
    return this.database.manager.find(RoadshowSession, {
      where: { id: In([...ids]) },
      order: { createdAt: 'DESC', id: 'DESC' },
    });
  }

  /** In order of appearance. */
  entries(sessionId: string): Promise<RoadshowEntry[]> {
    return this.database.manager.find(RoadshowEntry, {
      where: { sessionId: Equal(sessionId) },
      order: { position: 'ASC' },
    });
  }

  /** Of several sessions, in no order. */
  entriesIn(sessionIds: readonly string[]): Promise<RoadshowEntry[]> {
    return this.database.manager.findBy(RoadshowEntry, { sessionId: In([...sessionIds]) });
  }

  /** Fails with `common.not_found`. */
  async entry(sessionId: string, entryId: string): Promise<RoadshowEntry> {
    const entry = await this.database.manager.findOneBy(RoadshowEntry, {
      id: Equal(entryId),
      sessionId: Equal(sessionId),
    });
    if (!entry) throw failure('common.not_found');
    return entry;
  }

  /** Where a project stands, whatever the session. */
  entriesOf({ id, editionId }: { id: string; editionId: string }): Promise<RoadshowEntry[]> {
    return this.database.manager.findBy(RoadshowEntry, { editionId: Equal(editionId), projectId: Equal(id) });
  }

  /** Whether the board stands still while scoring goes on. */
  frozen(sessionId: string): Promise<boolean> {
    return this.database.manager.existsBy(Ceremony, { sessionId: Equal(sessionId), frozenAt: Not(IsNull()) });
  }

  /** Those of the projects that already stand in a session of the stage. */
  async taken(editionId: string, stageCode: string, projectIds: readonly string[]): Promise<Set<string>> {
    if (projectIds.length === 0) return new Set();
    const found = await this.database.manager.find(RoadshowEntry, {
      select: { projectId: true },
      where: { editionId: Equal(editionId), stageCode: Equal(stageCode), projectId: In([...projectIds]) },
    });
    return new Set(found.map(({ projectId }) => projectId));
  }
}

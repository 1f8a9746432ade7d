import { Database } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal } from 'typeorm';
import { Ceremony } from './ceremony.entity.js';

/** Named reads of ceremonies. */
@Injectable()
export class CeremonyQueries {
  constructor(private readonly database: Database) {}

  /** The session's ceremony; null until it is planned or its board frozen. */
  find(sessionId: string): Promise<Ceremony | null> {
    return this.database.manager.findOneBy(Ceremony, { sessionId: Equal(sessionId) });
  }
}

import type { RoadshowPresence } from '@haishi/contracts';
import { Database } from '@haishi/platform';
import { ReviewQueries } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import { Equal } from 'typeorm';
import { SessionQueries } from '../roadshow/session.queries.js';
import { RoadshowSignIn } from './sign-in.entity.js';
import { missingFrom, presenceOf } from './sign-in.rules.js';

/** Named reads of who has signed in. */
@Injectable()
export class SignInQueries {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionQueries,
    private readonly review: ReviewQueries,
  ) {}

  /** Oldest first. */
  of(sessionId: string): Promise<RoadshowSignIn[]> {
    return this.database.manager.find(RoadshowSignIn, {
      where: { sessionId: Equal(sessionId) },
      order: { at: 'ASC', id: 'ASC' },
    });
  }

  /** Who is here, and who is expected and is not. */
  async presence(sessionId: string): Promise<{ here: RoadshowPresence; missing: RoadshowPresence }> {
    const expected = {
      seats: await this.review.seats(sessionId),
      entries: await this.sessions.entries(sessionId),
    };
    const here = presenceOf(await this.of(sessionId), expected);
    return { here, missing: missingFrom(here, expected) };
  }
}

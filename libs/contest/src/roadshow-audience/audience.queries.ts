import { ROADSHOW_ENDED } from '@haishi/contracts';
import { Database } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal, IsNull, Not } from 'typeorm';
import { RoadshowSession } from '../roadshow/session.entity.js';

/** Named reads for the audience. */
@Injectable()
export class AudienceQueries {
  constructor(private readonly database: Database) {}

  /** The sessions open to the audience: those to come or under way first, in the order of their start, then those that ended. */
  async open(editionId: string | undefined, limit: number): Promise<RoadshowSession[]> {
    const found = await this.database.manager.find(RoadshowSession, {
      where: { audienceSince: Not(IsNull()), ...(editionId ? { editionId: Equal(editionId) } : {}) },
      order: { audienceSince: 'DESC', id: 'DESC' },
      take: limit,
    });
    const rankOf = ({ state, startsAt }: RoadshowSession) =>
      ROADSHOW_ENDED.includes(state) ? Infinity : (startsAt?.getTime() ?? 0);
    return found.sort((one, other) => rankOf(one) - rankOf(other) || 0);
  }
}

import { Database } from '@haishi/platform';
import { Expert } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import { Equal, IsNull } from 'typeorm';
import { CollectedProject } from '../collected/collected.entity.js';
import type { ChangeFacts } from './assessment.rules.js';

/** What else than projects holds codes of an edition's divisions, sub-fields, regions and groups. */
@Injectable()
export class PlaceFacts {
  constructor(private readonly database: Database) {}

  /** How many collected projects that their entrants may still claim name the same. */
  async offered(editionId: string): Promise<ChangeFacts['offered']> {
    const rows = await this.database.manager
      .createQueryBuilder(CollectedProject, 'one')
      .select('one.division', 'division')
      .addSelect('one.field', 'field')
      .addSelect('one.region', 'region')
      .addSelect('one.groupCode', 'groupCode')
      .addSelect('COUNT(*)', 'count')
      .where("one.editionId = :editionId AND one.state = 'open'", { editionId })
      .groupBy('one.division')
      .addGroupBy('one.field')
      .addGroupBy('one.region')
      .addGroupBy('one.groupCode')
      .getRawMany<
        { division: string; region: string; field: string | null; groupCode: string | null } & {
          count: string | number;
        }
      >();
    return rows.map(({ groupCode: group, count, ...one }) => ({ ...one, group, count: Number(count) }));
  }

  /** The experts of the pool who are still asked. */
  experts(editionId: string): Promise<ChangeFacts['experts']> {
    return this.database.manager.find(Expert, {
      select: { id: true, fields: true, region: true },
      where: { poolId: Equal(editionId), withdrawnAt: IsNull() },
    });
  }
}

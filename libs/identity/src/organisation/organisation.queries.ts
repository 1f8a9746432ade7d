import { Database, escapeLike, readCursor } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Brackets } from 'typeorm';
import { nameKey } from '../person/name-key.js';
import type { OrganisationQuery } from './organisation.dto.js';
import { Organisation } from './organisation.entity.js';

/** Lists organisations for staff. */
@Injectable()
export class OrganisationQueries {
  constructor(private readonly database: Database) {}

  /** Newest first, `limit + 1` of them. */
  page({ q, state, kind, countyCode, cursor }: OrganisationQuery, limit: number): Promise<Organisation[]> {
    const select = this.database.manager
      .createQueryBuilder(Organisation, 'one')
      .orderBy('one.id', 'DESC')
      .take(limit + 1);
    if (state) select.andWhere('one.state = :state', { state });
    if (kind) select.andWhere('one.kind = :kind', { kind });
    if (countyCode) select.andWhere('one.countyCode = :countyCode', { countyCode });
    if (cursor) select.andWhere('one.id < :after', { after: readCursor(cursor, 1)[0] });
    if (q) {
      const name = `%${escapeLike(nameKey(q))}%`;
      const code = `%${escapeLike(q.toUpperCase())}%`;
      select.andWhere(
        new Brackets((any) => {
          any
            .where("one.nameKey LIKE :name ESCAPE '!'", { name })
            .orWhere("one.creditCode LIKE :code ESCAPE '!'", { code });
        }),
      );
    }
    return select.getMany();
  }
}

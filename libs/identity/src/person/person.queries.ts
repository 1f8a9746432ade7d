import { parseMail, parsePhone } from '@haishi/kernel';
import { Database, escapeLike, readCursor } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal, In, type SelectQueryBuilder } from 'typeorm';
import { RoleGrant } from '../grant/grant.entity.js';
import { nameKey } from './name-key.js';
import type { PersonQuery } from './person.dto.js';
import { Person } from './person.entity.js';

/** Which grants make a person visible: all, or those in certain places; an edition holds its regions and divisions. */
export type VisibleGrants = 'all' | readonly { scopeType: string; scopeId: string }[];

/** Finds persons for staff. */
@Injectable()
export class PersonQueries {
  constructor(private readonly database: Database) {}

  /** Persons newest first, `limit + 1` of them. */
  async page(query: PersonQuery, visible: VisibleGrants, limit: number): Promise<Person[]> {
    const select = this.database.manager
      .createQueryBuilder(Person, 'person')
      .orderBy('person.id', 'DESC')
      .take(limit + 1);
    if (query.cursor) select.andWhere('person.id < :after', { after: readCursor(query.cursor, 1)[0] });
    if (query.q) this.addWords(select, query.q);
    const byGrant = visible !== 'all' || query.role || query.scopeType || query.scopeId !== undefined;
    if (byGrant) this.addGrants(select, query, visible);
    return select.getMany();
  }

  byId(id: string): Promise<Person | null> {
    return this.database.manager.findOneBy(Person, { id: Equal(id) });
  }

  /** The roles of these persons. */
  grantsOf(personIds: readonly string[]): Promise<RoleGrant[]> {
    if (personIds.length === 0) return Promise.resolve([]);
    return this.database.manager.find(RoleGrant, {
      where: { personId: In([...personIds]) },
      order: { grantedAt: 'ASC', id: 'ASC' },
    });
  }

  private addWords(select: SelectQueryBuilder<Person>, words: string): void {
    const mail = parseMail(words);
    const phone = parsePhone(words);
    if (mail) select.andWhere('person.mail = :mail', { mail });
    else if (phone) select.andWhere('person.phone = :phone', { phone });
    else select.andWhere("person.nameKey LIKE :name ESCAPE '!'", { name: `%${escapeLike(nameKey(words))}%` });
  }

  private addGrants(select: SelectQueryBuilder<Person>, query: PersonQuery, visible: VisibleGrants): void {
    const grants = select.subQuery().select('1').from(RoleGrant, 'held').where('held.personId = person.id');
    if (query.role) grants.andWhere('held.role = :role');
    if (query.scopeType) grants.andWhere('held.scopeType = :scopeType');
    if (query.scopeId !== undefined) grants.andWhere('held.scopeId = :scopeId');
    if (visible !== 'all') {
      const places = visible.map(({ scopeType, scopeId }, index) => {
        select.setParameters({
          [`type${index}`]: scopeType,
          [`id${index}`]: scopeId,
          [`in${index}`]: `${escapeLike(scopeId)}/%`,
        });
        const same = `(held.scopeType = :type${index} AND held.scopeId = :id${index})`;
        return scopeType === 'edition' ? `${same} OR held.scopeId LIKE :in${index} ESCAPE '!'` : same;
      });
      grants.andWhere(places.length === 0 ? '1 = 0' : `(${places.join(' OR ')})`);
    }
    select
      .andWhere(`EXISTS ${grants.getQuery()}`)
      .setParameters({ role: query.role, scopeType: query.scopeType, scopeId: query.scopeId });
  }
}

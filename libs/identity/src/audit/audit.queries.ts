import { EVENT_LABELS } from '@haishi/contracts';
import { Database, escapeLike, readCursor, StoredEvent } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Brackets, type SelectQueryBuilder } from 'typeorm';
import { nameKey } from '../person/name-key.js';
import { Person } from '../person/person.entity.js';
import type { AuditFilter } from './audit.dto.js';

/** Persons of a name whose deeds are searched; more share a name only in jest. */
const MAX_NAMESAKES = 500;

/** Reads the audit trail, newest first. */
@Injectable()
export class AuditQueries {
  constructor(private readonly database: Database) {}

  /** At most `take` events that `filter` lets through, after its cursor. */
  async find(filter: AuditFilter, take: number): Promise<StoredEvent[]> {
    const select = this.database.manager
      .createQueryBuilder(StoredEvent, 'event')
      .orderBy('event.at', 'DESC')
      .addOrderBy('event.id', 'DESC')
      .take(take);
    const { actorId, type, subjectType, subjectId, from, to, text, cursor } = filter;
    if (actorId) select.andWhere('event.actorId = :actorId', { actorId });
    if (type) select.andWhere("event.type LIKE :type ESCAPE '!'", { type: `${escapeLike(type)}%` });
    if (subjectType) select.andWhere('event.subjectType = :subjectType', { subjectType });
    if (subjectId) select.andWhere('event.subjectId = :subjectId', { subjectId });
    if (from) select.andWhere('event.at >= :from', { from: new Date(from) });
    if (to) select.andWhere('event.at < :to', { to: new Date(to) });
    if (text) await this.addText(select, text);
    if (cursor) {
      const [at, id] = readCursor(cursor, 2);
      select.andWhere('(event.at < :at OR (event.at = :at AND event.id < :id))', { at: new Date(Number(at)), id });
    }
    return select.getMany();
  }

  private async addText(select: SelectQueryBuilder<StoredEvent>, text: string): Promise<void> {
    const like = `%${escapeLike(text)}%`;
    const lower = text.toLowerCase();
    const types = Object.entries(EVENT_LABELS)
      .filter(([, { zh, en }]) => zh.includes(text) || en.toLowerCase().includes(lower))
      .map(([type]) => type);
    const persons = await this.namesakes(text);
    select.andWhere(
      new Brackets((any) => {
        any.where("event.type LIKE :like ESCAPE '!'", { like });
        any.orWhere('event.subjectId = :text', { text }).orWhere("event.subjectType LIKE :like ESCAPE '!'");
        any.orWhere("event.actorName LIKE :like ESCAPE '!'");
        if (types.length > 0) any.orWhere('event.type IN (:...types)', { types });
        if (persons.length > 0)
          any.orWhere('event.actorId IN (:...persons)', { persons }).orWhere('event.subjectId IN (:...persons)');
      }),
    );
  }

  /** Names of persons are sealed in the events, so they are looked up among the persons. */
  private async namesakes(text: string): Promise<string[]> {
    const key = nameKey(text);
    if (key === '') return [];
    const found = await this.database.manager
      .createQueryBuilder(Person, 'person')
      .select('person.id')
      .where("person.nameKey LIKE :key ESCAPE '!'", { key: `%${escapeLike(key)}%` })
      .take(MAX_NAMESAKES)
      .getMany();
    return found.map((person) => person.id);
  }
}

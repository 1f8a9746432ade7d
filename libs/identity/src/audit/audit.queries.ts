import { EVENT_LABELS, SUBJECT_LABELS } from '@haishi/contracts';
import { Database, escapeLike, LongReads, StoredEvent } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Brackets, type SelectQueryBuilder } from 'typeorm';
import { nameKey } from '../person/name-key.js';
import { Person } from '../person/person.entity.js';
import type { AuditFilter } from './audit.dto.js';
import type { AuditSearch } from './audit-ledgers.js';

/** Persons of a name whose deeds are searched; more share a name only in jest. */
const MAX_NAMESAKES = 500;

/** Reads the audit trail, newest first. */
@Injectable()
export class AuditQueries {
  constructor(
    private readonly database: Database,
    private readonly reads: LongReads,
  ) {}

  /** A search of the events that `filter` lets through; what its words name is looked up once. */
  async search(filter: AuditFilter): Promise<AuditSearch<StoredEvent>> {
    const named = filter.text ? await this.named(filter.text) : undefined;
    const read = (take: number, after = '', place = {}) => {
      const select = this.select(filter).limit(take);
      if (named) select.andWhere(named);
      if (after) select.andWhere(after, place);
      return this.reads.entities(select);
    };
    return async (take, after) => {
      if (!after) return read(take);
      const place = { at: after.at, id: after.id };
      // In one condition both engines would look at the whole moment again for each page of it.
      const sameMoment = await read(take, 'event.at = :at AND event.id < :id', place);
      if (sameMoment.length === take) return sameMoment;
      return [...sameMoment, ...(await read(take - sameMoment.length, 'event.at < :at', place))];
    };
  }

  private select(filter: AuditFilter): SelectQueryBuilder<StoredEvent> {
    const { actorId, type, subjectType, subjectId, ip, from, to } = filter;
    const select = this.database.manager
      .createQueryBuilder(StoredEvent, 'event')
      .orderBy('event.at', 'DESC')
      .addOrderBy('event.id', 'DESC');
    if (actorId) select.andWhere('event.actorId = :actorId', { actorId });
    if (type) select.andWhere("event.type LIKE :type ESCAPE '!'", { type: `${escapeLike(type)}%` });
    if (subjectType) select.andWhere('event.subjectType = :subjectType', { subjectType });
    if (subjectId) select.andWhere('event.subjectId = :subjectId', { subjectId });
    if (ip) select.andWhere('event.ip = :ip', { ip });
    if (from) select.andWhere('event.at >= :from', { from: new Date(from) });
    if (to) select.andWhere('event.at < :to', { to: new Date(to) });
    return select;
  }

  /** Where an event's type, kind of subject, subject or actor is what `text` names. */
  private async named(text: string): Promise<Brackets> {
    const types = namesOf(EVENT_LABELS, text);
    const subjects = namesOf(SUBJECT_LABELS, text);
    const persons = await this.namesakes(text);
    return new Brackets((any) => {
      any.where('event.subjectId = :text', { text });
      any.orWhere("(event.actorKind <> 'person' AND event.actorName LIKE :like ESCAPE '!')", {
        like: `%${escapeLike(text)}%`,
      });
      if (types.length > 0) any.orWhere('event.type IN (:...types)', { types });
      if (subjects.length > 0) any.orWhere('event.subjectType IN (:...subjects)', { subjects });
      if (persons.length > 0)
        any.orWhere('event.actorId IN (:...persons)', { persons }).orWhere('event.subjectId IN (:...persons)');
    });
  }

  /** Names of persons are sealed in the events, so they are looked up among the persons. */
  private async namesakes(text: string): Promise<string[]> {
    const key = nameKey(text);
    if (key === '') return [];
    const select = this.database.manager
      .createQueryBuilder(Person, 'person')
      .select('person.id', 'id')
      .where("person.nameKey LIKE :key ESCAPE '!'", { key: `%${escapeLike(key)}%` })
      .limit(MAX_NAMESAKES);
    const found = await this.reads.rows<{ id: string }>(...select.getQueryAndParameters());
    return found.map(({ id }) => id);
  }
}

/** Codes that are, or are called, something with `text` in it. */
function namesOf(labels: Readonly<Record<string, { zh: string; en: string }>>, text: string): string[] {
  const lower = text.toLowerCase();
  return Object.entries(labels)
    .filter(([code, { zh, en }]) => code.includes(lower) || zh.includes(text) || en.toLowerCase().includes(lower))
    .map(([code]) => code);
}

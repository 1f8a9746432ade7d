import {
  type Actor,
  failure,
  type LocalText,
  PAY_BANDS,
  POSITION_CATEGORIES,
  POSITION_DEGREES,
  POSITION_FACETS,
  POSITION_UNIVERSITIES,
  type PositionFacet,
} from '@haishi/contracts';
import { wallTimeIn } from '@haishi/kernel';
import { Database, readCursor, writeCursor } from '@haishi/platform';
import { COUNTIES } from '@haishi/reference';
import { Injectable } from '@nestjs/common';
import { Equal } from 'typeorm';
import type { Fair } from '../fair/fair.entity.js';
import { FairQueries } from '../fair/fair.queries.js';
import { Participation } from '../participation/participation.entity.js';
import { jobPosting } from './job-posting.js';
import { dayNumber, PositionCatalogue } from './position.catalogue.js';
import type { ListedPosition, PublicPosition, SearchAnswer, SearchQuery } from './position.dto.js';
import { PositionQueries } from './position.queries.js';
import type { PositionState } from './position.rules.js';
import type { IndexAnswer } from './position-index.js';
import { queryTerms } from './terms.rules.js';

const PAGE = 20;
const COUNTY_WORDS: Readonly<Record<string, LocalText>> = Object.fromEntries(
  COUNTIES.map(({ code, zh, en }) => [code, { zh, en }]),
);

/** What the public finds. */
@Injectable()
export class PositionSearch {
  constructor(
    private readonly database: Database,
    private readonly fairs: FairQueries,
    private readonly positions: PositionQueries,
    private readonly catalogue: PositionCatalogue,
  ) {}

  /** The approved and valid positions of a fair, by words and facets, with the count of each facet's values. */
  async search(actor: Actor, fairName: string, query: SearchQuery): Promise<SearchAnswer> {
    const fair = await this.fairs.visible(actor, fairName);
    const sort = query.sort ?? 'newest';
    const after = query.cursor === undefined ? undefined : readCursor(query.cursor, sort === 'pay' ? 2 : 1).map(Number);
    if (after?.some((value) => !Number.isSafeInteger(value))) throw failure('common.bad_cursor', { field: 'cursor' });
    const answer = await this.catalogue.search(fair, queryTerms(query.q ?? ''), {
      chosen: Object.fromEntries(
        POSITION_FACETS.map((facet) => [facet, query[facet]?.split(',').filter(Boolean) ?? []]),
      ),
      today: dayNumber(wallTimeIn(fair.timeZone, new Date()).day),
      sort,
      limit: query.limit ?? PAGE,
      ...(after ? { after } : {}),
    });
    return {
      items: await this.lines(fair.id, answer.numbers),
      total: answer.total,
      ...(answer.next ? { next: writeCursor(answer.next) } : {}),
      facets: toFacets(fair, answer),
    };
  }

  /** One approved and valid position. Fails with `common.not_found`. */
  async one(actor: Actor, id: string): Promise<PublicPosition> {
    const position = await this.positions.get(id);
    const fair = await this.fairs.visible(actor, position.fairId);
    if (position.state !== 'approved' || position.validUntil < wallTimeIn(fair.timeZone, new Date()).day)
      throw failure('common.not_found');
    const participation = await this.database.manager.findOneByOrFail(Participation, {
      id: Equal(position.participationId),
    });
    const { number, title, zone, category, degree, degreeType, university, countyCode, headcount, payMin, payMax } =
      position;
    const { workplace, validUntil, majors, titleRank, experience, benefits, duties } = position;
    const listedAt = position.decidedAt ?? position.updatedAt;
    return {
      id,
      number,
      fairId: fair.id,
      title,
      employer: participation.organisationName,
      zone,
      category,
      degree,
      degreeType,
      university,
      countyCode,
      headcount,
      payMin,
      payMax,
      workplace,
      validUntil,
      majors,
      titleRank,
      experience,
      benefits,
      duties,
      listedAt,
      contact: participation.publishContact
        ? { name: position.contactName, phone: position.contactPhone, mail: position.contactMail }
        : null,
      jobPosting: jobPosting({
        ...position,
        listedAt,
        employer: participation.organisationName,
        county: COUNTY_WORDS[countyCode]?.zh ?? '',
      }),
    };
  }

  private async lines(fairId: string, numbers: readonly number[]): Promise<ListedPosition[]> {
    if (numbers.length === 0) return [];
    // The state is looked at below: named in the statement, it makes SQLite walk all of the fair's approved positions.
    const rows = await this.database.query<ListedPosition & { state: PositionState }>(
      `SELECT p.id, p.number, p.title, o.organisationName AS employer, p.zone, p.category, p.degree, p.university, p.countyCode,
              p.headcount, p.payMin, p.payMax, p.workplace, p.validUntil, p.state
       FROM positions p JOIN participations o ON o.id = p.participationId
       WHERE p.fairId = ? AND p.number IN (${numbers.map(() => '?').join(', ')})`,
      [fairId, ...numbers],
    );
    const byNumber = new Map(
      rows.filter(({ state }) => state === 'approved').map(({ state: _state, ...line }) => [Number(line.number), line]),
    );
    return numbers.flatMap((number) => byNumber.get(number) ?? []);
  }
}

function toFacets(fair: Fair, { facets }: IndexAnswer): SearchAnswer['facets'] {
  const words: Record<PositionFacet, Readonly<Record<string, LocalText>>> = {
    zone: Object.fromEntries(fair.zones.map(({ code, zh, en }) => [code, { zh, en }])),
    degree: POSITION_DEGREES,
    county: COUNTY_WORDS,
    category: POSITION_CATEGORIES,
    pay: PAY_BANDS,
    university: POSITION_UNIVERSITIES,
  };
  const values = (facet: PositionFacet) =>
    Object.entries(words[facet]).flatMap(([value, { zh, en }]) => {
      const count = facets[facet].get(value);
      return count === undefined ? [] : [{ value, zh, en, count }];
    });
  return Object.fromEntries(
    POSITION_FACETS.map((facet) => [facet, values(facet)]),
  ) as unknown as SearchAnswer['facets'];
}

import { type Actor, failure } from '@haishi/contracts';
import { Database } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal, In, Raw } from 'typeorm';
import { Grants } from '../grant/grants.js';
import { Organisation } from './organisation.entity.js';

/**
 * The organisations, as other rooms meet them. Who acts for one holds the role `employer_agent` in its scope;
 * there is no second list of members.
 */
@Injectable()
export class Organisations {
  constructor(
    private readonly database: Database,
    private readonly grants: Grants,
  ) {}

  byId(id: string): Promise<Organisation | null> {
    return this.database.manager.findOneBy(Organisation, { id: Equal(id) });
  }

  /** The organisations of these ids, by id; unknown ids are absent. */
  async byIds(ids: readonly string[]): Promise<Map<string, Organisation>> {
    const wanted = [...new Set(ids)];
    const found: Organisation[] = [];
    for (let start = 0; start < wanted.length; start += 500)
      found.push(...(await this.database.manager.findBy(Organisation, { id: In(wanted.slice(start, start + 500)) })));
    return new Map(found.map((organisation) => [organisation.id, organisation]));
  }

  /** `creditCode` in normal form. */
  byCreditCode(creditCode: string): Promise<Organisation | null> {
    return this.database.manager.findOneBy(Organisation, { creditCode: Equal(creditCode) });
  }

  /** The organisations of these credit codes, in normal form; unknown codes are absent. */
  byCreditCodes(creditCodes: readonly string[]): Promise<Organisation[]> {
    return this.database.manager.findBy(Organisation, { creditCode: In([...new Set(creditCodes)]) });
  }

  /** What is vetted of every organisation that goes by more than one name, and of those of these credit codes, in normal form. */
  vettedNames(creditCodes: readonly string[]): Promise<Pick<Organisation, 'creditCode' | 'name' | 'aliases'>[]> {
    const vetted = { state: Equal('approved' as const) };
    return this.database.manager.find(Organisation, {
      select: { id: true, creditCode: true, name: true, aliases: true },
      where: [
        { ...vetted, aliases: Raw((column) => `${column} <> '[]'`) },
        { ...vetted, creditCode: In([...new Set(creditCodes)]) },
      ],
    });
  }

  /** The ids of the organisations that `actor` acts for. */
  async idsOf({ id }: Pick<Actor, 'id'>): Promise<string[]> {
    const held = await this.grants.of(id);
    return held.filter((grant) => grant.role === 'employer_agent').map((grant) => grant.scopeId);
  }

  /** The organisations that `actor` acts for, by name. */
  async ownOf(actor: Pick<Actor, 'id'>): Promise<Organisation[]> {
    const own = await this.byIds(await this.idsOf(actor));
    return [...own.values()].sort((first, second) => (first.nameKey < second.nameKey ? -1 : 1));
  }

  /** The organisations that these persons act for, by person; who acts for none is absent. */
  async ofPersons(personIds: readonly string[]): Promise<Map<string, Organisation[]>> {
    const places = await this.grants.placesOf('employer_agent', personIds);
    const known = places.size > 0 ? await this.byIds([...places.values()].flat()) : new Map<string, Organisation>();
    return new Map([...places].map(([personId, ids]) => [personId, ids.flatMap((id) => known.get(id) ?? [])]));
  }

  /** Whether `actor` acts for the organisation. */
  async isAgent(actor: Actor, organisationId: string): Promise<boolean> {
    if (actor.kind !== 'person') return false;
    const known = actor.grants.some((grant) => grant.role === 'employer_agent' && grant.scopeId === organisationId);
    return known || (await this.idsOf(actor)).includes(organisationId);
  }

  /** The organisation, for one who acts for it; fails with `common.not_found` for anybody else. */
  async assertAgent(actor: Actor, organisationId: string): Promise<Organisation> {
    const organisation = (await this.isAgent(actor, organisationId)) ? await this.byId(organisationId) : null;
    if (!organisation) throw failure('common.not_found');
    return organisation;
  }
}

import type { Actor } from '@haishi/contracts';
import { Grants, Persons } from '@haishi/identity';
import { assertAllowed, contentVersion } from '@haishi/platform';
import { AssignedQueries, type Expert, type ExpertFacts, factsOf } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import { type Edition, editionScopes } from '../edition/edition.entity.js';
import { EditionQueries } from '../edition/edition.queries.js';
import type { ExpertView } from './expert.dto.js';
import { termsKept } from './terms.rules.js';
import { expertTemplate } from './expert.template.js';

/** The pool of experts, for those who organise the whole edition. */
@Injectable()
export class ExpertReader {
  constructor(
    private readonly editions: EditionQueries,
    private readonly assigned: AssignedQueries,
    private readonly grants: Grants,
    private readonly persons: Persons,
  ) {}

  /** The edition, to whom organises all of it. */
  async edition(actor: Actor, name: string): Promise<Edition> {
    const edition = await this.editions.getByName(name);
    assertAllowed(actor, 'review.manage', editionScopes(edition.id));
    return edition;
  }

  async template(actor: Actor, name: string): Promise<Buffer> {
    return expertTemplate((await this.edition(actor, name)).definition);
  }

  /** Those of these mail addresses whose expert was withdrawn from the edition's pool. */
  async withdrawn({ id }: Edition, mails: readonly string[]): Promise<Set<string>> {
    return new Set((await this.assigned.withdrawnExperts(id, mails)).map(({ mail }) => mail));
  }

  /** Who stands in the edition's pool under a mail address, withdrawn or not. */
  standing({ id }: Edition, mail: string): Promise<Expert | null> {
    return this.assigned.expertUnder(id, mail);
  }

  /** The actor's own places in the edition's pool, withdrawn ones too, also where it knows them by their mail address alone. */
  async own(actor: Actor, { id }: Edition): Promise<Expert[]> {
    const known = (await this.assigned.expertsOf([actor.id])).filter(({ poolId }) => poolId === id);
    const mail = (await this.persons.byIds([actor.id])).get(actor.id)?.mail;
    const under = mail ? await this.assigned.expertUnder(id, mail) : null;
    return under && under.personId === null ? [...known, under] : known;
  }

  /** The addresses of those of `facts` that would have the pool say something else of the actor: their ties follow from it. */
  async ownAmong(
    actor: Actor,
    edition: Edition,
    facts: readonly ExpertFacts[],
    restore: boolean,
  ): Promise<Set<string>> {
    const own = new Map((await this.own(actor, edition)).map((one) => [one.mail, one]));
    const changed = facts.filter((one) => {
      const before = own.get(one.mail);
      if (!before || (before.withdrawnAt !== null && !restore)) return false;
      return before.withdrawnAt !== null || contentVersion(factsOf(before)) !== contentVersion(factsOf(one));
    });
    return new Set(changed.map(({ mail }) => mail));
  }

  /** By name. */
  async list(actor: Actor, name: string): Promise<ExpertView[]> {
    const edition = await this.edition(actor, name);
    const experts = await this.assigned.experts(edition.id);
    const judges = new Set(await this.grants.personsWith('judge', 'edition', edition.id));
    const kept = termsKept(edition.definition);
    const own = new Set((await this.own(actor, edition)).map(({ id }) => id));
    return experts.map(({ personId, ...expert }) => ({
      id: expert.id,
      version: contentVersion(factsOf(expert)),
      name: expert.name,
      mail: expert.mail,
      kind: expert.kind,
      organisationName: expert.organisationName,
      creditCode: expert.creditCode,
      aliases: expert.aliases,
      ties: expert.ties.map(({ name }) => name),
      fields: expert.fields,
      region: expert.region,
      languages: expert.languages,
      capacity: expert.capacity,
      own: own.has(expert.id),
      standing:
        personId === null ? 'unknown' : !judges.has(personId) ? 'not_judge' : kept(expert) ? 'accepted' : 'invited',
    }));
  }
}

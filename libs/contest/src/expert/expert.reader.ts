import type { Actor } from '@haishi/contracts';
import { Grants } from '@haishi/identity';
import { assertAllowed, contentVersion } from '@haishi/platform';
import { AssignedQueries, type Expert, factsOf } from '@haishi/review';
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

  /** By name. */
  async list(actor: Actor, name: string): Promise<ExpertView[]> {
    const edition = await this.edition(actor, name);
    const experts = await this.assigned.experts(edition.id);
    const judges = new Set(await this.grants.personsWith('judge', 'edition', edition.id));
    const kept = termsKept(edition.definition);
    return experts.map(({ personId, ...expert }) => ({
      id: expert.id,
      version: contentVersion(factsOf(expert)),
      name: expert.name,
      mail: expert.mail,
      kind: expert.kind,
      organisationName: expert.organisationName,
      creditCode: expert.creditCode,
      aliases: expert.aliases,
      ties: expert.ties,
      fields: expert.fields,
      region: expert.region,
      languages: expert.languages,
      capacity: expert.capacity,
      standing:
        personId === null ? 'unknown' : !judges.has(personId) ? 'not_judge' : kept(expert) ? 'accepted' : 'invited',
    }));
  }
}

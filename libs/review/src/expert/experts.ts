import { failure } from '@haishi/contracts';
import { newId } from '@haishi/kernel';
import type { Work } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal, In, IsNull } from 'typeorm';
import type { Affiliation } from '../recusal/recusal.rules.js';
import { Expert } from './expert.entity.js';

/** What staff say of an expert. */
export type ExpertFacts = Pick<
  Expert,
  | 'name'
  | 'mail'
  | 'kind'
  | 'organisationName'
  | 'creditCode'
  | 'aliases'
  | 'fields'
  | 'region'
  | 'languages'
  | 'capacity'
>;

/** The pool of experts, on behalf of rooms that have checked the actor; each room writes its own event. */
@Injectable()
export class Experts {
  /**
   * Adds experts, and brings those up to date whose mail address the pool has: a list may be read twice. Answers how many
   * were new. `personOf` are the accounts known under a mail address.
   */
  async take(
    work: Work,
    poolId: string,
    facts: readonly ExpertFacts[],
    personOf: ReadonlyMap<string, string>,
  ): Promise<{ added: number; changed: number }> {
    const held = await work.manager.findBy(Expert, { poolId: Equal(poolId), mail: In(facts.map(({ mail }) => mail)) });
    const byMail = new Map(held.map((one) => [one.mail, one]));
    for (const one of facts) {
      const before = byMail.get(one.mail);
      const personId = before?.personId ?? personOf.get(one.mail) ?? null;
      if (before)
        await work.manager.update(
          Expert,
          { id: Equal(before.id) },
          { ...one, personId, withdrawnAt: null, revision: before.revision + 1 },
        );
      else
        await work.manager.insert(Expert, {
          ...one,
          id: newId(),
          poolId,
          personId,
          ties: [],
          acceptedAt: null,
          withdrawnAt: null,
          revision: 1,
          createdAt: work.now,
        });
    }
    return { added: facts.length - held.length, changed: held.length };
  }

  /** Fails with `common.not_found` or `common.stale`. */
  async withdraw(work: Work, poolId: string, expertId: string): Promise<Expert> {
    const expert = await work.manager.findOneBy(Expert, { id: Equal(expertId), poolId: Equal(poolId) });
    if (!expert) throw failure('common.not_found');
    const { affected } = await work.manager.update(
      Expert,
      { id: Equal(expertId), withdrawnAt: IsNull() },
      { withdrawnAt: work.now, revision: expert.revision + 1 },
    );
    if (affected !== 1) throw failure('common.stale');
    return expert;
  }

  /** The terms of judging are accepted, once; with them the organisations that the expert has a tie to. Fails with `common.not_found`. */
  async accept(work: Work, poolId: string, personId: string, ties: readonly string[]): Promise<void> {
    const expert = await work.manager.findOneBy(Expert, { poolId: Equal(poolId), personId: Equal(personId) });
    if (!expert || expert.withdrawnAt) throw failure('common.not_found');
    await work.manager.update(
      Expert,
      { id: Equal(expert.id) },
      { acceptedAt: expert.acceptedAt ?? work.now, ties: [...ties], revision: expert.revision + 1 },
    );
  }
}

/** Every organisation for which an expert is recused: their own under each of its names, and those they declared a tie to. */
export function affiliationsOf({
  organisationName,
  creditCode,
  aliases,
  ties,
}: Pick<Expert, 'organisationName' | 'creditCode' | 'aliases' | 'ties'>): Affiliation[] {
  return [{ name: organisationName, creditCode }, ...[...aliases, ...ties].map((name) => ({ name }))];
}

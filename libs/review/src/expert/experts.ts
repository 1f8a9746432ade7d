import { failure } from '@haishi/contracts';
import { newId } from '@haishi/kernel';
import type { Work } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal, In, IsNull } from 'typeorm';
import { type Affiliation, type DeclaredTies, organisationKey } from '../recusal/recusal.rules.js';
import { type DeclaredTie, Expert, ExpertAcceptance } from './expert.entity.js';

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

/** How many ties an expert may declare: more than anybody has, and as many as every search for ties can look through. */
const TIES_MOST = 200;

/** What came of a list. */
export interface TakenExperts {
  added: number;
  changed: number;
  /** Withdrawn before, and in the pool again. */
  restored: number;
  /** Left withdrawn, as they were. */
  left: number;
}

/** The pool of experts, on behalf of rooms that have checked the actor; each room writes its own event. */
@Injectable()
export class Experts {
  /**
   * Adds experts, and brings those up to date whose mail address the pool has: a list may be read twice. An expert who was withdrawn
   * stays so, and as they were, unless the organiser says to `restore` them. Answers how many were new, changed, restored and left
   * withdrawn. `personOf` are the accounts known under a mail address.
   */
  async take(
    work: Work,
    poolId: string,
    facts: readonly ExpertFacts[],
    { personOf, restore }: { personOf: ReadonlyMap<string, string>; restore: boolean },
  ): Promise<TakenExperts> {
    const held = await work.manager.findBy(Expert, { poolId: Equal(poolId), mail: In(facts.map(({ mail }) => mail)) });
    const byMail = new Map(held.map((one) => [one.mail, one]));
    const gone = held.filter(({ withdrawnAt }) => withdrawnAt !== null).length;
    for (const one of facts) {
      const before = byMail.get(one.mail);
      if (before?.withdrawnAt && !restore) continue;
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
          acceptedDigest: null,
          withdrawnAt: null,
          revision: 1,
          createdAt: work.now,
        });
    }
    const changed = held.length - gone;
    return { added: facts.length - held.length, changed, restored: restore ? gone : 0, left: restore ? 0 : gone };
  }

  /**
   * Whoever holds the mail address by now is the expert whom pools know by it and had no account of. Somebody who is in a pool
   * already stays who they are there. Answers the pools.
   */
  async link(work: Work, mail: string, personId: string): Promise<string[]> {
    const linked: string[] = [];
    for (const { id, poolId } of await work.manager.findBy(Expert, { mail: Equal(mail), personId: IsNull() })) {
      if (await work.manager.existsBy(Expert, { poolId: Equal(poolId), personId: Equal(personId) })) continue;
      await work.manager.update(Expert, { id: Equal(id), personId: IsNull() }, { personId });
      linked.push(poolId);
    }
    return linked;
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

  /** Takes back a tie that the expert declared, on behalf of who is not that expert. Fails with `common.not_found`. */
  async untie(work: Work, poolId: string, expertId: string, name: string): Promise<void> {
    const expert = await work.manager.findOneBy(Expert, { id: Equal(expertId), poolId: Equal(poolId) });
    const left = expert?.ties.filter((tie) => tie.name !== name) ?? [];
    if (!expert || left.length === expert.ties.length) throw failure('common.not_found');
    const { affected } = await work.manager.update(
      Expert,
      { id: Equal(expertId), revision: Equal(expert.revision) },
      { ties: left, revision: expert.revision + 1 },
    );
    if (affected !== 1) throw failure('common.stale');
  }

  /**
   * The terms of judging are accepted, once in each wording; with them organisations that the expert has a tie to, beside those
   * that they declared before, none of which they take back by it. Fails with `common.not_found`, `review.too_many_ties`, and with `common.stale` where the expert
   * was changed at the same moment.
   */
  async accept(
    work: Work,
    poolId: string,
    personId: string,
    { ties, terms }: { ties: readonly string[]; terms: Pick<ExpertAcceptance, 'digest' | 'wording'> },
  ): Promise<void> {
    const expert = await work.manager.findOneBy(Expert, { poolId: Equal(poolId), personId: Equal(personId) });
    if (!expert || expert.withdrawnAt) throw failure('common.not_found');
    const accepted = { acceptedAt: work.now, acceptedDigest: terms.digest };
    const news = expert.acceptedDigest !== terms.digest;
    const { affected } = await work.manager.update(
      Expert,
      { id: Equal(expert.id), revision: Equal(expert.revision) },
      { ...(news ? accepted : {}), ties: declared(expert.ties, ties, work.now), revision: expert.revision + 1 },
    );
    if (affected !== 1) throw failure('common.stale');
    if (news) await work.manager.insert(ExpertAcceptance, { id: newId(), expertId: expert.id, ...terms, at: work.now });
  }
}

/** What was declared before and what is declared now; what is named again, however it is written, is declared at this moment. */
function declared(before: readonly DeclaredTie[], names: readonly string[], now: Date): DeclaredTie[] {
  const at = now.toISOString();
  const byKey = new Map(before.map((tie) => [organisationKey(tie.name), tie]));
  for (const name of names) byKey.set(organisationKey(name), { name, at });
  if (byKey.size > TIES_MOST) throw failure('review.too_many_ties', { field: 'ties', params: { max: TIES_MOST } });
  return [...byKey.values()];
}

/** What staff said of an expert, and nothing that follows from it or that the expert said. */
export function factsOf(expert: ExpertFacts): ExpertFacts {
  const { name, mail, kind, organisationName, creditCode, aliases, fields, region, languages, capacity } = expert;
  return { name, mail, kind, organisationName, creditCode, aliases, fields, region, languages, capacity };
}

/** Every organisation for which an expert is recused: their own under each of its names, and those they declared a tie to. */
export function affiliationsOf({
  organisationName,
  creditCode,
  aliases,
  ties,
}: Pick<Expert, 'organisationName' | 'creditCode' | 'aliases' | 'ties'>): Affiliation[] {
  return [
    { name: organisationName, creditCode },
    ...[...aliases, ...ties.map(({ name }) => name)].map((name) => ({ name })),
  ];
}

/** The ties that an expert declared, and when each; a dismissed recusal holds against older ones alone. */
export function declaredTies({ ties }: Pick<Expert, 'ties'>): DeclaredTies[] {
  return ties.map(({ name, at }) => ({ at: new Date(at), to: [{ name }] }));
}

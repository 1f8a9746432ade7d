import { type EditionDefinition, judgeTermsOf, termsDigest } from '@haishi/contest';
import { Expert, ExpertAcceptance } from '@haishi/review';
import type { Person } from '@haishi/identity';
import { UNIVERSITIES } from '@haishi/reference';
import type { Load } from './load.js';

/** The kinds of judges of the editions shown. */
export const JUDGE_KINDS = ['technical', 'investor', 'industry', 'government'] as const;
type Kind = (typeof JUDGE_KINDS)[number];

/** Of every six experts, which in turn. */
const KINDS: readonly Kind[] = ['technical', 'investor', 'industry', 'technical', 'investor', 'government'];
/** How the experts are shared among the divisions, as projects are. */
const SHARES = [
  ['EQP', 32],
  ['EIT', 62],
  ['BIO', 86],
  ['FOOD', 100],
] as const;
const EMPLOYERS: Readonly<Record<Exclude<Kind, 'technical'>, readonly string[]>> = {
  investor: ['华北创投', '冀中产业投资基金', '京津冀协同发展基金', '海石资本', '太行创业投资', '长三角成果转化基金'],
  industry: ['长城智造研究院', '中科先导研究院', '冀中能源装备集团', '华北制药研究总院', '滹沱河食品产业联盟'],
  government: ['市发展和改革委员会', '市科学技术局', '市工业和信息化局', '京津冀技术转移中心'],
};
/** One in so many lives in a region of the contest. */
const AT_HOME = 9;
/** One in so many has not accepted the terms. */
const PENDING = 12;

/** The pool of experts that these judges are. */
export function planExperts(
  load: Load,
  poolId: string,
  definition: EditionDefinition,
  judges: readonly Person[],
): Expert[] {
  const { divisions, regions } = definition;
  const terms = termsDigest(judgeTermsOf(definition));
  return judges.map((person, at) => {
    const accepts = at % PENDING !== PENDING - 1;
    const kind = KINDS[at % KINDS.length]!;
    const group = Math.floor(at / KINDS.length) / Math.ceil(judges.length / KINDS.length);
    const code = SHARES.find(([, upTo]) => group * 100 < upTo)![0];
    const { fields } = divisions.find((one) => one.code === code)!;
    return {
      id: load.id(load.ago(30)),
      poolId,
      personId: person.id,
      name: person.name,
      mail: person.mail!,
      kind,
      organisationName: kind === 'technical' ? load.random.pick(UNIVERSITIES).zh : load.random.pick(EMPLOYERS[kind]),
      creditCode: null,
      aliases: [],
      ties: [],
      fields: [code, ...load.random.sample(fields, 2).map((one) => one.code)],
      region: at % AT_HOME === AT_HOME - 1 ? load.random.pick(regions).code : null,
      languages: load.random.chance(40) ? ['zh', 'en'] : ['zh'],
      capacity: null,
      acceptedAt: accepts ? load.ago(load.random.int(5, 12)) : null,
      acceptedDigest: accepts ? terms : null,
      withdrawnAt: null,
      revision: 1,
      createdAt: load.ago(30),
    };
  });
}

/** That they accepted the terms of judging, as far as they did. */
export function acceptancesOf(
  load: Load,
  definition: EditionDefinition,
  experts: readonly Expert[],
): ExpertAcceptance[] {
  const wording = judgeTermsOf(definition);
  return experts.flatMap(({ id: expertId, acceptedAt: at, acceptedDigest: digest }) =>
    at && digest ? [{ id: load.id(at), expertId, digest, wording, at }] : [],
  );
}

export interface EntryFacts {
  id: string;
  division: string;
  region: string;
}

/**
 * Three judges for every entry, the least burdened first: a technologist, an investor and another, each of the division, of
 * three institutions, none from the entry's region and none who is `barred`. An entry for which there are none is left short.
 */
export function planPairs(
  entries: readonly EntryFacts[],
  experts: readonly Expert[],
  barred: ReadonlySet<string>,
): { entryId: string; expert: Expert }[] {
  const load = new Map(experts.map(({ id }) => [id, 0]));
  const pairs: { entryId: string; expert: Expert }[] = [];
  for (const { id: entryId, division, region } of entries) {
    const chosen: Expert[] = [];
    for (const kinds of [['technical'], ['investor'], ['industry', 'government']]) {
      const fitting = experts.filter(
        (one) =>
          kinds.includes(one.kind) &&
          one.fields[0] === division &&
          one.region !== region &&
          !barred.has(`${entryId} ${one.personId}`) &&
          !chosen.some(({ organisationName }) => organisationName === one.organisationName),
      );
      const least = fitting.reduce<Expert | undefined>(
        (best, one) => (best && load.get(best.id)! <= load.get(one.id)! ? best : one),
        undefined,
      );
      if (!least) continue;
      chosen.push(least);
      load.set(least.id, load.get(least.id)! + 1);
    }
    pairs.push(...chosen.map((expert) => ({ entryId, expert })));
  }
  return pairs;
}

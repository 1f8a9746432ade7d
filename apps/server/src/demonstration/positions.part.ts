import type {
  PositionCategory,
  PositionDegree,
  PositionDegreeType,
  PositionExperience,
  PositionTitleRank,
  PositionUniversity,
} from '@haishi/contracts';
import {
  type Fair,
  findDiscrimination,
  flaggedTexts,
  Position,
  type PositionContent,
  PositionCounter,
  positionKey,
  type PositionState,
  PositionTerm,
  positionTerms,
} from '@haishi/fair';
import { countyByCode, dayAt } from '@haishi/reference';
import { Injectable } from '@nestjs/common';
import type { Employer } from './employers.part.js';
import type { Load } from './load.js';
import { positionText } from './position-texts.js';
import type { Cast } from './people.part.js';

/** As published; all of them are on the public list. */
const LISTED = 5_098;
/** Besides them: what waits for a reviewer, was returned, or is still being written. */
const WAITING = 184;
const RETURNED = 42;
const DRAFTS = 66;

const CATEGORIES: readonly (readonly [RegExp, PositionCategory])[] = [
  [/研究员|科学家/, 'research'],
  [/临床|监查/, 'medical'],
  [/物流|仓储|采购|供应链/, 'logistics'],
  [/财务|金融/, 'finance'],
  [/法务|人力资源|专员/, 'administration'],
  [/运营|贸易/, 'marketing'],
  [/经理|主管/, 'management'],
  [/工艺|检测员|品控|配方师/, 'production'],
];
const DEGREES = [
  ['master', 58],
  ['doctor', 24],
  ['bachelor', 18],
] as const satisfies readonly (readonly [PositionDegree & PositionDegreeType, number])[];
const UNIVERSITIES = [
  ['any', 46],
  ['double_first_class', 38],
  ['project_211', 9],
  ['project_985', 4],
  ['overseas', 3],
] as const satisfies readonly (readonly [PositionUniversity, number])[];
const EXPERIENCES = [
  ['any', 34],
  ['fresh', 26],
  ['years_1', 16],
  ['years_3', 16],
  ['years_5', 8],
] as const satisfies readonly (readonly [PositionExperience, number])[];
const RANKS: Partial<Record<string, PositionTitleRank>> = {
  高级: 'intermediate',
  资深: 'deputy_senior',
  首席: 'senior',
};
/** The least yearly pay by degree, in ten thousand yuan. */
const PAY: Record<(typeof DEGREES)[number][0], readonly [number, number]> = {
  bachelor: [8, 14],
  master: [12, 26],
  doctor: [22, 55],
};
/** Words that a reviewer must look at; in a few of the positions that wait. */
const FLAGGED = ['限男性。', '年龄 35 岁以下。', '已婚已育者优先。'];
const STREETS = ['天山大街', '黄河大道', '裕华东路', '学府路', '滨河街', '创新路', '昆仑大街', '长江大道'];

const INDEXED_AT_ONCE = 400;

type Planned = PositionContent & { state: PositionState; employer: Employer };

/** Positions, and the words by which they are found. */
@Injectable()
export class PositionsPart {
  async load(load: Load, fair: Fair, cast: Cast, employers: readonly Employer[]): Promise<void> {
    load.begin('招聘岗位 positions');
    const taking = employers.filter(({ participation }) => participation?.state === 'approved');
    const planned = this.plan(load, fair, taking);
    const positions = planned.map((plan, index) => this.row(load, cast, plan, index + 1));
    const listed = positions
      .filter(({ state }) => state === 'approved')
      .sort((one, other) => one.decidedAt!.getTime() - other.decidedAt!.getTime());
    listed.forEach((position, index) => (position.listedSeq = index + 1));
    await load.insert(Position, positions);
    await load.insert(PositionCounter, [{ fairId: fair.id, lastNumber: positions.length, listedSeq: listed.length }]);
    load.begin('岗位检索 search index');
    const names = new Map(taking.map(({ organisation: { id, name } }) => [id, name]));
    for (let start = 0; start < listed.length; start += INDEXED_AT_ONCE)
      await load.insert(PositionTerm, termsOf(fair, listed.slice(start, start + INDEXED_AT_ONCE), names));
  }

  /** Every employer some twenty positions; the account at the panel has some in each state. */
  private plan(load: Load, fair: Fair, employers: readonly Employer[]): Planned[] {
    const states: PositionState[] = [
      ...Array.from({ length: WAITING }, () => 'submitted' as const),
      ...Array.from({ length: RETURNED }, () => 'returned' as const),
      ...Array.from({ length: DRAFTS }, () => 'draft' as const),
      ...Array.from({ length: LISTED }, () => 'approved' as const),
    ];
    const weights = employers.map((employer) => [employer, load.random.int(4, 36)] as const);
    const keys = new Map<Employer, Set<string>>();
    const lastDays = Array.from({ length: 161 }, (_, index) => dayAt(load.ago(-40 - index), fair.timeZone));
    return states.map((state, index) => {
      const own = index < WAITING + RETURNED + DRAFTS ? index % 23 === 0 : index % 260 === 0;
      const employer = own ? employers[0]! : load.random.weighted(weights);
      const taken = keys.get(employer) ?? new Set();
      keys.set(employer, taken);
      for (;;) {
        const content = this.content(load, employer, load.random.pick(lastDays));
        if (state === 'submitted' && load.random.chance(4)) content.duties += `\n${load.random.pick(FLAGGED)}`;
        const key = positionKey(content);
        if (taken.has(key)) continue;
        taken.add(key);
        return { ...content, state, employer };
      }
    });
  }

  private content(
    { random }: Load,
    { organisation, agent, participation }: Employer,
    validUntil: string,
  ): PositionContent {
    const { zone } = participation!;
    const text = positionText(random, zone);
    const degree = random.weighted<(typeof DEGREES)[number][0]>(DEGREES);
    const [least, most] = PAY[degree];
    const payMin = random.chance(9) ? null : random.int(least, most) * 10_000;
    const county = countyByCode(organisation.countyCode!)!;
    return {
      title: text.title,
      category: CATEGORIES.find(([pattern]) => pattern.test(text.title))?.[1] ?? 'engineering',
      headcount: random.weighted([
        [1, 38],
        [2, 30],
        [3, 16],
        [5, 12],
        [10, 4],
      ]),
      degree,
      degreeType: degree,
      majors: text.majors.join('、'),
      university: random.weighted(UNIVERSITIES),
      titleRank: RANKS[text.title.slice(0, 2)] ?? 'any',
      experience: random.weighted(EXPERIENCES),
      payMin,
      payMax: payMin === null ? null : payMin + random.int(2, 12) * 10_000,
      benefits: text.benefits,
      workplace: `石家庄市${county.zh}${random.pick(STREETS)} ${random.int(1, 399)} 号`,
      duties: text.duties,
      contactName: agent.name,
      contactPhone: agent.phone!,
      contactMail: agent.mail!,
      validUntil,
      zone,
      countyCode: county.code,
    };
  }

  private row(load: Load, cast: Cast, { state, employer, ...content }: Planned, number: number): Position {
    const { random } = load;
    const decided = state === 'approved' || state === 'returned';
    const days = random.int(20, state === 'submitted' ? 60 : 88) / 10;
    const submittedAt = state === 'draft' ? null : load.ago(days);
    const createdAt = load.ago(days + random.int(1, 20) / 10);
    const flags = findDiscrimination(flaggedTexts(content));
    const decidedAt = decided ? load.ago(days - random.int(2, 19) / 10) : null;
    return {
      ...content,
      id: load.id(createdAt),
      fairId: employer.participation!.fairId,
      participationId: employer.participation!.id,
      organisationId: employer.organisation.id,
      number,
      rowKey: positionKey(content),
      state,
      stateReason: state === 'returned' ? '请写明岗位所需的专业方向和主要考核要求。' : null,
      flags,
      openFlags: flags.length,
      submittedAt,
      decidedBy: decided ? random.pick(cast.reviewers).id : null,
      decidedAt,
      listedSeq: null,
      createdAt,
      updatedAt: decidedAt ?? submittedAt ?? createdAt,
      version: decided ? 3 : submittedAt ? 2 : 1,
    };
  }
}

/** In the order of the table's key, which is the quickest to insert. */
function termsOf(fair: Fair, listed: readonly Position[], names: ReadonlyMap<string, string>): PositionTerm[] {
  const terms = listed.flatMap((position) => {
    const zone = fair.zones.find(({ code }) => code === position.zone)!;
    const county = countyByCode(position.countyCode)!;
    return positionTerms(position, {
      employer: names.get(position.organisationId)!,
      zone: [zone.zh, zone.en],
      county: `${county.zh} ${county.en}`,
    }).map((term): PositionTerm => ({ fairNumber: fair.number, term, positionNumber: position.number }));
  });
  return terms.sort((one, other) =>
    one.term === other.term ? one.positionNumber - other.positionNumber : one.term < other.term ? -1 : 1,
  );
}

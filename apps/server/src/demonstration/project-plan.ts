import type { Locale } from '@haishi/contracts';
import type {
  EditionDefinition,
  MemberContent,
  ProjectContent,
  ProjectState,
  RejectReason,
  ReturnReason,
} from '@haishi/contest';
import { undertakingDigest } from '@haishi/contest';
import type { Person } from '@haishi/identity';
import { COUNTIES } from '@haishi/reference';
import { companyOf, institutionOf } from './affiliation-texts.js';
import type { Load } from './load.js';
import { chineseName, demoMail, foreignName } from './people.js';
import { projectText } from './project-texts.js';
import { planAnswers } from './project-answers.js';
import type { Random } from './random.js';

/** One decision of a checker. */
export interface Decision {
  action: 'accept' | 'return' | 'reject';
  reasonCode: ReturnReason | RejectReason | null;
  text: string;
  dueAt: Date | null;
  at: Date;
}

/** One time that a project was handed in, and what was decided on it. */
export interface Round {
  at: Date;
  decision?: Decision;
}

/** A project as the demonstration wants it, before it has rows. */
export interface ProjectPlan {
  owner: Person;
  state: ProjectState;
  content: ProjectContent;
  createdAt: Date;
  rounds: Round[];
  withdrawnAt: Date | null;
}

const DIVISIONS = [
  ['EQP', 32],
  ['EIT', 30],
  ['BIO', 24],
  ['FOOD', 14],
] as const;
const ABROAD = new Set(['EUA', 'ASIA']);
const REGIONS = [
  ['BJ', 28],
  ['HZ', 20],
  ['XA', 18],
  ['EUA', 18],
  ['ASIA', 16],
] as const;
const ROLES: Record<Locale, readonly string[]> = {
  zh: ['技术负责人', '市场负责人', '工艺工程师', '算法工程师', '运营负责人', '首席科学家', '财务负责人'],
  en: ['Chief technology officer', 'Head of product', 'Process engineer', 'Head of operations', 'Principal scientist'],
};
/** Basis points; with a leader's share they never come to more than the whole. */
const OTHER_SHARES = [300, 500, 700];
const LEADER: Record<Locale, string> = { zh: '项目负责人', en: 'Founder' };

const RETURNS: readonly (readonly [ReturnReason, string, string])[] = [
  [
    'material_missing',
    '商业计划书缺少财务预测与股权结构，请补充后重新提交。',
    'The business plan lacks the forecast and the equity table; please add them and hand in again.',
  ],
  [
    'material_unreadable',
    '商业计划书第 3 页起无法打开，请重新上传。',
    'The business plan cannot be read from page 3 on; please upload it again.',
  ],
  [
    'wrong_division',
    '核心技术属另一细分方向，请调整领域与细分方向。',
    'The core technology belongs to another sub-field; please choose again.',
  ],
  ['team_unclear', '核心成员的分工未写明，请逐一补充。', 'What each core member does is not stated; please add it.'],
  [
    'rights_unclear',
    '请说明主要专利的权利人，并补充许可文件。',
    'Please show who owns the main patents and add the licence.',
  ],
];
const REJECTS: readonly (readonly [RejectReason, string, string])[] = [
  ['not_eligible', '项目不属于本届四个参赛领域。', 'The project lies in none of the four divisions.'],
  ['duplicate', '同一项目已由另一团队成员申报。', 'Another member of the team has entered the same project.'],
  ['rights_dispute', '核心专利权属存在争议，暂不符合条件。', 'The ownership of the core patent is in dispute.'],
];

const HOUR = 1 / 24;

/** The content of one project by `owner`. */
export function planContent(
  load: Load,
  owner: Person,
  definition: EditionDefinition,
  region: string,
  used: { titles: Set<string>; names: Set<string> },
): ProjectContent {
  const { random } = load;
  const division = random.weighted(DIVISIONS);
  const field = random.pick(definition.divisions.find(({ code }) => code === division)!.fields);
  const language = owner.locale === 'en' && random.chance(72) ? 'en' : 'zh';
  const group = random.chance(55) ? 'ENT' : 'TEAM';
  const organisation =
    group === 'ENT' ? companyOf(random, region, division, used.names, load.number()) : institutionOf(random, region);
  return {
    ...projectText(random, field.name.zh, language, used.titles),
    language,
    division,
    field: field.code,
    region,
    group,
    organisation,
    landing: random.sample(COUNTIES, random.int(1, 3)).map(({ code }) => code),
    undertaking: true,
    undertakingDigest: undertakingDigest(definition.undertaking),
    members: membersOf(load, owner, group, language),
    answers: planAnswers(load, group, language),
  };
}

function membersOf(load: Load, owner: Person, group: 'ENT' | 'TEAM', language: Locale): MemberContent[] {
  const { random } = load;
  const shared = group === 'ENT' ? random.int(40, 70) * 100 : null;
  const leader = { name: owner.name, role: LEADER[language], share: shared, mail: owner.mail!, isCore: true };
  const others = Array.from({ length: random.int(group === 'TEAM' ? 2 : 1, 4) }, (_, index): MemberContent => {
    const foreign = owner.locale === 'en' && random.chance(70);
    return {
      name: foreign ? foreignName(random) : chineseName(random),
      role: random.pick(ROLES[language]),
      share: shared === null ? null : random.pick(OTHER_SHARES),
      mail: demoMail(`member${load.number()}`),
      isCore: index < 2 || random.chance(40),
    };
  });
  return [leader, ...others];
}

/** A region for a project of somebody at home or abroad. */
export function regionOf(random: Random, abroad: boolean): string {
  for (;;) {
    const region = random.weighted(REGIONS);
    if (ABROAD.has(region) === abroad) return region;
  }
}

/**
 * When a project was handed in and what was decided, so that it stands in `state` now. Registration has been open
 * for 45 days.
 */
export function planRounds(
  load: Load,
  state: ProjectState,
  language: Locale,
): Pick<ProjectPlan, 'createdAt' | 'rounds' | 'withdrawnAt'> {
  const { random } = load;
  const minutes = (from: number, to: number) => random.int(Math.round(from * 1440), Math.round(to * 1440)) / 1440;
  if (state === 'draft') return { createdAt: load.ago(minutes(0.1, 40)), rounds: [], withdrawnAt: null };
  const last = { submitted: [0.05, 6], returned: [2, 7], accepted: [3, 41], rejected: [4, 41], withdrawn: [6, 40] }[
    state
  ] as [number, number];
  const submitted = minutes(last[0], last[1]);
  const rounds: Round[] = [];
  let first = submitted;
  if ((state === 'accepted' || state === 'rejected' || state === 'submitted') && submitted < 38 && random.chance(14)) {
    first = submitted + minutes(1.2, 2.8);
    rounds.push({ at: load.ago(first), decision: returnOf(load, language, first - minutes(0.3, 1)) });
  }
  const decidedAt = submitted - minutes(0.4, Math.min(2.6, submitted - 0.2));
  rounds.push({ at: load.ago(submitted), ...decisionFor(load, state, language, decidedAt) });
  return {
    createdAt: load.ago(Math.min(44.9, first + minutes(0.2, 3))),
    rounds,
    withdrawnAt: state === 'withdrawn' ? load.ago(submitted - minutes(1, 5)) : null,
  };
}

function decisionFor(load: Load, state: ProjectState, language: Locale, days: number): { decision?: Decision } {
  if (state === 'accepted')
    return { decision: { action: 'accept', reasonCode: null, text: '', dueAt: null, at: load.ago(days) } };
  if (state === 'returned') return { decision: returnOf(load, language, days) };
  if (state !== 'rejected') return {};
  const [reasonCode, zh, en] = load.random.pick(REJECTS);
  return {
    decision: { action: 'reject', reasonCode, text: language === 'zh' ? zh : en, dueAt: null, at: load.ago(days) },
  };
}

/** A return, with the five days of the edition for the correction. */
function returnOf(load: Load, language: Locale, days: number): Decision {
  const [reasonCode, zh, en] = load.random.pick(RETURNS);
  return {
    action: 'return',
    reasonCode,
    text: language === 'zh' ? zh : en,
    dueAt: load.ago(days - 5 - HOUR),
    at: load.ago(days),
  };
}

import type { Answers, Locale } from '@haishi/contracts';
import type { Load } from './load.js';

const DEGREES = [
  ['DOCTOR', 62],
  ['MASTER', 27],
  ['BACHELOR', 9],
  ['NONE', 2],
] as const;
const MATURITIES = [
  ['RESEARCH', 18],
  ['PROTOTYPE', 41],
  ['SMALL', 27],
  ['MARKET', 14],
] as const;
const NEEDS = ['SITE', 'FUNDS', 'SCENE', 'POLICY', 'PARTNER'] as const;
const EDGES: Record<Locale, readonly string[]> = {
  zh: [
    '关键指标优于进口同类产品，成本约为其六成，核心部件均可在国内采购。',
    '自有发明专利覆盖核心工艺，第三方检测结果已达到行业领先水平。',
    '已在三家用户处连续运行一年以上，故障率低于行业平均水平的一半。',
    '交付周期由三个月缩短到四周，可按用户工艺快速定制。',
  ],
  en: [
    'Better than imported products in what matters, at some 60 % of their cost, with parts that are bought at home.',
    'Own patents cover the core process; independent tests place it ahead of the industry.',
    'In use at three customers for more than a year, failing less than half as often as the average.',
    'Delivered in four weeks instead of three months, and fitted to the process of each customer.',
  ],
};

/** What the owner of a project answered to the supplied edition's questions. Some leave out what is not required. */
export function planAnswers(load: Load, group: string, language: Locale): Answers {
  const { random } = load;
  const told = (): boolean => random.chance(93);
  const day = (years: number) =>
    load
      .ago(Math.round(years * 365.25))
      .toISOString()
      .slice(0, 10);
  const answers: Answers = {};
  if (group === 'ENT' && told()) answers['FOUNDED'] = day(random.int(8, 110) / 12);
  if (told()) answers['BORN'] = day(random.int(27 * 12, 59 * 12) / 12);
  if (told()) answers['DEGREE'] = random.weighted(DEGREES);
  if (told()) answers['MATURITY'] = random.weighted(MATURITIES);
  if (random.chance(70)) answers['EDGE'] = random.pick(EDGES[language]);
  if (told()) answers['PATENTS'] = random.chance(30) ? 0 : random.int(1, 18);
  if (group === 'ENT' && told()) answers['REVENUE'] = random.int(0, 900_000) / 100;
  if (told()) {
    const needs: readonly string[] = random.sample(NEEDS, random.int(1, 3));
    answers['NEEDS'] = NEEDS.filter((need) => needs.includes(need));
  }
  if (told()) answers['WONBEFORE'] = random.chance(1);
  if (told()) answers['SUBSIDISED'] = random.chance(2);
  return answers;
}

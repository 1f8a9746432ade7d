import type { Locale, LocalText } from '@haishi/contracts';
import { type Cell, type Sheet, writeWorkbook } from '@haishi/platform';
import type { StatisticsView } from './statistics.dto.js';
import type { StepKind } from './statistics.rules.js';

const WORDS = {
  funnel: { zh: '各环节', en: 'Steps' },
  region: { zh: '赛区', en: 'Region' },
  division: { zh: '领域', en: 'Division' },
  all: { zh: '合计', en: 'Together' },
  days: { zh: '每日提交', en: 'Submissions per day' },
  day: { zh: '日期', en: 'Day' },
  handedIn: { zh: '首次提交', en: 'Handed in first' },
  judges: { zh: '评委', en: 'Judges' },
  stage: { zh: '阶段', en: 'Stage' },
  judge: { zh: '评委', en: 'Judge' },
  difference: { zh: '与均分之差', en: 'Difference' },
  mean: { zh: '平均给分', en: 'Mean given' },
  agreement: { zh: '一致性', en: 'Agreement' },
  sheets: { zh: '评分数', en: 'Sheets' },
} as const satisfies Record<string, LocalText>;

const STEP_WORDS: Readonly<Record<StepKind, LocalText>> = {
  begun: { zh: '已开始', en: 'Begun' },
  handedIn: { zh: '已提交', en: 'Handed in' },
  accepted: { zh: '资格通过', en: 'Eligible' },
  returned: { zh: '退回补正', en: 'Returned' },
  rejected: { zh: '不通过', en: 'Not eligible' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  onStage: { zh: '参加', en: 'In' },
  advanced: { zh: '晋级', en: 'Advanced' },
  awarded: { zh: '获奖', en: 'Awarded' },
};

/** The numbers of {@link StatisticsView} as a workbook: steps by region and division with their sums, days, judges. */
export function statisticsWorkbook(view: StatisticsView, locale: Locale): Promise<Buffer> {
  return writeWorkbook([steps(view, locale), days(view, locale), judges(view, locale)]);
}

function steps({ funnel }: StatisticsView, locale: Locale): Sheet {
  const { regions, divisions, cells, total } = funnel;
  const nameOf = (parts: readonly { code: string; name: LocalText }[], code: string) =>
    parts.find((one) => one.code === code)!.name[locale];
  const all = WORDS.all[locale];
  return {
    name: WORDS.funnel[locale],
    columns: [
      { header: WORDS.region[locale], width: 20 },
      { header: WORDS.division[locale], width: 30 },
      ...funnel.steps.map(({ kind, stage }) => ({
        header: [STEP_WORDS[kind][locale], ...(stage ? [stage.name[locale]] : [])].join(' '),
        width: 14,
      })),
    ],
    rows: [
      ...cells.map((one): Cell[] => [nameOf(regions, one.region), nameOf(divisions, one.division), ...one.counts]),
      ...regions.map((one): Cell[] => [one.name[locale], all, ...one.counts]),
      ...divisions.map((one): Cell[] => [all, one.name[locale], ...one.counts]),
      [all, all, ...total],
    ],
  };
}

function days(view: StatisticsView, locale: Locale): Sheet {
  return {
    name: WORDS.days[locale],
    columns: [
      { header: `${WORDS.day[locale]} (${view.timeZone})`, width: 30 },
      { header: WORDS.handedIn[locale], width: 16 },
    ],
    rows: view.days.map(({ day, count }) => [day, count]),
  };
}

function judges(view: StatisticsView, locale: Locale): Sheet {
  const points = (hundredths: number | null): Cell => (hundredths === null ? null : hundredths / 100);
  const column = (name: keyof typeof WORDS, width: number) => ({ header: WORDS[name][locale], width });
  return {
    name: WORDS.judges[locale],
    columns: [
      column('stage', 20),
      column('judge', 20),
      column('difference', 14),
      column('mean', 14),
      column('agreement', 14),
      column('sheets', 12),
    ],
    rows: view.judging.flatMap((stage) =>
      stage.judges.map((one): Cell[] => [
        stage.name[locale],
        one.name,
        points(one.difference),
        points(one.mean),
        points(one.agreement),
        one.sheets,
      ]),
    ),
  };
}

import type { Locale, LocalText } from '@haishi/contracts';
import type { ListCell, ListColumn, ListPart } from '@haishi/platform';
import type { StatisticsView } from './statistics.dto.js';
import type { StepKind } from './statistics.rules.js';

export const WORDS = {
  title: { zh: '赛事统计', en: 'Statistics of the edition' },
  group: { zh: '只计一个组别：', en: 'One group alone: ' },
  channel: { zh: '只计一个来源：', en: 'One channel alone: ' },
  recused: {
    zh: '您有利害关系或已回避、未计入的项目数：',
    en: 'Projects that you have a tie to or are recused from, which count nowhere: ',
  },
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
  from: { zh: '95% 区间下限', en: '95 % from' },
  to: { zh: '95% 区间上限', en: '95 % to' },
  unsure: { zh: '不足以判断', en: 'too little to tell' },
  mean: { zh: '平均给分', en: 'Mean given' },
  agreement: { zh: '一致性', en: 'Agreement' },
  assigned: { zh: '分配数', en: 'Given' },
  sheets: { zh: '评分数', en: 'Sheets' },
  late: { zh: '逾期数', en: 'Late' },
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

/** The numbers of {@link StatisticsView} as tables: steps by region and division with their sums, days, judges. */
export const statisticsParts = (view: StatisticsView, locale: Locale): ListPart[] => [
  steps(view, locale),
  days(view, locale),
  judges(view, locale),
];

function steps({ funnel }: StatisticsView, locale: Locale): ListPart {
  const { regions, divisions, cells, total } = funnel;
  const nameOf = (parts: readonly { code: string; name: LocalText }[], code: string) =>
    parts.find((one) => one.code === code)!.name[locale];
  const all = WORDS.all[locale];
  return {
    name: WORDS.funnel[locale],
    columns: [
      { header: WORDS.region[locale], width: 16 },
      { header: WORDS.division[locale], width: 24 },
      ...funnel.steps.map(({ kind, stage }): ListColumn => ({
        header: [STEP_WORDS[kind][locale], ...(stage ? [stage.name[locale]] : [])].join(' '),
        width: 10,
        kind: 'number',
      })),
    ],
    rows: [
      ...cells.map((one): ListCell[] => [nameOf(regions, one.region), nameOf(divisions, one.division), ...one.counts]),
      ...regions.map((one): ListCell[] => [one.name[locale], all, ...one.counts]),
      ...divisions.map((one): ListCell[] => [all, one.name[locale], ...one.counts]),
      [all, all, ...total],
    ],
  };
}

function days(view: StatisticsView, locale: Locale): ListPart {
  return {
    name: WORDS.days[locale],
    columns: [
      { header: WORDS.day[locale], width: 30, kind: 'day' },
      { header: WORDS.handedIn[locale], width: 16, kind: 'number' },
    ],
    rows: view.days.map(({ day, count }) => [day, count]),
  };
}

function judges(view: StatisticsView, locale: Locale): ListPart {
  const points = (hundredths: number | null): ListCell => (hundredths === null ? null : hundredths / 100);
  const column = (name: keyof typeof WORDS, width: number, decimals?: number): ListColumn => ({
    header: WORDS[name][locale],
    width,
    ...(decimals === undefined ? {} : { kind: 'number', decimals }),
  });
  return {
    name: WORDS.judges[locale],
    columns: [
      column('stage', 20),
      column('judge', 20),
      column('difference', 14, 2),
      column('from', 14, 2),
      column('to', 14, 2),
      column('mean', 14, 2),
      column('agreement', 14, 2),
      column('assigned', 12, 0),
      column('sheets', 12, 0),
      column('late', 12, 0),
    ],
    rows: view.judging.flatMap((stage) =>
      stage.judges.map((one): ListCell[] => [
        stage.name[locale],
        one.name,
        points(one.difference),
        ...(one.interval
          ? [points(one.interval.from), points(one.interval.to)]
          : [one.difference === null ? null : WORDS.unsure[locale], null]),
        points(one.mean),
        points(one.agreement),
        one.assigned,
        one.sheets,
        one.late,
      ]),
    ),
  };
}

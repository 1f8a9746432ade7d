import type { Locale, LocalText } from '@haishi/contracts';
import type { ListCell, ListColumn, ListPart } from '@haishi/platform';
import { placeWords } from './result.words.js';
import type { ResultView, RoundResultsView } from './results.dto.js';
import { scalingWords } from './scaling.words.js';

export const WORDS = {
  list: { zh: '网评成绩', en: 'Results of the online review' },
  results: { zh: '成绩', en: 'Results' },
  place: { zh: '名次', en: 'Place' },
  number: { zh: '编号', en: 'Number' },
  title: { zh: '项目', en: 'Project' },
  team: { zh: '单位', en: 'Organisation' },
  division: { zh: '领域', en: 'Division' },
  region: { zh: '赛区', en: 'Region' },
  raw: { zh: '原始分', en: 'Raw' },
  adjusted: { zh: '校正分', en: 'Adjusted' },
  why: { zh: '名次说明', en: 'Why this place' },
  count: { zh: '有效评分', en: 'Sheets' },
  divergent: { zh: '分歧评分', en: 'Divergent sheets' },
  late: { zh: '逾期评分', en: 'Late sheets' },
  left: { zh: '未复评的理由', en: 'Not looked at again because' },
  sheet: { zh: '评分', en: 'Sheet' },
  judge: { zh: '评委', en: 'Judge' },
  judges: { zh: '评委宽严', en: 'Harshness' },
  effect: { zh: '与均值之差', en: 'Off the mean' },
  from: { zh: '95% 区间自', en: '95 % interval from' },
  to: { zh: '至', en: 'To' },
  unsure: { zh: '不足以判断', en: 'Too little to tell' },
  refusals: { zh: '不能校正的原因', en: 'Not adjusted because' },
  rescalings: { zh: '校正方式的变更', en: 'Changes of the adjustment' },
  at: { zh: '时间', en: 'At' },
  scaledFrom: { zh: '原来', en: 'Before' },
  scaledTo: { zh: '改为', en: 'Since' },
  reason: { zh: '理由', en: 'Reason' },
} as const satisfies Record<string, LocalText>;

/** {@link RoundResultsView} as tables: raw, adjusted, place with what broke a tie, and every sheet; harshness; why anything was not adjusted, and how that was changed. */
export const resultParts = (view: RoundResultsView, locale: Locale): ListPart[] => [
  results(view, locale),
  ...(view.judges.length > 0 ? [harshness(view, locale)] : []),
  ...(view.refusals.length > 0 ? [refusals(view, locale)] : []),
  ...(view.rescalings.length > 0 ? [rescalings(view, locale)] : []),
];

const numberOf = (text: string | null): ListCell => (text === null ? null : Number(text));

function results(view: RoundResultsView, locale: Locale): ListPart {
  const { entries, decimals } = view;
  const most = Math.max(0, ...entries.map(({ sheets }) => sheets.length));
  const column = (name: keyof typeof WORDS, width: number, more: Partial<ListColumn> = {}): ListColumn => ({
    header: WORDS[name][locale],
    width,
    ...more,
  });
  const count = { kind: 'number' } as const;
  const score = { kind: 'number', decimals } as const;
  const seats = Array.from({ length: most }, (_, at) => at);
  return {
    name: WORDS.results[locale],
    columns: [
      column('place', 6, count),
      column('number', 16, { kind: 'code' }),
      column('title', 40),
      column('team', 30),
      column('division', 20),
      column('region', 14),
      column('raw', 8, score),
      column('adjusted', 8, score),
      column('why', 44),
      column('count', 8, count),
      column('divergent', 8, count),
      column('late', 8, count),
      column('left', 24),
      ...seats.flatMap((at): ListColumn[] => [
        { header: `${WORDS.judge[locale]} ${at + 1}`, width: 14, screenOnly: true },
        { header: `${WORDS.sheet[locale]} ${at + 1}`, width: 10, kind: 'number', decimals: 2, screenOnly: true },
      ]),
    ],
    rows: entries.map((entry) => rowOf(entry, view, seats, locale)),
  };
}

function rowOf(entry: ResultView, view: RoundResultsView, seats: readonly number[], locale: Locale): ListCell[] {
  const { place, number, title, team, division, region, raw, adjusted, leftDivergent, sheets } = entry;
  return [
    place,
    number,
    title,
    team,
    division[locale],
    region[locale],
    numberOf(raw),
    numberOf(adjusted),
    placeWords(entry, view)?.[locale] ?? null,
    sheets.length,
    sheets.filter(({ divergent }) => divergent).length,
    sheets.filter(({ late }) => late).length,
    leftDivergent,
    ...seats.flatMap((at): ListCell[] => [sheets[at]?.name ?? null, numberOf(sheets[at]?.total ?? null)]),
  ];
}

function harshness({ judges }: RoundResultsView, locale: Locale): ListPart {
  return {
    name: WORDS.judges[locale],
    columns: [
      { header: WORDS.judge[locale], width: 20 },
      { header: WORDS.division[locale], width: 24 },
      { header: WORDS.count[locale], width: 12, kind: 'number' },
      { header: WORDS.effect[locale], width: 14, kind: 'number', decimals: 2 },
      { header: WORDS.from[locale], width: 14, kind: 'number', decimals: 2 },
      { header: WORDS.to[locale], width: 14, kind: 'number', decimals: 2 },
    ],
    rows: judges.map(({ name, division, sheets, effect, interval }): ListCell[] => [
      name,
      division[locale],
      sheets,
      Number(effect),
      ...(interval ? [Number(interval.from), Number(interval.to)] : [WORDS.unsure[locale], null]),
    ]),
  };
}

function refusals({ refusals: reasons }: RoundResultsView, locale: Locale): ListPart {
  const header = WORDS.refusals[locale];
  return { name: header, columns: [{ header, width: 100 }], rows: reasons.map((one): ListCell[] => [one[locale]]) };
}

function rescalings({ rescalings: changes }: RoundResultsView, locale: Locale): ListPart {
  return {
    name: WORDS.rescalings[locale],
    columns: [
      { header: WORDS.at[locale], width: 20, kind: 'instant' },
      { header: WORDS.scaledFrom[locale], width: 36 },
      { header: WORDS.scaledTo[locale], width: 36 },
      { header: WORDS.reason[locale], width: 60 },
    ],
    rows: changes.map(({ at, from, to, reason }): ListCell[] => [
      new Date(at),
      scalingWords(from)[locale],
      scalingWords(to)[locale],
      reason,
    ]),
  };
}

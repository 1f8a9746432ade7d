import { listed, type LocalText } from '@haishi/contracts';
import type { Advancement, Cut, QuotaProblem, WaitingTie } from '@haishi/review';
import { formatFixed } from '@haishi/kernel';
import type { EditionDefinition } from '../edition/edition.definition.js';
import type { EditionStage } from '../edition/edition.entity.js';
import { namedStage, nameOf } from '../edition/named.js';
import type { StruckBy } from './advancement.entity.js';
import type { Candidate, CombinedScore, TieReason } from './advancement.rules.js';

const REGIONS: LocalText = { zh: '赛区', en: 'regions' };
const DIVISIONS: LocalText = { zh: '领域', en: 'divisions' };

type Named = Pick<EditionDefinition, 'regions' | 'divisions'>;
type NamedPart = Named['regions'][number];

/** What the parts of an edition are called that explain a place. */
export interface PlaceNames extends Named {
  criteria: readonly Pick<NamedPart, 'code' | 'name'>[];
  stages: readonly Pick<NamedPart, 'code' | 'name'>[];
}

export function placeNames(
  { regions, divisions, rubric: { criteria } }: EditionDefinition,
  stages: readonly EditionStage[],
): PlaceNames {
  return { regions, divisions, criteria, stages: stages.map(namedStage) };
}

/** What a cell is called: its region, its division or both. */
export function cellName({ row, column }: { row: string; column: string }, { regions, divisions }: Named): LocalText {
  return join([...(row ? [nameOf(regions, row)] : []), ...(column ? [nameOf(divisions, column)] : [])], ' × ', ' × ');
}

/** Why an entry advances or does not, without a word of any other entry. `ranked` is how many were ranked. */
export function explanationOf(entry: Advancement, candidate: Candidate, ranked: number, names: PlaceNames): LocalText {
  if (candidate.ineligible) return ineligibleWords(candidate.ineligible);
  const { place, cell, position, cut, wildcards, waitingTie, replaces } = entry.explanation;
  const isCut = [cut, wildcards].some((one) => one?.tie && one.line === place);
  const parts: LocalText[] = [
    { zh: `第 ${place} 名（共 ${ranked} 名）`, en: `rank ${place} of ${ranked}` },
    ...(candidate.parts ? [partWords(candidate.parts)] : []),
    ...(candidate.tie ? [brokenWords(candidate.score!, candidate.tie, names)] : []),
    ...(cell
      ? [
          {
            zh: `${cellName(cell, names).zh}组内第 ${position} 名，名额 ${cut!.quota} 个`,
            en: `cell ${cellName(cell, names).en}, position ${position} of quota ${cut!.quota}`,
          },
        ]
      : [{ zh: `名额 ${cut!.quota} 个`, en: `position ${position} of quota ${cut!.quota}` }]),
    ...(cut!.tie && cut!.line === place ? [tieWords(cut!.tie)] : []),
    ...(wildcards ? [{ zh: `另争外卡 ${wildcards.quota} 个`, en: `competed for ${wildcards.quota} wildcards` }] : []),
    ...(wildcards?.tie && wildcards.line === place ? [tieWords(wildcards.tie)] : []),
    // That equals stand by their numbers is said where a cut line parted them already.
    ...(waitingTie && (!isCut || waitingTie.listed < waitingTie.sharing) ? [waitingTieWords(waitingTie)] : []),
    ...(replaces
      ? [{ zh: '因有名额空出由候补递补', en: 'moved up from the waiting list into a seat that became free' }]
      : []),
    statusWords(entry),
  ];
  return join(parts, '；', '; ');
}

/** Quotas that cannot be met: the demands that fail, and the nearest that can be met. */
export function problemWords(problem: QuotaProblem, names: Named): LocalText {
  if (problem.kind === 'size_above_room')
    return {
      zh: `要求晋级 ${problem.size} 项，而符合条件且未超各组上限的至多 ${problem.possible} 项。`,
      en: `${problem.size} are to advance, but at most ${problem.possible} are eligible within the caps.`,
    };
  const { totals, demands, nearest, change } = problem;
  const list = (codes: readonly string[], of: Named['regions'] | Named['divisions']) =>
    listed(codes.map((code) => nameOf(of, code)));
  const margins = (record: Record<string, number>, of: Named['regions'] | Named['divisions']) =>
    listed(
      Object.entries(record).map(([code, seats]) => {
        const { zh, en } = nameOf(of, code);
        return { zh: `${zh} ${seats}`, en: `${en} ${seats}` };
      }),
    );
  const unequal: LocalText[] =
    totals.rows === totals.columns
      ? []
      : [
          {
            zh: `各赛区名额合计 ${totals.rows}，各领域名额合计 ${totals.columns}，两者应当相等。`,
            en: `The regions ask for ${totals.rows} seats, the divisions for ${totals.columns}; these must be equal.`,
          },
        ];
  // Of several demands of the same regions or divisions the tightest says all: the others are met by less.
  const tightest = new Map<string, (typeof demands)[number]>();
  for (const one of demands) {
    const key = `${one.side} ${one[one.side].join()}`;
    if (one.possible < (tightest.get(key)?.possible ?? Infinity)) tightest.set(key, one);
  }
  const failing = [...tightest.values()].map(({ side, rows, columns, demanded, possible }): LocalText => {
    const [who, against, all, others] =
      side === 'rows'
        ? ([list(rows, names.regions), list(columns, names.divisions), nearest.columns, DIVISIONS] as const)
        : ([list(columns, names.divisions), list(rows, names.regions), nearest.rows, REGIONS] as const);
    const named = (side === 'rows' ? columns : rows).length;
    const by =
      named === 0
        ? { zh: `各${others.zh}的上限`, en: `the caps in all ${others.en}` }
        : named === Object.keys(all).length
          ? { zh: `${against.zh}的名额`, en: `the seats of ${against.en}` }
          : {
              zh: `${against.zh}的名额和其余${others.zh}的上限`,
              en: `the seats of ${against.en} and the caps in other ${others.en}`,
            };
    return {
      zh: `${who.zh}共要 ${demanded} 个名额，按${by.zh}，至多只能容纳 ${possible} 个。`,
      en: `${who.en} ask for ${demanded} seats, but by ${by.en} have room for ${possible}.`,
    };
  });
  const [byRegion, byDivision] = [margins(nearest.rows, names.regions), margins(nearest.columns, names.divisions)];
  const closest = {
    zh: `最接近的可行名额（共改动 ${change} 个）：赛区：${byRegion.zh}；领域：${byDivision.zh}。`,
    en: `The nearest quotas that can be met (${change} seats changed): regions: ${byRegion.en}; divisions: ${byDivision.en}.`,
  };
  return join([...unequal, ...failing, closest], '', ' ');
}

function ineligibleWords(ineligible: NonNullable<Candidate['ineligible']>): LocalText {
  if (ineligible.because === 'excluded')
    return { zh: `不参加晋级：${ineligible.reason}`, en: `Cannot advance: ${ineligible.reason}` };
  if (ineligible.because === 'no_earlier_score')
    return {
      zh: '没有计入的前一阶段成绩，不参加晋级',
      en: 'No score of the earlier stage that counts, cannot advance',
    };
  if (ineligible.because === 'left_earlier')
    return {
      zh: '已退出前一阶段的晋级或被取消资格，不参加晋级',
      en: 'Left an earlier stage after it was published, or was struck off, and cannot advance',
    };
  return ineligible.because === 'withdrawn'
    ? { zh: '已退赛，不参加晋级', en: 'Withdrew, cannot advance' }
    : { zh: '有效评分不足，不参加晋级', en: 'Too few valid scores, cannot advance' };
}

function partWords({ own, earlier, decimals }: CombinedScore): LocalText {
  const [here, before] = [formatFixed(own!, decimals), formatFixed(earlier!, decimals)];
  return { zh: `本阶段 ${here}，计入前一阶段 ${before}`, en: `${here} in this stage, ${before} carried over` };
}

function brokenWords(score: number, { decimals, compared, sharing, ruled }: TieReason, names: PlaceNames): LocalText {
  // What a panel knows ends where an earlier stage's score is named; a ruling is on those who are level by that.
  const known = ruled ? compared.findIndex(({ tie }) => tie.by === 'earlier') : -1;
  const [level, further] = known === -1 ? [compared, []] : [compared.slice(0, known), compared.slice(known)];
  const looked = valueWords(level, names);
  const text = formatFixed(score, decimals);
  if (!ruled && sharing === 0)
    return { zh: `${text} 分同分，按${looked.zh} 分出`, en: `tie on ${text} broken by ${looked.en}` };
  const others = valueWords(further, names);
  return join(
    [
      { zh: `${text} 分同分`, en: `tie on ${text}` },
      ...(level.length > 0 ? [{ zh: `比较${looked.zh} 后仍相同`, en: `still level by ${looked.en}` }] : []),
      ...(ruled ? [{ zh: '先后经裁定', en: 'put in order by a ruling' }] : []),
      ...(further.length > 0
        ? [
            {
              zh: `在不改变该先后的前提下与其余同分项目比较${others.zh}`,
              en: `and ranked with the others, as far as that order allows, by ${others.en}`,
            },
          ]
        : []),
      ...(sharing > 0 ? [{ zh: '名次并列', en: 'place shared' }] : []),
    ],
    '，',
    ', ',
  );
}

function valueWords(compared: TieReason['compared'], names: PlaceNames): LocalText {
  const values = compared.map((one): LocalText => {
    const name = tieName(one.tie, names);
    if (one.value === null)
      return {
        zh: `${name.zh}（无，排在有该成绩的项目之后）`,
        en: `${name.en} (none, so after those that have one)`,
      };
    const text = formatFixed(one.value, one.decimals);
    return { zh: `${name.zh} ${text}`, en: `${name.en} ${text}` };
  });
  return join(values, '、', ', then ');
}

function tieName(tie: TieReason['compared'][number]['tie'], { criteria, stages }: PlaceNames): LocalText {
  if (tie.by === 'untrimmed') return { zh: '去分前均值', en: 'the mean before striking' };
  if (tie.by === 'criterion') return nameOf(criteria, tie.code);
  const { zh, en } = nameOf(stages, tie.code);
  return { zh: `${zh}成绩`, en: `the score of ${en}` };
}

function tieWords({ sharing, seated, by }: NonNullable<Cut['tie']>): LocalText {
  return by === 'all'
    ? { zh: `末位名次有 ${sharing} 项并列，全部晋级`, en: `${sharing} share the place of the cut line, all advance` }
    : {
        zh: `末位名次有 ${sharing} 项并列，按项目编号顺序取 ${seated} 项`,
        en: `${sharing} share the place of the cut line, ${seated} of them seated in the order of their numbers`,
      };
}

function waitingTieWords({ sharing, listed }: WaitingTie): LocalText {
  return listed < sharing
    ? {
        zh: `候补末位名次有 ${sharing} 项并列，按项目编号顺序列入 ${listed} 项`,
        en: `${sharing} share the last place of the waiting list, ${listed} of them listed in the order of their numbers`,
      }
    : {
        zh: `候补中有 ${sharing} 项名次并列，按项目编号顺序排列`,
        en: `${sharing} on the waiting list share this place, in the order of their numbers`,
      };
}

/** Where an entry stands, in a few words. */
export function statusWords({ status, waiting }: Advancement): LocalText {
  if (status === 'waiting') return { zh: `候补第 ${waiting} 位`, en: `number ${waiting} on the waiting list` };
  if (status === 'wildcard') return { zh: '以外卡晋级', en: 'advances by wildcard' };
  return status === 'advances' ? { zh: '晋级', en: 'advances' } : { zh: '未晋级', en: 'does not advance' };
}

const join = (parts: readonly LocalText[], zh: string, en: string): LocalText => ({
  zh: parts.map((one) => one.zh).join(zh),
  en: parts.map((one) => one.en).join(en),
});

/** Of an entry that was struck off after the publication. */
export const STRUCK_WORDS: LocalText = {
  zh: '公示异议成立，已取消资格',
  en: 'Disqualified, since an objection to the public notice was upheld',
};

/** For which objection an entry was struck off, for its organisers. */
export const struckWords = ({ notice, objection }: StruckBy): LocalText => ({
  zh: `第 ${notice} 号公示的第 ${objection} 件异议成立，取消资格`,
  en: `disqualified: objection ${objection} to public notice ${notice} was upheld`,
});

/** Of an entry that withdrew or gave up after the publication. */
export const LEFT_WORDS: LocalText = { zh: '已退出或放弃晋级', en: 'Withdrew or gave up its place' };

import type { LocalText } from '@haishi/contracts';
import { formatFixed } from '@haishi/kernel';
import { type Aggregation, formatPoints, type RecusalKind, type Rubric } from '@haishi/review';

/** `中文 English`, once where both are the same. */
export function both({ zh, en }: LocalText): string {
  return zh === en ? zh : `${zh} ${en}`;
}

export const RECUSAL_KIND_WORDS: Record<RecusalKind, LocalText> = {
  automatic: { zh: '系统自动', en: 'Automatic' },
  declared: { zh: '本人申请', en: 'Declared' },
  staff: { zh: '工作人员设定', en: 'By staff' },
};

const AUTOMATIC_REASONS: Record<string, LocalText> = {
  organisation: { zh: '工作单位与参赛单位相同', en: 'same organisation' },
  owner: { zh: '项目申报人', en: 'handed the project in' },
  named: { zh: '被列为项目成员', en: 'named as a member of the team' },
  elsewhere: { zh: '在其他评审中已回避', en: 'recused in another review' },
  member: { zh: '项目成员', en: 'member of the team' },
};

/** Why a judge is recused, as people read it. */
export function recusalReason({ kind, reason }: { kind: RecusalKind; reason: string }): string {
  const words = kind === 'automatic' ? AUTOMATIC_REASONS[reason] : undefined;
  return words ? both(words) : reason;
}

export const STRUCK_WORDS: Record<'highest' | 'lowest', LocalText> = {
  highest: { zh: '去最高', en: 'highest, struck' },
  lowest: { zh: '去最低', en: 'lowest, struck' },
};

/** A total of a sheet, with two decimals. */
export const points = (hundredths: number): string => formatFixed(hundredths, 2);

/** A result in units of its last decimal; a dash where there is none. */
export const resultPoints = (value: number | null, decimals: number): string =>
  value === null ? '—' : formatFixed(value, decimals);

/** How results come about, in words. */
export function ruleOf({ outOf }: Rubric, { dropHighest, dropLowest, minValid, decimals }: Aggregation): LocalText {
  const [zh, en] =
    dropHighest + dropLowest === 0
      ? ['各评委总分取平均', 'Mean of the totals']
      : [
          `去掉 ${dropHighest} 个最高分、${dropLowest} 个最低分后取平均`,
          `Mean of the totals without the ${dropHighest} highest and ${dropLowest} lowest`,
        ];
  const full = formatPoints(outOf);
  return {
    zh: `满分 ${full} 分；${zh}，保留 ${decimals} 位小数，四舍五入；至少 ${minValid} 个有效评分方计成绩。`,
    en: `Out of ${full}. ${en}, rounded half up to ${decimals} decimals; at least ${minValid} valid scores.`,
  };
}

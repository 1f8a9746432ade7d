import type { Locale, LocalText } from '@haishi/contracts';
import { formatFixed } from '@haishi/kernel';
import type { NormalisationComponent, NormalisationRefusal } from '@haishi/review/rules';

/** Why the scores of a division cannot be adjusted, for who organises it. */
export function refusalWords(
  division: LocalText,
  refusal: NormalisationRefusal,
  judge: (personId: string) => string,
): LocalText {
  const { zh, en } = wordsOf(refusal, judge);
  return { zh: `${division.zh}：${zh}`, en: `${division.en}: ${en}` };
}

function wordsOf(refusal: NormalisationRefusal, judge: (personId: string) => string): LocalText {
  switch (refusal.kind) {
    case 'too_few_entries':
      return {
        zh: `仅有 ${refusal.entries} 个项目有评分，至少需要 ${refusal.needed} 个`,
        en: `only ${refusal.entries} entries are scored, ${refusal.needed} are needed`,
      };
    case 'too_few_sheets':
      return {
        zh: `评委${judge(refusal.judge)}仅评 ${refusal.sheets} 项，至少需要 ${refusal.needed} 项`,
        en: `${judge(refusal.judge)} scored ${refusal.sheets} entries, ${refusal.needed} are needed`,
      };
    case 'no_spread':
      return {
        zh: `评委${judge(refusal.judge)}的 ${refusal.sheets} 份评分都是 ${formatFixed(refusal.total, 2)}，无从比较`,
        en: `all ${refusal.sheets} sheets of ${judge(refusal.judge)} are ${formatFixed(refusal.total, 2)}, which tells nothing apart`,
      };
    case 'disconnected':
      return {
        zh: `评委与项目分成互不相连的 ${refusal.components.length} 部分，分数无法相互比较：${partsOf(refusal.components, judge, 'zh')}`,
        en: `judges and entries fall into ${refusal.components.length} unconnected parts, whose scores cannot be compared: ${partsOf(refusal.components, judge, 'en')}`,
      };
    case 'noise_unknown':
      return {
        zh: `评分单 ${refusal.sheets} 份，至少需要 ${refusal.needed} 份才能估计宽严`,
        en: `${refusal.sheets} sheets are too few to tell how harsh judges are, ${refusal.needed} are needed`,
      };
    case 'not_settled':
      return { zh: '计算未能收敛', en: 'the computation did not settle' };
  }
}

/** Nobody reads on beyond so many parts, or judges of one. */
const MOST_NAMED = 6;

function partsOf(
  components: readonly NormalisationComponent[],
  judge: (personId: string) => string,
  locale: Locale,
): string {
  const isChinese = locale === 'zh';
  const parts = components.slice(0, MOST_NAMED).map(({ judges, entries }, index) => {
    const names = judges.slice(0, MOST_NAMED).map(judge);
    const more = judges.length - names.length;
    if (isChinese)
      return `第 ${index + 1} 部分有${names.join('、')}${more > 0 ? ` 等 ${judges.length} 位评委` : ''}，${entries.length} 个项目`;
    if (more > 0) names.push(`${more} more`);
    return `part ${index + 1} has ${names.join(', ')}, entries: ${entries.length}`;
  });
  const left = components.length - parts.length;
  if (left > 0) parts.push(isChinese ? `另有 ${left} 部分` : `${left} more parts`);
  return parts.join(isChinese ? '；' : '; ');
}

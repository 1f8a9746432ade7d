import type { LocalText } from '@haishi/contracts';
import { formatFixed } from '@haishi/kernel';
import type { ResultView, RoundResultsView } from './results.dto.js';

type Placed = Pick<ResultView, 'place' | 'score' | 'explanation'>;
type Around = Pick<RoundResultsView, 'decimals' | 'criteria'>;

const UNTRIMMED = { zh: '去分前均值', en: 'untrimmed mean' };

/** Why an entry has its place: with whom it was level, and what told them apart; null where its score alone says it. */
export function placeWords({ place, score, explanation }: Placed, { decimals, criteria }: Around): LocalText | null {
  if (place === null || explanation === null || explanation.tiedWith === 0) return null;
  const { tiedWith, compared, sharing, ruled } = explanation;
  const values = compared.map(({ tie, value }) => {
    const named = tie.by === 'untrimmed' ? UNTRIMMED : criteria.find(({ code }) => code === tie.code)?.name;
    const name = named ?? { zh: tie.by === 'criterion' ? tie.code : '', en: tie.by === 'criterion' ? tie.code : '' };
    const text = formatFixed(value, decimals);
    return { zh: `${name.zh} ${text}`, en: `${name.en} ${text}` };
  });
  const looked = { zh: values.map(({ zh }) => zh).join('、'), en: values.map(({ en }) => en).join(', then ') };
  const told = ruled
    ? { zh: `经组委会裁定：${ruled.reason}`, en: `ruled on by the organisers: ${ruled.reason}` }
    : sharing > 0
      ? { zh: `与 ${sharing} 个项目并列`, en: `place shared with ${sharing}` }
      : undefined;
  const zh = [`与 ${tiedWith} 个项目同为 ${score} 分`];
  const en = [`tie on ${score} with ${tiedWith}`];
  if (values.length > 0) {
    zh.push(told ? `比较${looked.zh} 后仍相同` : `按${looked.zh} 分出`);
    en.push(told ? `still level by ${looked.en}` : `broken by ${looked.en}`);
  }
  if (told) {
    zh.push(told.zh);
    en.push(told.en);
  }
  return { zh: `第 ${place} 名：${zh.join('，')}`, en: `rank ${place}: ${en.join(', ')}` };
}

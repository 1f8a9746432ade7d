import type { LocalText } from '@haishi/contracts';
import type { Normalisation, Scaling } from './round.rules.js';

const NAMES: Readonly<Record<Normalisation, LocalText>> = {
  none: { zh: '不校正', en: 'not adjusted' },
  z_score: { zh: '标准分（Z 分数）', en: 'z-scores' },
  additive: { zh: '加性模型', en: 'additive model' },
  robust: { zh: '稳健加性模型', en: 'robust additive model' },
};

/** How scores are adjusted, in words. */
export function scalingWords({ normalisation, minSheets }: Scaling): LocalText {
  const { zh, en } = NAMES[normalisation];
  if (normalisation === 'none') return { zh, en };
  return { zh: `${zh}，每位评委至少 ${minSheets} 份`, en: `${en}, from ${minSheets} sheets a judge` };
}

import type { LocalText } from '@haishi/contracts';
import type { TwinReason } from './duplicates.rules.js';

/** A reason for a suspicion with what it rests on. It says of people and organisations what the project at hand says itself. */
export function reasonWords(reason: TwinReason): LocalText {
  if (reason.kind === 'person' && 'by' in reason)
    return {
      zh: `两个项目的申报人先后使用同一手机号或邮箱：${reason.names.join('、')}`,
      en: `Their entrants had the same phone or address at one time or another: ${reason.names.join(', ')}`,
    };
  if (reason.kind === 'leader')
    return {
      zh: `负责人同名且单位相同：${reason.name}（可能只是重名）`,
      en: `Leaders of one name in one organisation: ${reason.name} (they may be two people)`,
    };
  if (reason.kind === 'person')
    return {
      zh: `两个项目有同一人：${reason.names.join('、')}`,
      en: `The same person in both: ${reason.names.join(', ')}`,
    };
  if (reason.kind === 'organisation')
    return reason.by === 'code'
      ? { zh: `同一单位（代码相同）：${reason.name}`, en: `The same organisation, by its code: ${reason.name}` }
      : { zh: `单位名称相同：${reason.name}`, en: `The same name of the organisation: ${reason.name}` };
  if (reason.kind === 'wording')
    return {
      zh: `项目名称相似 ${reason.title}%，简介相似 ${reason.summary}%，可能经过改写`,
      en: `Titles ${reason.title}% and summaries ${reason.summary}% alike: perhaps reworded`,
    };
  return reason.kind === 'title'
    ? { zh: `项目名称相似 ${reason.likeness}%`, en: `Titles ${reason.likeness}% alike` }
    : { zh: `项目简介相似 ${reason.likeness}%`, en: `Summaries ${reason.likeness}% alike` };
}

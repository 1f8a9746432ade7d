import type { LocalText } from '@haishi/contracts';
import type { TwinReason } from './duplicates.rules.js';

/** A reason for a suspicion with what it rests on. It says of people and organisations what the project at hand says itself. */
export function reasonWords(reason: TwinReason): LocalText {
  if (reason.kind === 'person')
    return {
      zh: `两个项目有同一人：${reason.names.join('、')}`,
      en: `The same person in both: ${reason.names.join(', ')}`,
    };
  if (reason.kind === 'organisation')
    return reason.by === 'code'
      ? { zh: `同一单位（代码相同）：${reason.name}`, en: `The same organisation, by its code: ${reason.name}` }
      : { zh: `单位名称相同：${reason.name}`, en: `The same name of the organisation: ${reason.name}` };
  return reason.kind === 'title'
    ? { zh: `项目名称相似 ${reason.likeness}%`, en: `Titles ${reason.likeness}% alike` }
    : { zh: `项目简介相似 ${reason.likeness}%`, en: `Summaries ${reason.likeness}% alike` };
}

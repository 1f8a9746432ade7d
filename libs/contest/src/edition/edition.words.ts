import { failure, type LocalText } from '@haishi/contracts';
import type { Failure } from '@haishi/kernel';
import type { EditionState, StageState } from './edition.rules.js';

const EDITION_WORDS: Readonly<Record<EditionState, LocalText>> = {
  draft: { zh: '赛事筹备中', en: 'the edition is in preparation' },
  open: { zh: '赛事进行中', en: 'the edition is running' },
  closed: { zh: '赛事已结束', en: 'the edition is closed' },
  archived: { zh: '赛事已归档', en: 'the edition is archived' },
};

const STAGE_WORDS: Readonly<Record<StageState, LocalText>> = {
  planned: { zh: '阶段未开始', en: 'the stage has not begun' },
  open: { zh: '阶段进行中', en: 'the stage is open' },
  closed: { zh: '阶段已结束', en: 'the stage is closed' },
};

/**
 * Of an archived edition nothing is written any more, but what ends: personal data are erased, and a person takes back at any
 * time what was theirs to give (PIPL 个人信息保护法, articles 15, 16 and 47): their part in a team, their consent to the gallery,
 * an offer of theirs, another's reading of what is theirs; says no to what they were asked, or steps back from what they are
 * tied to. None of these opens anything to anybody. Fails with `edition.action_not_allowed`.
 */
export function assertNotArchived({ state }: { state: EditionState }): void {
  if (state === 'archived') throw notInEditionState(state);
}

/** `edition.action_not_allowed` that names the edition's state, and the stage's where it is about one. */
export function notInEditionState(edition: EditionState, stage?: StageState): Failure {
  const words = [EDITION_WORDS[edition], ...(stage ? [STAGE_WORDS[stage]] : [])];
  return failure('edition.action_not_allowed', {
    params: { state: words },
  });
}

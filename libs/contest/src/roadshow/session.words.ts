import { failure, type LocalText, type RoadshowState } from '@haishi/contracts';
import type { Failure } from '@haishi/kernel';

const SESSION_WORDS: Readonly<Record<RoadshowState, LocalText>> = {
  draft: { zh: '筹备中', en: 'Being set up' },
  signin: { zh: '签到中', en: 'Signing in' },
  ready: { zh: '已抽签', en: 'Order drawn' },
  running: { zh: '进行中', en: 'Running' },
  stopped: { zh: '已中止', en: 'Stopped' },
  closed: { zh: '已结束', en: 'Closed' },
  confirmed: { zh: '成绩已确认', en: 'Scores confirmed' },
};

/** `roadshow.action_not_allowed` that names the session's state. */
export function notInSessionState(state: RoadshowState): Failure {
  return failure('roadshow.action_not_allowed', { params: { state: SESSION_WORDS[state] } });
}

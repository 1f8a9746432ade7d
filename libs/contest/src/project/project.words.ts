import { failure, type LocalText } from '@haishi/contracts';
import type { Failure } from '@haishi/kernel';
import type { ProjectState } from './project.rules.js';

export const PROJECT_STATE_WORDS: Readonly<Record<ProjectState, LocalText>> = {
  draft: { zh: '草稿', en: 'Draft' },
  submitted: { zh: '待审查', en: 'Handed in' },
  returned: { zh: '退回补正', en: 'Returned for correction' },
  accepted: { zh: '资格审查通过', en: 'Eligible' },
  rejected: { zh: '资格审查未通过', en: 'Not eligible' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
};

/** `project.action_not_allowed` that names the state. */
export function notInProjectState(state: ProjectState): Failure {
  return failure('project.action_not_allowed', { params: { state: PROJECT_STATE_WORDS[state] } });
}

import { failure } from '@haishi/contracts';
import type { Failure } from '@haishi/kernel';
import { deadlineText } from '../project/deadline-text.js';
import type { Project } from '../project/project.entity.js';
import { type ProjectRole, takesPartAs } from '../project/project.rules.js';
import { UNDECIDABLE } from './eligibility.rules.js';

/** Fails with `eligibility.conflict` for who belongs to the project, and with `common.forbidden` for who does not check it. */
export function assertChecks(role: ProjectRole): void {
  if (takesPartAs(role)) throw failure('eligibility.conflict');
  if (role !== 'checker') throw failure('common.forbidden');
}

/** Says of a project that waits for no decision why, by its state. */
export function notWaiting({ state, correctionDueAt }: Project, timeZone: string): Failure {
  const at = correctionDueAt ? deadlineText(correctionDueAt, timeZone) : '';
  return failure(UNDECIDABLE[state], { params: { at } });
}

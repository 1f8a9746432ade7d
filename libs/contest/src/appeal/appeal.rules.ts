import { instantIn } from '@haishi/kernel';
import { addDays, dayAt } from '@haishi/reference';
import { withinDeadline } from '../edition/edition.rules.js';
import type { ProjectState } from '../project/project.rules.js';

export const APPEAL_STATES = ['open', 'upheld', 'dismissed'] as const;
export type AppealState = (typeof APPEAL_STATES)[number];

/** Days to appeal where an edition says nothing. */
export const DEFAULT_APPEAL_DAYS = 5;

/** Until when a rejection may be appealed: the end of the last of `days` days after the one it was made on, in the edition's zone. */
export function appealDeadline(rejectedAt: Date, days: number, timeZone: string): Date {
  return instantIn(timeZone, { day: addDays(dayAt(rejectedAt, timeZone), days), time: '23:59:59' });
}

export type AppealObstacle =
  | 'appeal.not_rejected'
  | 'appeal.already_made'
  | 'appeal.not_offered'
  | 'appeal.deadline_passed';

/** Why an entrant may not appeal at `now`, or null where they may. `deadline` is the one told with the rejection; null where none was. */
export function appealObstacle(
  { state, appealed, deadline }: { state: ProjectState; appealed: boolean; deadline: Date | null },
  now: Date,
): AppealObstacle | null {
  if (appealed) return 'appeal.already_made';
  if (state !== 'rejected') return 'appeal.not_rejected';
  if (!deadline) return 'appeal.not_offered';
  return withinDeadline(deadline, now) ? null : 'appeal.deadline_passed';
}

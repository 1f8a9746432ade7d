import type { ProjectState, WindowVerdict } from '../project/project.rules.js';

export const NEXT_STEPS = [
  'hand_in',
  'wait_registration',
  'late_code',
  'closed',
  'wait_check',
  'correct',
  'overdue',
  'wait_stage',
  'left_out',
  'appear',
  'wait_list',
  'wait_next',
  'on_notice',
  'certificate',
  'ended',
  'may_appeal',
  'wait_appeal',
  'rejected',
  'withdrawn',
] as const;

/** What comes next for an entrant, and until when or at what time, where that is known. */
export interface NextStep {
  code: (typeof NEXT_STEPS)[number];
  at: Date | null;
}

/** What decides what comes next. Only what was told to the entrant may stand in it. */
export interface Course {
  state: ProjectState;
  window: WindowVerdict;
  /** Whether a late code would let it in. */
  takesCode: boolean;
  /** The session in which it appears next; its time is null where it is not set. */
  appearance: { startsAt: Date | null } | null;
  /** Whether the stage that begins judging is over without it. */
  leftOut: boolean;
  /** On the stage that was published last. */
  standing: 'advances' | 'wildcard' | 'waiting' | 'out' | 'left' | 'struck' | null;
  /** Whether a public notice that lists it is open. */
  onNotice: boolean;
  /** Whether it holds a certificate that was not revoked. */
  certified: boolean;
  /** Of a rejected project: until when its owner may appeal, or that an appeal waits to be decided; null where the rejection is final. */
  appeal: { until: Date } | 'waits' | null;
}

/** The one thing that an entrant does, or waits for, next. */
export function nextStep(course: Course): NextStep {
  const { state } = course;
  const step = (code: NextStep['code'], at: Date | null = null): NextStep => ({ code, at });
  if (state === 'withdrawn') return step(state);
  if (state === 'rejected') return rejected(course);
  if (state === 'submitted') return step('wait_check');
  if (state === 'draft' || state === 'returned') return handingIn(course);
  if (course.certified) return step('certificate');
  if (course.appearance) return step('appear', course.appearance.startsAt);
  if (course.onNotice) return step('on_notice');
  if (course.standing === null) return step(course.leftOut ? 'left_out' : 'wait_stage');
  if (course.standing === 'waiting') return step('wait_list');
  return step(course.standing === 'advances' || course.standing === 'wildcard' ? 'wait_next' : 'ended');
}

function rejected({ appeal }: Course): NextStep {
  if (appeal === 'waits') return { code: 'wait_appeal', at: null };
  return appeal ? { code: 'may_appeal', at: appeal.until } : { code: 'rejected', at: null };
}

function handingIn({ state, window, takesCode }: Course): NextStep {
  if (window.open) return { code: state === 'returned' ? 'correct' : 'hand_in', at: window.deadline };
  if (window.code === 'project.registration_not_yet_open') return { code: 'wait_registration', at: window.at };
  if (window.code === 'project.correction_deadline_passed') return { code: 'overdue', at: window.at };
  return { code: takesCode ? 'late_code' : 'closed', at: null };
}

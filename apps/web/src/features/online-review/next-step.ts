import type { Round } from './review-api';

/** What stands between a round and its results, in the order in which it is done. */
export type NextStep =
  | 'experts'
  | 'prepare'
  | 'searching'
  | 'apply'
  | 'mend'
  | 'assign'
  | 'open'
  | 'fill'
  | 'wait'
  | 'close'
  | 'confirm'
  | 'advance';

/** What its organiser does next with a round. */
export function nextStep({ state, counts, progress, run }: Omit<Round, 'judges'>): NextStep {
  if (state === 'confirmed') return 'advance';
  if (state === 'closed') return 'confirm';
  if (counts.judges === 0 && counts.notReady === 0) return 'experts';
  if (counts.entries === 0 || counts.judges === 0) return 'prepare';
  if (run?.state === 'running') return 'searching';
  if (counts.short > 0) {
    if (run?.answer === 'assigned' && run.appliedAt === null) return 'apply';
    if (run?.answer === 'impossible') return 'mend';
    return state === 'open' ? 'fill' : 'assign';
  }
  if (state === 'preparing') return 'open';
  return progress.sheets < progress.expected ? 'wait' : 'close';
}

/** The part of the round's pages where each step is done; those without one are done on the overview. */
export const STEP_PARTS: Readonly<Record<Exclude<NextStep, 'experts' | 'advance'>, string>> = {
  prepare: '',
  searching: 'assignment',
  apply: 'assignment',
  mend: 'assignment',
  assign: 'assignment',
  open: '',
  fill: 'entries?only=short',
  wait: 'judges',
  close: '',
  confirm: 'results',
};

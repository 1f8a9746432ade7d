import { failure } from '@haishi/contracts';
import type { RoadshowSession } from './session.entity.js';
import { PHASE_MACHINE, type PhaseAction } from './session.rules.js';

/** What a step on stage changes of its session. */
export type StagePart = Partial<
  Pick<
    RoadshowSession,
    | 'currentEntryId'
    | 'phase'
    | 'phaseStartedAt'
    | 'phaseSeconds'
    | 'pausedAt'
    | 'intermissionText'
    | 'intermissionUntil'
  >
>;

export const untimed = (now: Date): StagePart => ({ phaseStartedAt: now, phaseSeconds: 0, pausedAt: null });

/** Fails with `roadshow.phase_not_allowed`. */
export function nextPhase(session: RoadshowSession, action: PhaseAction): RoadshowSession['phase'] {
  const phase = PHASE_MACHINE.next(session.phase, action);
  if (!phase) throw failure('roadshow.phase_not_allowed');
  return phase;
}

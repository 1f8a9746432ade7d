import { type AdmissionPhase, admissionPhase } from '@haishi/attendance/rules';
import type { Schema } from '@/api/types';
import type { Tone } from '@/shared/ui/StateTag.vue';

export type AdmissionEvent = Schema<'EventView'>;
export type Gate = Schema<'GateView'>;
export type GateDevice = Schema<'DeviceView'>;
export type Screen = Schema<'ScreenView'>;

export const PHASE_TONES: Record<AdmissionPhase, Tone> = {
  before: 'neutral',
  admitting: 'live',
  over: 'ended',
  paused: 'attention',
  closed: 'ended',
};

/** How an event stands at `now` (milliseconds). */
export function phaseOf(
  { state, opensAt, closesAt }: Pick<AdmissionEvent, 'state' | 'opensAt' | 'closesAt'>,
  now: number,
): AdmissionPhase {
  return admissionPhase({ state, opensAt: Date.parse(opensAt), closesAt: Date.parse(closesAt) }, now);
}

/** What a change of the event sends: everything that may change, as it is. */
export function changeOf({ approvedCapacity, reentry, opensAt, closesAt, state }: AdmissionEvent) {
  return { approvedCapacity, reentry, opensAt, closesAt, state };
}

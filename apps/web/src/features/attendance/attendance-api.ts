import type { Schema } from '@/api/types';
import type { Tone } from '@/shared/ui/StateTag.vue';

export type AdmissionEvent = Schema<'EventView'>;
export type Gate = Schema<'GateView'>;
export type GateDevice = Schema<'DeviceView'>;
export type Screen = Schema<'ScreenView'>;

export const EVENT_TONES: Record<AdmissionEvent['state'], Tone> = {
  active: 'live',
  paused: 'attention',
  closed: 'ended',
};

/** What a change of the event sends: everything that may change, as it is. */
export function changeOf({ approvedCapacity, reentry, opensAt, closesAt, state }: AdmissionEvent) {
  return { approvedCapacity, reentry, opensAt, closesAt, state };
}

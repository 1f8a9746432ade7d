import { IntColumn, KeyColumn } from '@haishi/platform';
import { Entity } from 'typeorm';

/** The counters of a gate, or of the whole event where `gateId` is empty; kept by the transaction that stores a scan. */
@Entity('attendance_counters')
export class AttendanceCounter {
  @KeyColumn(36) eventId: string;
  @KeyColumn(36) gateId: string;
  @IntColumn() admissions: number;
  @IntColumn() exits: number;
  @IntColumn() persons: number;
  @IntColumn() refusals: number;
}

/** `gateId` of the row that counts the whole event. */
export const WHOLE_EVENT = '';

/** A counter at nought; `gateId` is empty for the whole event. */
export function emptyCounter(eventId: string, gateId: string): AttendanceCounter {
  return { eventId, gateId, admissions: 0, exits: 0, persons: 0, refusals: 0 };
}

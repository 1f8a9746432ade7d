import type { LocalText } from '../locale.js';

/** The live channel of an event's headcount; its key is the admission event's id. */
export const ATTENDANCE_SCREEN = 'attendance.screen';

/** What is counted at one gate, or at all of them. Persons 人 and admissions 人次 are never mixed. */
export interface AttendanceCounts {
  /** Admissions 人次: each entry counts, also a person's second. */
  admissions: number;
  exits: number;
  /** Persons 人 admitted at least once; at a gate, those whose first entry it was. */
  persons: number;
  refusals: number;
}

export interface AttendanceGateCounts extends AttendanceCounts {
  gateId: string;
  name: string;
  open: boolean;
}

/** Admissions and exits in one minute, named by its number since 1970. */
export interface AttendanceMinute {
  minute: number;
  admissions: number;
  exits: number;
}

/** The state of an event's headcount. A delta is a snapshot whose curve holds the latest minutes alone. */
export interface AttendanceScreenSnapshot {
  name: LocalText;
  state: 'active' | 'paused' | 'closed';
  /** IANA name of the zone in which its hours are told. */
  timeZone: string;
  /** ISO 8601. */
  opensAt: string;
  closesAt: string;
  /** Approved capacity 核准人数. */
  capacity: number;
  /** Admissions less exits. */
  inside: number;
  total: AttendanceCounts;
  gates: AttendanceGateCounts[];
  /** Minutes without any passage are left out. */
  curve: AttendanceMinute[];
}

/** Whether a person who left may come in again 再次入场. */
export const REENTRY_RULES = ['allowed', 'never'] as const;
export type ReentryRule = (typeof REENTRY_RULES)[number];

/** `paused` stops entry for the time being, `closed` for good; who is inside may always leave. */
export const EVENT_STATES = ['active', 'paused', 'closed'] as const;
export type EventState = (typeof EVENT_STATES)[number];

export const GATE_STATES = ['open', 'closed'] as const;
export type GateState = (typeof GATE_STATES)[number];

/** Whether the event admits at `at` (milliseconds): active, and within its hours, the last moment excluded. */
export function isAdmitting(event: { state: EventState; opensAt: number; closesAt: number }, at: number): boolean {
  return event.state === 'active' && at >= event.opensAt && at < event.closesAt;
}

/** Why an event admits, or does not, at a moment 入场阶段: `before` and `over` are outside its hours. */
export const ADMISSION_PHASES = ['before', 'admitting', 'over', 'paused', 'closed'] as const;
export type AdmissionPhase = (typeof ADMISSION_PHASES)[number];

/** The phase at `at`; all times in milliseconds. */
export function admissionPhase(
  event: { state: EventState; opensAt: number; closesAt: number },
  at: number,
): AdmissionPhase {
  if (event.state !== 'active') return event.state;
  if (isAdmitting(event, at)) return 'admitting';
  return at < event.opensAt ? 'before' : 'over';
}

/** How full an event is 承载状态; `near` from nine tenths of the approved capacity. */
export function fullness(inside: number, capacity: number): 'room' | 'near' | 'full' {
  if (inside >= capacity) return 'full';
  return inside * 10 >= capacity * 9 ? 'near' : 'room';
}

import { type EventState, type GateState, isAdmitting, type ReentryRule } from '../event/event.rules.js';

export const DIRECTIONS = ['in', 'out'] as const;
export type Direction = (typeof DIRECTIONS)[number];

export const ANSWERS = ['accepted', 'refused'] as const;
export type Answer = (typeof ANSWERS)[number];

/** Faults of what was held before the reader, found before any ticket is looked up. */
export const PRESENTATION_FAULTS = ['unreadable', 'bad_signature', 'wrong_event', 'expired', 'unknown_ticket'] as const;
export type PresentationFault = (typeof PRESENTATION_FAULTS)[number];

/** Refusals that hang on which other scans of the ticket came first; the ledger judges them again. */
export const SEQUENCE_FAULTS = ['already_inside', 'reentry_not_allowed', 'not_inside'] as const;
export type SequenceFault = (typeof SEQUENCE_FAULTS)[number];

/** Why a scan was refused 拒绝原因. */
export const REFUSALS = [
  ...PRESENTATION_FAULTS,
  'revoked',
  'gate_closed',
  'event_not_open',
  ...SEQUENCE_FAULTS,
  'capacity_reached',
] as const;
export type Refusal = (typeof REFUSALS)[number];

export type Verdict = { answer: 'accepted'; reason: null } | { answer: 'refused'; reason: Refusal };

/** Where a ticket's holder stands. */
export interface Presence {
  inside: boolean;
  /** Admissions so far 人次. */
  admissions: number;
}

export interface ScanFacts {
  direction: Direction;
  /** Corrected time of the scan, milliseconds. */
  at: number;
  fault?: PresentationFault;
  event: { state: EventState; opensAt: number; closesAt: number; reentry: ReentryRule };
  gate: { state: GateState };
  ticket: { state: 'valid' | 'revoked' } & Presence;
  /** Whether as many are inside as the permit approves. */
  full: boolean;
}

const ACCEPTED: Verdict = { answer: 'accepted', reason: null };
const refused = (reason: Refusal): Verdict => ({ answer: 'refused', reason });

/** What the ticket's earlier scans say of the next one. */
export function sequenceVerdict(presence: Presence, direction: Direction, reentry: ReentryRule): Verdict {
  if (direction === 'out') return presence.inside ? ACCEPTED : refused('not_inside');
  if (presence.inside) return refused('already_inside');
  return presence.admissions > 0 && reentry === 'never' ? refused('reentry_not_allowed') : ACCEPTED;
}

/**
 * What a gate is told. Whoever is inside may always leave: neither hours, gate, capacity nor a revoked ticket keep
 * a person in.
 */
export function judge(facts: ScanFacts): Verdict {
  if (facts.fault) return refused(facts.fault);
  const sequence = sequenceVerdict(facts.ticket, facts.direction, facts.event.reentry);
  if (facts.direction === 'out') return sequence;
  if (facts.ticket.state === 'revoked') return refused('revoked');
  if (sequence.answer === 'refused') return sequence;
  if (facts.gate.state === 'closed') return refused('gate_closed');
  if (!isAdmitting(facts.event, facts.at)) return refused('event_not_open');
  return facts.full ? refused('capacity_reached') : ACCEPTED;
}

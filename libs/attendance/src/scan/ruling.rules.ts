import type { ReentryRule } from '../event/event.rules.js';
import {
  type Answer,
  type Direction,
  type Presence,
  type Refusal,
  SEQUENCE_FAULTS,
  type SequenceFault,
  sequenceVerdict,
} from './verdict.rules.js';

/** A scan of one ticket, as the ledger holds it. */
export interface LedgerScan {
  id: string;
  direction: Direction;
  /** Milliseconds. */
  correctedAt: number;
  answer: Answer;
  answerReason: Refusal | null;
}

/** The ledger's final judgement of a scan 终裁. */
export interface Ruling {
  id: string;
  ruling: Answer;
  rulingReason: Refusal | null;
  /** The scan that admitted the ticket before, where this one is refused because of it. */
  firstScanId: string | null;
}

/** The order of the ledger: by corrected time, then by scan id; the same for any order of arrival. */
export function compareScans(
  one: Pick<LedgerScan, 'correctedAt' | 'id'>,
  other: Pick<LedgerScan, 'correctedAt' | 'id'>,
): number {
  return one.correctedAt - other.correctedAt || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0);
}

/**
 * Rules all scans of one ticket. What hangs on the order of its scans is judged again in the order of the ledger;
 * everything else (capacity, hours, gate, revocation) was judged at answer time and stands.
 */
export function ruleTicket(scans: readonly LedgerScan[], reentry: ReentryRule): Ruling[] {
  const presence: Presence = { inside: false, admissions: 0 };
  let admittedBy: string | null = null;
  return [...scans].sort(compareScans).map((scan) => {
    if (stands(scan)) return { id: scan.id, ruling: scan.answer, rulingReason: scan.answerReason, firstScanId: null };
    const verdict = sequenceVerdict(presence, scan.direction, reentry);
    const firstScanId = verdict.answer === 'refused' && scan.direction === 'in' ? admittedBy : null;
    if (verdict.answer === 'accepted') {
      presence.inside = scan.direction === 'in';
      if (scan.direction === 'in') {
        presence.admissions += 1;
        admittedBy = scan.id;
      }
    }
    return { id: scan.id, ruling: verdict.answer, rulingReason: verdict.reason, firstScanId };
  });
}

function stands(scan: LedgerScan): boolean {
  return scan.answerReason !== null && !SEQUENCE_FAULTS.includes(scan.answerReason as SequenceFault);
}

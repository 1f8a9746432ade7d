import { toInstant, type Work } from '@haishi/platform';
import { scopesOfEvent } from '../event/admission-event.entity.js';
import type { EventFacts } from '../event/event-facts.js';
import { minuteOf } from '../live/counts.queries.js';
import { type LedgerScan, ruleTicket } from './ruling.rules.js';
import type { ScanInput } from './scan-input.js';
import type { Answer, Refusal, Verdict } from './verdict.rules.js';

/** A scan on its way into the ledger. */
export interface LedgerEntry {
  input: ScanInput;
  deviceId: string;
  facts: EventFacts;
  receivedAt: Date;
  correctedAt: Date;
}

/** A ticket's row as the statements of the hot path answer it. */
export interface TicketRow {
  id: string;
  serial: number;
  holderName: string;
  kind: string;
  state: 'valid' | 'revoked';
  inside: number;
  admissions: number;
  entryScanId: string | null;
}

export const TICKET_COLUMNS = 't.id, t.serial, t.holderName, t.kind, t.state, t.inside, t.admissions, t.entryScanId';

/** Thrown to undo a transaction that admitted one more than the permit approves. */
export class CapacityReached extends Error {}

/**
 * Admits in one conditional statement: of two gates that read the same ticket, one finds it changed.
 * Answers false where the ticket is no longer as read, or needs its scans ruled again.
 */
export async function admit(work: Work, entry: LedgerEntry, ticket: TicketRow): Promise<boolean> {
  const { correctedAt, input } = entry;
  const admitted = await work.execute(
    `UPDATE tickets SET inside = 1, admissions = admissions + 1, firstAdmittedAt = COALESCE(firstAdmittedAt, ?),
      entryScanId = ?, lastScanAt = ?
    WHERE id = ? AND state = 'valid' AND inside = 0 AND admissions = ? AND contested = 0 AND lastScanAt < ?`,
    [correctedAt, input.id, correctedAt, ticket.id, ticket.admissions, correctedAt],
  );
  return admitted === 1;
}

/** Locks a ticket's row and reads it again; `later` counts its scans that stand after this one in the ledger. */
export async function lockTicket(
  work: Work,
  entry: LedgerEntry,
  ticketId: string,
): Promise<TicketRow & { contested: number; later: number }> {
  const { correctedAt } = entry;
  await work.execute(
    'UPDATE tickets SET lastScanAt = CASE WHEN lastScanAt < ? THEN ? ELSE lastScanAt END WHERE id = ?',
    [correctedAt, correctedAt, ticketId],
  );
  const [row] = await work.query<TicketRow & { contested: number; later: number }>(
    `SELECT ${TICKET_COLUMNS}, t.contested,
      (SELECT COUNT(*) FROM scans s WHERE s.ticketId = t.id AND s.correctedAt >= ?) AS later
    FROM tickets t WHERE t.id = ?`,
    [correctedAt, ticketId],
  );
  return row!;
}

/** Moves the holder in or out; the row is locked. */
export async function moveHolder(work: Work, entry: LedgerEntry, ticketId: string): Promise<void> {
  const { input, correctedAt } = entry;
  await (input.direction === 'in'
    ? work.execute(
        'UPDATE tickets SET inside = 1, admissions = admissions + 1, firstAdmittedAt = COALESCE(firstAdmittedAt, ?), entryScanId = ? WHERE id = ?',
        [correctedAt, input.id, ticketId],
      )
    : work.execute('UPDATE tickets SET inside = 0 WHERE id = ?', [ticketId]));
}

/**
 * Counts a scan at its gate and for the event, in one statement. Whoever would be one too many is not counted:
 * throws {@link CapacityReached}.
 */
export async function count(work: Work, entry: LedgerEntry, verdict: Verdict, firstTime: boolean): Promise<void> {
  const { facts, input } = entry;
  const { id, approvedCapacity } = facts.event;
  if (verdict.answer === 'accepted' && input.direction === 'in') {
    const counted = await work.execute(
      `UPDATE attendance_counters SET admissions = admissions + 1, persons = persons + ?
      WHERE eventId = ? AND (gateId = ? OR (gateId = '' AND admissions - exits < ?))`,
      [firstTime ? 1 : 0, id, input.gateId, approvedCapacity],
    );
    if (counted !== 2) throw new CapacityReached();
    return;
  }
  const counter = verdict.answer === 'refused' ? 'refusals' : 'exits';
  await work.execute(
    `UPDATE attendance_counters SET ${counter} = ${counter} + 1 WHERE eventId = ? AND gateId IN ('', ?)`,
    [id, input.gateId],
  );
}

const INSERT_SCAN = `INSERT INTO scans (id, eventId, gateId, deviceId, ticketId, direction, deviceAt, receivedAt, correctedAt,
  minute, answer, answerReason, ruling, rulingReason, firstScanId) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

/** Stores the scan; its ruling is its answer until the ledger says otherwise. */
export async function insertScan(
  work: Work,
  entry: LedgerEntry,
  verdict: Verdict,
  ticketId: string | null,
  firstScanId: string | null,
): Promise<void> {
  const { input, deviceId, facts, receivedAt, correctedAt } = entry;
  const { answer, reason } = verdict;
  await work.execute(INSERT_SCAN, [
    input.id,
    facts.event.id,
    input.gateId,
    deviceId,
    ticketId,
    input.direction,
    input.deviceAt,
    receivedAt,
    correctedAt,
    minuteOf(correctedAt.getTime()),
    answer,
    reason,
    answer,
    reason,
    firstScanId,
  ]);
}

type RuledRow = Omit<LedgerScan, 'correctedAt'> & {
  correctedAt: string | Date;
  gateId: string;
  ruling: Answer;
  rulingReason: Refusal | null;
};

/** Rules all scans of a ticket anew, and records which gates were told otherwise. From then on each scan of it comes here. */
export async function ruleAgain(work: Work, facts: EventFacts, ticketId: string): Promise<void> {
  const rows = await work.query<RuledRow>(
    'SELECT id, gateId, direction, correctedAt, answer, answerReason, ruling, rulingReason FROM scans WHERE ticketId = ?',
    [ticketId],
  );
  const scans = rows.map((row) => ({ ...row, correctedAt: toInstant(row.correctedAt).getTime() }));
  const changed: Record<string, unknown>[] = [];
  for (const { id, ruling, rulingReason, firstScanId } of ruleTicket(scans, facts.event.reentry)) {
    const row = rows.find((one) => one.id === id)!;
    if (row.ruling === ruling && row.rulingReason === rulingReason) continue;
    await work.execute('UPDATE scans SET ruling = ?, rulingReason = ? WHERE id = ?', [ruling, rulingReason, id]);
    const { gateId, answer, answerReason } = row;
    changed.push({ scanId: id, gateId, answer, answerReason, ruling, rulingReason, firstScanId });
  }
  await work.execute('UPDATE tickets SET contested = 1 WHERE id = ?', [ticketId]);
  if (changed.length === 0) return;
  const { event } = facts;
  await work.event({
    type: 'scan.ruled_again',
    subjectType: 'ticket',
    subjectId: ticketId,
    scopes: scopesOfEvent(event),
    payload: { eventId: event.id, scans: changed },
  });
}

import { type Actor, failure } from '@haishi/contracts';
import { Database, isDuplicateKey, toInstant, UnitOfWork } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { deviceActor } from '../device/devices.js';
import type { GateDevice } from '../device/device.entity.js';
import { EventFactsCache } from '../event/event-facts.js';
import { SigningKeys } from '../key/signing-keys.js';
import { LiveCounts } from '../live/live-counts.js';
import { formatSerial } from '../ticket/ticket-text.rules.js';
import { correctedTime } from './clock.rules.js';
import { type Presentation, readPresentation } from './presentation.js';
import { compareScans } from './ruling.rules.js';
import type { ScanAnswer, ScanInput } from './scan-input.js';
import {
  admit,
  CapacityReached,
  count,
  insertScan,
  type LedgerEntry,
  lockTicket,
  moveHolder,
  ruleAgain,
  TICKET_COLUMNS,
  type TicketRow,
} from './scan-ledger.js';
import { judge, type ScanFacts, type Verdict } from './verdict.rules.js';

interface StoredScan {
  deviceId: string;
  direction: ScanAnswer['direction'];
  answer: ScanAnswer['answer'];
  answerReason: ScanAnswer['reason'];
  correctedAt: string | Date;
  serial: number | null;
  holderName: string;
  kind: string;
  firstAt: string | Date | null;
  firstGate: string;
}

interface Decision {
  verdict: Verdict;
  firstScanId: string | null;
}

const NO_TICKET = { state: 'valid', inside: false, admissions: 0 } as const;

/** The way through a gate: a scan is answered once, and stored with its answer. */
@Injectable()
export class Scans {
  constructor(
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly facts: EventFactsCache,
    private readonly keys: SigningKeys,
    private readonly live: LiveCounts,
  ) {}

  /**
   * Answers one scan. Its id is looked for first, so that a retry gets the first answer, whatever it holds.
   * Fails with `attendance.wrong_event`, `attendance.scan_id_taken`, `attendance.nothing_presented`.
   * @param sentAt the device's clock on sending
   */
  async scan(request: Actor, device: GateDevice, sentAt: Date, input: ScanInput): Promise<ScanAnswer> {
    const receivedAt = new Date();
    return this.answer(request, device, input, receivedAt, this.correct(device, sentAt, receivedAt, input));
  }

  /** Answers scans that waited on the device, in the order in which they happened; each answer stands where its scan stood. */
  async batch(
    request: Actor,
    device: GateDevice,
    sentAt: Date,
    inputs: readonly ScanInput[],
  ): Promise<PromiseSettledResult<ScanAnswer>[]> {
    if (new Set(inputs.map(({ id }) => id)).size !== inputs.length)
      throw failure('attendance.scan_id_repeated', { field: 'scans' });
    const receivedAt = new Date();
    const queue = inputs.map((input, index) => ({
      input,
      index,
      id: input.id,
      correctedAt: this.correct(device, sentAt, receivedAt, input).getTime(),
    }));
    const results: PromiseSettledResult<ScanAnswer>[] = [];
    for (const { input, index, correctedAt } of queue.sort(compareScans)) {
      const [result] = await Promise.allSettled([
        this.answer(request, device, input, receivedAt, new Date(correctedAt)),
      ]);
      results[index] = result;
    }
    return results;
  }

  private correct(device: GateDevice, sentAt: Date, receivedAt: Date, input: ScanInput): Date {
    const times = { deviceAt: input.deviceAt.getTime(), sentAt: sentAt.getTime(), receivedAt: receivedAt.getTime() };
    return new Date(correctedTime({ ...times, notBefore: device.registeredAt.getTime() }));
  }

  private async answer(
    request: Actor,
    device: GateDevice,
    input: ScanInput,
    receivedAt: Date,
    correctedAt: Date,
  ): Promise<ScanAnswer> {
    const facts = await this.facts.get(device.eventId);
    if (!facts.gates.has(input.gateId)) throw failure('attendance.wrong_event', { field: 'gateId' });
    const presentation = await readPresentation(input, facts.event, this.keys, correctedAt.getTime());
    const found = await this.look(facts.event.id, presentation, input.id);
    if (found.scanId) return this.firstAnswer(device, input.id);
    const entry: LedgerEntry = { input, deviceId: device.id, facts, receivedAt, correctedAt };
    const actor = deviceActor(device, request);
    let decision: Decision;
    try {
      decision = await this.decide(actor, entry, presentation, found.ticket);
    } catch (error) {
      if (isDuplicateKey(error)) return this.firstAnswer(device, input.id);
      throw error;
    }
    this.live.touch(facts.event.id);
    if (decision.firstScanId !== null) return this.firstAnswer(device, input.id);
    return {
      id: input.id,
      direction: input.direction,
      answer: decision.verdict.answer,
      reason: decision.verdict.reason,
      at: correctedAt,
      ticket: found.ticket ? ticketOf(found.ticket) : null,
      first: null,
    };
  }

  /** The ticket presented, and whether this scan was answered before: one statement where a ticket is known. */
  private async look(
    eventId: string,
    presentation: Presentation,
    scanId: string,
  ): Promise<{ ticket?: TicketRow; scanId?: string }> {
    if (presentation.fault === undefined) {
      const [row] = await this.database.query<TicketRow & { scanId: string | null }>(
        `SELECT ${TICKET_COLUMNS}, s.id AS scanId FROM tickets t LEFT JOIN scans s ON s.id = ? WHERE t.eventId = ? AND t.serial = ?`,
        [scanId, eventId, presentation.serial],
      );
      if (row) return { ticket: row, ...(row.scanId === null ? {} : { scanId: row.scanId }) };
    }
    const [scan] = await this.database.query<{ id: string }>('SELECT id FROM scans WHERE id = ?', [scanId]);
    return scan ? { scanId: scan.id } : {};
  }

  private async decide(
    actor: Actor,
    entry: LedgerEntry,
    presentation: Presentation,
    ticket: TicketRow | undefined,
  ): Promise<Decision> {
    try {
      return await this.attempt(actor, entry, presentation, ticket, false);
    } catch (error) {
      if (!(error instanceof CapacityReached)) throw error;
      return this.attempt(actor, entry, presentation, ticket, true);
    }
  }

  private attempt(
    actor: Actor,
    entry: LedgerEntry,
    presentation: Presentation,
    ticket: TicketRow | undefined,
    full: boolean,
  ): Promise<Decision> {
    const expected = judge(scanFacts(entry, presentation, ticket, full));
    return this.uow.run(actor, async (work) => {
      if (
        ticket &&
        expected.answer === 'accepted' &&
        entry.input.direction === 'in' &&
        (await admit(work, entry, ticket))
      ) {
        await insertScan(work, entry, expected, ticket.id, null);
        await count(work, entry, expected, Number(ticket.admissions) === 0);
        return { verdict: expected, firstScanId: null };
      }
      if (!ticket) {
        await insertScan(work, entry, expected, null, null);
        await count(work, entry, expected, false);
        return { verdict: expected, firstScanId: null };
      }
      const now = await lockTicket(work, entry, ticket.id);
      const verdict = judge(scanFacts(entry, presentation, now, full));
      const blocked = verdict.reason === 'already_inside' || verdict.reason === 'reentry_not_allowed';
      const firstScanId = blocked ? now.entryScanId : null;
      await insertScan(work, entry, verdict, ticket.id, firstScanId);
      if (verdict.answer === 'accepted') await moveHolder(work, entry, ticket.id);
      if (Number(now.contested) || Number(now.later)) await ruleAgain(work, entry.facts, ticket.id);
      await count(work, entry, verdict, Number(now.admissions) === 0);
      return { verdict, firstScanId };
    });
  }

  /** What this scan was answered. Fails with `attendance.scan_id_taken` where another device made it. */
  private async firstAnswer(device: GateDevice, scanId: string): Promise<ScanAnswer> {
    const [row] = await this.database.query<StoredScan>(
      `SELECT s.deviceId, s.direction, s.answer, s.answerReason, s.correctedAt, t.serial, t.holderName, t.kind,
        f.correctedAt AS firstAt, g.name AS firstGate
      FROM scans s LEFT JOIN tickets t ON t.id = s.ticketId
      LEFT JOIN scans f ON f.id = s.firstScanId LEFT JOIN admission_gates g ON g.id = f.gateId
      WHERE s.id = ?`,
      [scanId],
    );
    if (row?.deviceId !== device.id) throw failure('attendance.scan_id_taken', { field: 'id' });
    return {
      id: scanId,
      direction: row.direction,
      answer: row.answer,
      reason: row.answerReason,
      at: toInstant(row.correctedAt),
      ticket: row.serial === null ? null : ticketOf({ serial: row.serial, holderName: row.holderName, kind: row.kind }),
      first: row.firstAt === null ? null : { at: toInstant(row.firstAt), gate: row.firstGate },
    };
  }
}

function ticketOf({ serial, holderName, kind }: Pick<TicketRow, 'serial' | 'holderName' | 'kind'>) {
  return { number: formatSerial(Number(serial)), holderName, kind };
}

function scanFacts(
  entry: LedgerEntry,
  presentation: Presentation,
  ticket: TicketRow | undefined,
  full: boolean,
): ScanFacts {
  const { facts, input, correctedAt } = entry;
  const fault = presentation.fault ?? (ticket ? undefined : 'unknown_ticket');
  return {
    direction: input.direction,
    at: correctedAt.getTime(),
    ...(fault ? { fault } : {}),
    event: { state: facts.event.state, opensAt: facts.opensAt, closesAt: facts.closesAt, reentry: facts.event.reentry },
    gate: { state: facts.gates.get(input.gateId)!.state },
    ticket: ticket
      ? { state: ticket.state, inside: Boolean(Number(ticket.inside)), admissions: Number(ticket.admissions) }
      : NO_TICKET,
    full,
  };
}

import { createHash, randomBytes } from 'node:crypto';
import { AttendanceCounter, type Gate, GateDevice, type Refusal, Scan, type Ticket } from '@haishi/attendance';
import type { Load } from './load.js';

const MINUTE = 1 / 1440;
const HOUR = 1 / 24;
/** Of a hundred tickets, so many were used on each day. */
const CAME_YESTERDAY = 58;
const CAME_TODAY = 52;
/** Of a hundred admitted, so many are tried at a second gate while their holder is inside. */
const TRIED_TWICE = 2;

/** When people came, in days before the load: between the two. */
const YESTERDAY = [1 + 3 * HOUR, 1 - 3 * HOUR] as const;
const TODAY = [3.4 * HOUR, 2 * MINUTE] as const;

/** Whoever went in and out at the gates before the load; keeps tickets and counters as the ledger would. */
export class Visits {
  readonly scans: Scan[] = [];
  readonly devices: GateDevice[];
  private readonly counters = new Map<string, AttendanceCounter>();

  constructor(
    private readonly load: Load,
    gates: readonly Gate[],
    staff: readonly { id: string }[],
  ) {
    this.devices = gates.flatMap((gate, index) =>
      ['一号机', '二号机'].map((name, which) => ({
        id: load.id(),
        eventId: gate.eventId,
        gateId: gate.id,
        name: `${gate.name}${name}`,
        tokenHash: createHash('sha256').update(randomBytes(32)).digest('base64url'),
        registeredBy: staff[(index * 2 + which) % staff.length]!.id,
        registeredAt: load.ago(1.4),
        revokedAt: null,
      })),
    );
  }

  /** Lets some of the holders come on both days. */
  take(tickets: readonly Ticket[]): void {
    for (const ticket of tickets) {
      if (this.load.random.chance(CAME_YESTERDAY)) this.visit(ticket, YESTERDAY);
      if (this.load.random.chance(CAME_TODAY)) this.visit(ticket, TODAY);
    }
    for (let fault = 0; fault < 34; fault += 1)
      this.refuse(
        null,
        this.between(TODAY),
        this.load.random.pick(['bad_signature', 'unreadable', 'wrong_event']),
        null,
      );
    this.scans.sort((one, other) => one.receivedAt.getTime() - other.receivedAt.getTime());
  }

  /** One row for each gate, and one for the event. */
  counts(): AttendanceCounter[] {
    return [...this.counters.values()];
  }

  private visit(ticket: Ticket, window: readonly [number, number]): void {
    const { random } = this.load;
    const came = this.between(window);
    const entry = this.pass(ticket, came, 'in');
    const again = came - random.int(4, 20) * MINUTE;
    if (random.chance(TRIED_TWICE) && again > 0) this.refuse(ticket, again, 'already_inside', entry.id);
    const left = came - random.int(35, 190) * MINUTE;
    if (left > 0) this.pass(ticket, left, 'out');
  }

  private between([from, to]: readonly [number, number]): number {
    const share = Math.min(this.load.random.int(0, 999), this.load.random.int(0, 999)) / 1000;
    return from - (from - to) * share;
  }

  private pass(ticket: Ticket, days: number, direction: Scan['direction']): Scan {
    const scan = this.scan(ticket.id, days, direction, null, null);
    const first = direction === 'in' && ticket.firstAdmittedAt === null;
    for (const counter of this.countersOf(scan)) {
      counter[direction === 'in' ? 'admissions' : 'exits'] += 1;
      if (first) counter.persons += 1;
    }
    ticket.inside = direction === 'in';
    ticket.lastScanAt = scan.correctedAt;
    if (direction === 'out') return scan;
    ticket.admissions += 1;
    ticket.firstAdmittedAt ??= scan.correctedAt;
    ticket.entryScanId = scan.id;
    return scan;
  }

  private refuse(ticket: Ticket | null, days: number, reason: Refusal, firstScanId: string | null): void {
    const scan = this.scan(ticket?.id ?? null, days, 'in', reason, firstScanId);
    for (const counter of this.countersOf(scan)) counter.refusals += 1;
    if (ticket) ticket.lastScanAt = scan.correctedAt;
  }

  private scan(
    ticketId: string | null,
    days: number,
    direction: Scan['direction'],
    reason: Refusal | null,
    firstScanId: string | null,
  ): Scan {
    const at = new Date(this.load.ago(days).getTime() + this.load.random.int(0, 999));
    const device = this.load.random.pick(this.devices);
    const answer = reason === null ? 'accepted' : 'refused';
    const scan: Scan = {
      id: this.load.id(at),
      eventId: device.eventId,
      gateId: device.gateId,
      deviceId: device.id,
      ticketId,
      direction,
      deviceAt: at,
      receivedAt: new Date(at.getTime() + this.load.random.int(40, 260)),
      correctedAt: at,
      minute: Math.floor(at.getTime() / 60_000),
      answer,
      answerReason: reason,
      ruling: answer,
      rulingReason: reason,
      firstScanId,
    };
    this.scans.push(scan);
    return scan;
  }

  private countersOf({ eventId, gateId }: Scan): AttendanceCounter[] {
    return ['', gateId].map((id) => {
      const held = this.counters.get(id) ?? { eventId, gateId: id, admissions: 0, exits: 0, persons: 0, refusals: 0 };
      this.counters.set(id, held);
      return held;
    });
  }
}

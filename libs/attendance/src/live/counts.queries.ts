import type { AttendanceCounts, AttendanceMinute, AttendanceScreenSnapshot } from '@haishi/contracts';
import { Database } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { EventFactsCache } from '../event/event-facts.js';
import { emptyCounter, WHOLE_EVENT } from '../gate/counter.entity.js';

type CounterRow = AttendanceCounts & { gateId: string };

const counts = ({ admissions, exits, persons, refusals }: AttendanceCounts): AttendanceCounts => ({
  admissions: Number(admissions),
  exits: Number(exits),
  persons: Number(persons),
  refusals: Number(refusals),
});

/** What screens and boards show of an event. */
@Injectable()
export class CountsQueries {
  constructor(
    private readonly database: Database,
    private readonly facts: EventFactsCache,
  ) {}

  /** The state of the headcount, with the curve from minute `since` (whole minutes since 1970) on. */
  async snapshot(eventId: string, since: number): Promise<AttendanceScreenSnapshot> {
    const { event, gates } = await this.facts.get(eventId);
    const rows = await this.database.query<CounterRow>(
      'SELECT gateId, admissions, exits, persons, refusals FROM attendance_counters WHERE eventId = ?',
      [eventId],
    );
    const byGate = new Map(rows.map((row) => [row.gateId, counts(row)]));
    const of = (gateId: string) => byGate.get(gateId) ?? counts(emptyCounter(eventId, gateId));
    const total = of(WHOLE_EVENT);
    return {
      name: { zh: event.nameZh, en: event.nameEn },
      state: event.state,
      timeZone: event.timeZone,
      opensAt: event.opensAt.toISOString(),
      closesAt: event.closesAt.toISOString(),
      capacity: event.approvedCapacity,
      inside: total.admissions - total.exits,
      total,
      gates: [...gates.values()].map(({ id, name, state }) => ({
        gateId: id,
        name,
        open: state === 'open',
        ...of(id),
      })),
      curve: await this.curve(eventId, since),
    };
  }

  /** The same counts taken from the ledger itself, to check the counters against. */
  async fromLedger(eventId: string): Promise<AttendanceCounts> {
    const [row] = await this.database.query<AttendanceCounts>(
      `SELECT COUNT(CASE WHEN answer = 'accepted' AND direction = 'in' THEN 1 END) AS admissions,
        COUNT(CASE WHEN answer = 'accepted' AND direction = 'out' THEN 1 END) AS exits,
        COUNT(DISTINCT CASE WHEN answer = 'accepted' AND direction = 'in' THEN ticketId END) AS persons,
        COUNT(CASE WHEN answer = 'refused' THEN 1 END) AS refusals
      FROM scans WHERE eventId = ?`,
      [eventId],
    );
    return counts(row!);
  }

  private async curve(eventId: string, since: number): Promise<AttendanceMinute[]> {
    const rows = await this.database.query<{ minute: number; direction: 'in' | 'out'; passages: number }>(
      `SELECT minute, direction, COUNT(*) AS passages FROM scans
      WHERE eventId = ? AND minute >= ? AND answer = 'accepted' GROUP BY minute, direction ORDER BY minute`,
      [eventId, since],
    );
    const minutes = new Map<number, AttendanceMinute>();
    for (const row of rows) {
      const minute = Number(row.minute);
      const held = minutes.get(minute) ?? { minute, admissions: 0, exits: 0 };
      held[row.direction === 'in' ? 'admissions' : 'exits'] = Number(row.passages);
      minutes.set(minute, held);
    }
    return [...minutes.values()];
  }
}

/** The number of the minute in which `at` (milliseconds) lies. */
export const minuteOf = (at: number): number => Math.floor(at / 60_000);

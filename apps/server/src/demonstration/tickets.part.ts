import { Admissions, AttendanceCounter, Gate, GateDevice, Scan, Ticket } from '@haishi/attendance';
import type { Fair } from '@haishi/fair';
import type { Person } from '@haishi/identity';
import { Database } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import type { Employer } from './employers.part.js';
import type { Load } from './load.js';
import { chineseName } from './people.js';
import { Visits } from './visits.js';

/** As published. */
const TICKETS = 11_000;
const WALK_UPS = [
  ['graduate', 60],
  ['visitor', 32],
  ['employer', 5],
  ['staff', 2],
  ['press', 1],
] as const;
const NEVER_SCANNED = new Date(0);

/** Who may come in: a holder without a ticket yet. */
export type Holder = Pick<Ticket, 'holderType' | 'holderId' | 'holderName' | 'kind'>;

/** Tickets, and what happened with them at the gates. */
@Injectable()
export class TicketsPart {
  constructor(
    private readonly database: Database,
    private readonly admissions: Admissions,
  ) {}

  /** @param invited holders who have accepted an invitation */
  async load(
    load: Load,
    fair: Fair,
    employers: readonly Employer[],
    invited: readonly Holder[],
    gateStaff: readonly Person[],
  ): Promise<void> {
    load.begin('入场券 tickets');
    const event = (await this.admissions.find('fair', fair.id))!;
    const holders = [...invited, ...employers.flatMap(agentOf)];
    const tickets = Array.from({ length: TICKETS }, (_, index) => holders[index] ?? null);
    const serials = new Set<number>();
    const rows = tickets.map((holder) => toTicket(load, event.id, serials, holder));
    const gates = await this.database.manager.find(Gate, {
      where: { eventId: event.id },
      order: { position: 'ASC' },
    });
    const visits = new Visits(load, gates, gateStaff);
    visits.take(rows);
    await load.insert(Ticket, rows);
    load.begin('检票记录 scans');
    await load.insert(GateDevice, visits.devices);
    await load.insert(Scan, visits.scans);
    await load.run(async (work) => {
      for (const { eventId, gateId, ...counts } of visits.counts())
        await work.manager.update(AttendanceCounter, { eventId, gateId }, counts);
    });
  }
}

const holderOf = ({ id, name }: Person, kind: string): Holder => ({
  holderType: 'person',
  holderId: id,
  holderName: name,
  kind,
});

/** The agent of an employer who takes part; the others at its stand come without an account. */
function agentOf({ agent, participation }: Employer): Holder[] {
  return participation?.state === 'approved' ? [holderOf(agent, 'employer')] : [];
}

/** Without a holder: somebody who came without either 现场登记. */
function toTicket(load: Load, eventId: string, serials: Set<number>, holder: Holder | null): Ticket {
  const issuedAt = load.ago(load.random.int(2, 90) / 10);
  const id = load.id(issuedAt);
  let serial = load.random.next();
  while (serials.has(serial)) serial = load.random.next();
  serials.add(serial);
  const walkUp = (): Holder => ({
    holderType: 'walk_up',
    holderId: id,
    holderName: chineseName(load.random),
    kind: load.random.weighted(WALK_UPS),
  });
  return {
    ...(holder ?? walkUp()),
    id,
    eventId,
    serial,
    state: 'valid',
    issuedAt,
    revokedAt: null,
    revokedReason: null,
    inside: false,
    admissions: 0,
    firstAdmittedAt: null,
    entryScanId: null,
    lastScanAt: NEVER_SCANNED,
    contested: false,
  };
}

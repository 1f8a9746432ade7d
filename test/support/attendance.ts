import {
  Admissions,
  type AdmissionEvent,
  type EnsuredEvent,
  type Gate,
  Gate as GateEntity,
  type Ticket,
  Tickets,
} from '@haishi/attendance';
import type { Grant } from '@haishi/contracts';
import { newId } from '@haishi/kernel';
import { Database, systemActor, UnitOfWork } from '@haishi/platform';
import type { TestApp } from './app.js';

export const HOUR = 3_600_000;
const API = '/api/v1/attendance';

/** An admission event of a fair that stands for itself, open now, with two gates unless told otherwise. */
export async function makeAdmission(
  app: TestApp,
  change: Partial<EnsuredEvent> = {},
): Promise<{ event: AdmissionEvent; gates: Gate[]; fairId: string }> {
  const fairId = newId();
  const event = await app.get(UnitOfWork).run(systemActor('test'), (work) =>
    app.get(Admissions).ensureEvent(work, {
      externalType: 'fair',
      externalId: fairId,
      name: { zh: '高层次人才交流洽谈会', en: 'Talent fair' },
      place: { zh: '国际会展中心', en: 'Convention centre' },
      approvedCapacity: 100,
      reentry: 'allowed',
      timeZone: 'Asia/Shanghai',
      opensAt: new Date(Date.now() - HOUR),
      closesAt: new Date(Date.now() + HOUR),
      gates: ['东门', '南门'],
      ...change,
    }),
  );
  const gates = await app
    .get(Database)
    .manager.find(GateEntity, { where: { eventId: event.id }, order: { position: 'ASC' } });
  return { event, gates, fairId };
}

export const gateStaff = (role: Grant['role'], fairId: string): Grant => ({ role, scopeType: 'fair', scopeId: fairId });

/** A ticket and the text of its code. */
export async function makeTicket(
  app: TestApp,
  event: AdmissionEvent,
  holderName: string,
): Promise<{ ticket: Ticket; code: string }> {
  const actor = systemActor('test');
  const tickets = app.get(Tickets);
  const ticket = await app.get(UnitOfWork).run(actor, (work) =>
    tickets.issue(work, {
      eventId: event.id,
      holderType: 'invitation',
      holderId: newId(),
      holderName,
      kind: 'graduate',
    }),
  );
  return { ticket, code: await tickets.code(actor, event, ticket) };
}

/** A device at a gate that sends scans. */
export function scanner(app: TestApp, token: string, gateId: string) {
  const body = (input: Record<string, unknown>) => {
    const now = new Date().toISOString();
    return { id: crypto.randomUUID(), gateId, direction: 'in', deviceAt: now, ...input };
  };
  const send = (path: string, content: Record<string, unknown>) =>
    app
      .browser()
      .post(`${API}${path}`)
      .set('x-gate-device', token)
      .send({ sentAt: new Date().toISOString(), ...content });
  return {
    body,
    scan: (input: Record<string, unknown>) => send('/scans', body(input)),
    batch: (scans: Record<string, unknown>[], sentAt?: string) =>
      send('/scans/batch', { scans: scans.map(body), ...(sentAt ? { sentAt } : {}) }),
  };
}

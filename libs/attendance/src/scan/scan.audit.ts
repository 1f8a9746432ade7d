import { EVENT_LABELS, SUBJECT_LABELS } from '@haishi/contracts';
import { type AuditFilter, type AuditLedger, AuditLedgers, type AuditRow, type AuditSearch } from '@haishi/identity';
import { Database, escapeLike, LongReads } from '@haishi/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Brackets, In, type SelectQueryBuilder } from 'typeorm';
import { GateDevice } from '../device/device.entity.js';
import { AdmissionEvent, scopesOfEvent } from '../event/admission-event.entity.js';
import { Scan } from './scan.entity.js';
import { type Answer, ANSWERS } from './verdict.rules.js';

const typeOf = (answer: Answer) => `scan.${answer}` as const;
/** What a scan is told to have been done to: the ticket, or the event where no ticket was recognised. */
const SUBJECTS = ['ticket', 'admission_event'] as const;

/** The ledger of scans in the audit trail: each row is its own event, done by the device to a ticket. */
@Injectable()
export class ScanAudit implements AuditLedger, OnModuleInit {
  constructor(
    private readonly ledgers: AuditLedgers,
    private readonly database: Database,
    private readonly reads: LongReads,
  ) {}

  onModuleInit(): void {
    this.ledgers.register(this);
  }

  /** Scans keep no address of their own, so that none is found by one. */
  async search(filter: AuditFilter): Promise<AuditSearch<AuditRow> | undefined> {
    const { type = '', subjectType, ip, text } = filter;
    const answers = ANSWERS.filter((answer) => typeOf(answer).startsWith(type));
    if (ip || answers.length === 0 || (subjectType && !SUBJECTS.some((one) => one === subjectType))) return undefined;
    const named = text ? await this.named(text) : undefined;
    return async (take, after) => {
      const select = this.select(filter).limit(take);
      if (answers.length < ANSWERS.length) select.andWhere('scan.answer IN (:...answers)', { answers });
      if (named) select.andWhere(named);
      if (after) {
        const { at, id } = after;
        select.andWhere('scan.receivedAt <= :at AND (scan.receivedAt < :at OR scan.id < :id)', { at, id });
      }
      return this.told(await this.reads.entities(select));
    };
  }

  private select({ actorId, subjectType, subjectId, from, to }: AuditFilter): SelectQueryBuilder<Scan> {
    const select = this.database.manager
      .createQueryBuilder(Scan, 'scan')
      .orderBy({ 'scan.receivedAt': 'DESC', 'scan.id': 'DESC' });
    if (actorId) select.andWhere('scan.deviceId = :actorId', { actorId });
    if (subjectType) select.andWhere(`scan.ticketId IS ${subjectType === 'ticket' ? 'NOT NULL' : 'NULL'}`);
    if (subjectId)
      select.andWhere('(scan.ticketId = :subjectId OR (scan.ticketId IS NULL AND scan.eventId = :subjectId))', {
        subjectId,
      });
    if (from) select.andWhere('scan.receivedAt >= :from', { from: new Date(from) });
    if (to) select.andWhere('scan.receivedAt < :to', { to: new Date(to) });
    return select;
  }

  /** Where the type, the kind of subject, the ticket or the device is what `text` names. */
  private async named(text: string): Promise<Brackets> {
    const lower = text.toLowerCase();
    const isNamed = (code: string, { zh, en }: { zh: string; en: string }) =>
      code.includes(lower) || zh.includes(text) || en.toLowerCase().includes(lower);
    const answers = ANSWERS.filter((answer) => isNamed(typeOf(answer), EVENT_LABELS[typeOf(answer)]!));
    const [ofTickets, ofEvents] = SUBJECTS.map((subject) => isNamed(subject, SUBJECT_LABELS[subject]!));
    const devices = await this.database.manager
      .createQueryBuilder(GateDevice, 'device')
      .where("device.name LIKE :like ESCAPE '!'", { like: `%${escapeLike(text)}%` })
      .getMany();
    return new Brackets((any) => {
      any.where('scan.ticketId = :text', { text });
      if (answers.length > 0) any.orWhere('scan.answer IN (:...named)', { named: answers });
      if (ofTickets) any.orWhere('scan.ticketId IS NOT NULL');
      if (ofEvents) any.orWhere('scan.ticketId IS NULL');
      if (devices.length > 0)
        any.orWhere('scan.deviceId IN (:...devices)', { devices: devices.map((device) => device.id) });
    });
  }

  private async told(scans: readonly Scan[]): Promise<AuditRow[]> {
    const { manager } = this.database;
    const ids = (key: 'deviceId' | 'eventId') => In([...new Set(scans.map((scan) => scan[key]))]);
    if (scans.length === 0) return [];
    const devices = await manager.findBy(GateDevice, { id: ids('deviceId') });
    const events = await manager.findBy(AdmissionEvent, { id: ids('eventId') });
    const names = new Map(devices.map(({ id, name }) => [id, name]));
    const byId = new Map(events.map((event) => [event.id, event]));
    return scans.map((scan) => toRow(scan, names.get(scan.deviceId)!, byId.get(scan.eventId)!));
  }
}

function toRow(scan: Scan, deviceName: string, event: AdmissionEvent): AuditRow {
  const { id, eventId, gateId, ticketId, direction, receivedAt, correctedAt, answer, answerReason } = scan;
  const type = typeOf(answer);
  return {
    id,
    at: receivedAt,
    type,
    label: EVENT_LABELS[type]!,
    actorKind: 'link',
    actorId: scan.deviceId,
    actorName: deviceName,
    subjectType: ticketId ? 'ticket' : 'admission_event',
    subjectId: ticketId ?? eventId,
    scopes: scopesOfEvent(event) as Record<string, string>,
    payload: {
      eventId,
      gateId,
      direction,
      scannedAt: correctedAt,
      ...(answerReason ? { reason: answerReason } : {}),
      ...(scan.ruling === answer ? {} : { ruling: scan.ruling, rulingReason: scan.rulingReason }),
    },
    personal: null,
    ip: '',
    requestId: '',
  };
}

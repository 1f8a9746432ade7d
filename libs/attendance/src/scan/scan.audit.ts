import { EVENT_LABELS } from '@haishi/contracts';
import { type AuditFilter, type AuditLedger, AuditLedgers, type AuditRow } from '@haishi/identity';
import { Database, escapeLike, readCursor } from '@haishi/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Brackets, type SelectQueryBuilder } from 'typeorm';
import { GateDevice } from '../device/device.entity.js';
import { AdmissionEvent, scopesOfEvent } from '../event/admission-event.entity.js';
import { Scan } from './scan.entity.js';
import { type Answer, ANSWERS } from './verdict.rules.js';

const typeOf = (answer: Answer) => `scan.${answer}` as const;

/** The ledger of scans in the audit trail: each row is its own event, done by the device to a ticket. */
@Injectable()
export class ScanAudit implements AuditLedger, OnModuleInit {
  constructor(
    private readonly ledgers: AuditLedgers,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.ledgers.register(this);
  }

  async find(filter: AuditFilter, take: number): Promise<AuditRow[]> {
    const { type = '', subjectType } = filter;
    const answers = ANSWERS.filter((answer) => typeOf(answer).startsWith(type));
    if (answers.length === 0 || (subjectType && !['ticket', 'admission_event'].includes(subjectType))) return [];
    const rows: AuditRow[] = [];
    // Event by event, since the ledger's index of time is the event's.
    for (const event of await this.database.manager.find(AdmissionEvent)) {
      const found = await this.select(event.id, { ...filter, answers })
        .limit(take)
        .getMany();
      rows.push(...(found as (Scan & { device: GateDevice })[]).map((scan) => toRow(scan, event)));
    }
    return rows;
  }

  private select(eventId: string, filter: AuditFilter & { answers: readonly Answer[] }): SelectQueryBuilder<Scan> {
    const { answers, actorId, subjectType, subjectId, from, to, text, cursor } = filter;
    const select = this.database.manager
      .createQueryBuilder(Scan, 'scan')
      .innerJoinAndMapOne('scan.device', GateDevice, 'device', 'device.id = scan.deviceId')
      .where('scan.eventId = :eventId', { eventId })
      .orderBy({ 'scan.receivedAt': 'DESC', 'scan.id': 'DESC' });
    if (answers.length < ANSWERS.length) select.andWhere('scan.answer IN (:...answers)', { answers });
    if (actorId) select.andWhere('scan.deviceId = :actorId', { actorId });
    if (subjectType) select.andWhere(`scan.ticketId IS ${subjectType === 'ticket' ? 'NOT NULL' : 'NULL'}`);
    if (subjectId)
      select.andWhere('(scan.ticketId = :subjectId OR (scan.ticketId IS NULL AND scan.eventId = :subjectId))', {
        subjectId,
      });
    if (from) select.andWhere('scan.receivedAt >= :from', { from: new Date(from) });
    if (to) select.andWhere('scan.receivedAt < :to', { to: new Date(to) });
    if (text) addText(select, text);
    if (cursor) {
      const [at, id] = readCursor(cursor, 2);
      select.andWhere('(scan.receivedAt < :at OR (scan.receivedAt = :at AND scan.id < :id))', {
        at: new Date(Number(at)),
        id,
      });
    }
    return select;
  }
}

/** In the name of the type, the device's name, or as the ticket's id. */
function addText(select: SelectQueryBuilder<Scan>, text: string): void {
  const lower = text.toLowerCase();
  const named = ANSWERS.filter((answer) => {
    const type = typeOf(answer);
    const { zh, en } = EVENT_LABELS[type]!;
    return type.includes(lower) || zh.includes(text) || en.toLowerCase().includes(lower);
  });
  select.andWhere(
    new Brackets((any) => {
      any.where('scan.ticketId = :text', { text });
      any.orWhere("device.name LIKE :like ESCAPE '!'", { like: `%${escapeLike(text)}%` });
      if (named.length > 0) any.orWhere('scan.answer IN (:...named)', { named });
    }),
  );
}

function toRow(scan: Scan & { device: GateDevice }, event: AdmissionEvent): AuditRow {
  const { id, eventId, gateId, ticketId, direction, receivedAt, correctedAt, answer, answerReason } = scan;
  const type = typeOf(answer);
  return {
    id,
    at: receivedAt,
    type,
    label: EVENT_LABELS[type]!,
    actorKind: 'link',
    actorId: scan.deviceId,
    actorName: scan.device.name,
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

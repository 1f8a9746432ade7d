import { ApiProperty } from '@nestjs/swagger';
import { formatSerial } from '../ticket/ticket-text.rules.js';
import type { Ticket } from '../ticket/ticket.entity.js';
import type { Scan } from './scan.entity.js';
import { ANSWERS, type Answer, type Direction, DIRECTIONS, type Refusal, REFUSALS } from './verdict.rules.js';

/** A row of the ledger as staff see it. */
export class ScanRowView {
  @ApiProperty() id: string;
  @ApiProperty() gateId: string;
  @ApiProperty() deviceId: string;
  @ApiProperty({ enum: [...DIRECTIONS] }) direction: Direction;
  @ApiProperty({ type: String, format: 'date-time' }) correctedAt: Date;
  @ApiProperty({ type: String, format: 'date-time' }) receivedAt: Date;
  @ApiProperty({ enum: [...ANSWERS] }) answer: Answer;
  @ApiProperty({ enum: [...REFUSALS], nullable: true }) answerReason: Refusal | null;
  @ApiProperty({ enum: [...ANSWERS] }) ruling: Answer;
  @ApiProperty({ enum: [...REFUSALS], nullable: true }) rulingReason: Refusal | null;
  @ApiProperty({ type: String, nullable: true }) ticketNumber: string | null;
  @ApiProperty({ type: String, nullable: true }) holderName: string | null;

  static of(scan: Scan, ticket: Ticket | null): ScanRowView {
    const { id, gateId, deviceId, direction, correctedAt, receivedAt, answer, answerReason, ruling, rulingReason } =
      scan;
    const judged = { answer, answerReason, ruling, rulingReason };
    const holder = {
      ticketNumber: ticket ? formatSerial(ticket.serial) : null,
      holderName: ticket?.holderName ?? null,
    };
    return { id, gateId, deviceId, direction, correctedAt, receivedAt, ...judged, ...holder };
  }
}

export class ScanPage {
  @ApiProperty({ type: [ScanRowView] }) items: ScanRowView[];
  @ApiProperty({ required: false }) next?: string;
}

/** What the ledger itself adds up to. */
export class LedgerCountsView {
  @ApiProperty({ type: 'integer' }) admissions: number;
  @ApiProperty({ type: 'integer' }) exits: number;
  @ApiProperty({ type: 'integer' }) persons: number;
  @ApiProperty({ type: 'integer' }) refusals: number;
}

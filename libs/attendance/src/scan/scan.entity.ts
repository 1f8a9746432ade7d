import { IdColumn, InstantColumn, IntColumn, RefColumn, TextColumn } from '@haishi/platform';
import { Entity, Index } from 'typeorm';
import type { Answer, Direction, Refusal } from './verdict.rules.js';

/**
 * One passage through a gate, or the attempt 扫描记录: a row of the ledger, and its own event. What the gate was told
 * (`answer`) never changes; the ledger's judgement (`ruling`) may, when an earlier scan arrives late.
 */
@Entity('scans')
@Index('ix_scans_event', ['eventId', 'receivedAt', 'id'])
@Index('ix_scans_received', ['receivedAt', 'id'])
@Index('ix_scans_minute', ['eventId', 'minute', 'answer', 'direction'])
@Index('ix_scans_ticket', ['ticketId'])
export class Scan {
  /** Made on the device. */
  @IdColumn() id: string;
  @RefColumn() eventId: string;
  @RefColumn() gateId: string;
  @RefColumn() deviceId: string;
  @RefColumn({ nullable: true }) ticketId: string | null;
  @TextColumn(3) direction: Direction;
  /** By the device's clock. */
  @InstantColumn() deviceAt: Date;
  @InstantColumn() receivedAt: Date;
  /** `deviceAt` less the device's skew. */
  @InstantColumn() correctedAt: Date;
  /** `correctedAt` in whole minutes since 1970, for the curve. */
  @IntColumn() minute: number;
  @TextColumn(10) answer: Answer;
  @TextColumn(24, { nullable: true }) answerReason: Refusal | null;
  @TextColumn(10) ruling: Answer;
  @TextColumn(24, { nullable: true }) rulingReason: Refusal | null;
  /** The admission because of which this scan was answered with a refusal. */
  @RefColumn({ nullable: true }) firstScanId: string | null;
}

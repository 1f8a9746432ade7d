import { IdColumn, InstantColumn, RefColumn, TextColumn } from '@haishi/platform';
import { Entity, Index } from 'typeorm';

/** A phone or hand scanner that staff set up at a gate 检票设备; it carries its own token, so that it outlives a session. */
@Entity('gate_devices')
@Index('uq_gate_devices_token', ['tokenHash'], { unique: true })
@Index('ix_gate_devices_event', ['eventId'])
export class GateDevice {
  @IdColumn() id: string;
  @RefColumn() eventId: string;
  @RefColumn() gateId: string;
  @TextColumn(60) name: string;
  /** SHA-256 of the token, base64url. */
  @TextColumn(43) tokenHash: string;
  /** The person who set it up, or the link. */
  @TextColumn(64) registeredBy: string;
  @InstantColumn() registeredAt: Date;
  @InstantColumn({ nullable: true }) revokedAt: Date | null;
}

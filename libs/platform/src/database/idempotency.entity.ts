import { Entity, Index } from 'typeorm';
import { InstantColumn, IntColumn, JsonColumn, KeyColumn, TextColumn } from './columns.js';

/** What a request with a key was answered, so that its repetition is answered the same and changes nothing. */
@Entity('idempotency_keys')
@Index('ix_idempotency_keys_expiry', ['expiresAt'])
export class IdempotencyKey {
  @KeyColumn(64) actorId: string;
  @KeyColumn(100) requestKey: string;
  @TextColumn(64) requestHash: string;
  @IntColumn() status: number;
  @JsonColumn({ nullable: true }) body: unknown;
  @InstantColumn() expiresAt: Date;
}

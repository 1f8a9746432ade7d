import { InstantColumn, IntKeyColumn, LongTextColumn, TextColumn } from '@haishi/platform';
import { Entity } from 'typeorm';

/** `active` signs; `retired` only verifies what it signed; `revoked` is good for nothing any more. */
export const KEY_STATES = ['active', 'retired', 'revoked'] as const;
export type KeyState = (typeof KEY_STATES)[number];

/** A key that signs tickets: Ed25519. */
@Entity('ticket_keys')
export class SigningKey {
  /** 1 to 65,535; named in every code. */
  @IntKeyColumn() number: number;
  /** SPKI, base64. */
  @TextColumn(100) publicKey: string;
  /** PKCS 8, encrypted. */
  @LongTextColumn() privateKey: string;
  @TextColumn(10) state: KeyState;
  @InstantColumn() createdAt: Date;
  @InstantColumn({ nullable: true }) endedAt: Date | null;
}

import { Entity, Index } from 'typeorm';
import { InstantColumn, IntColumn, KeyColumn, TextColumn } from './columns.js';

export type DeliveryState = 'pending' | 'done' | 'parked';

/** That one consumer is to see one event, or has seen it. Made in the event's own transaction. */
@Entity('event_deliveries')
@Index('ix_event_deliveries_due', ['state', 'dueAt'])
export class EventDelivery {
  @KeyColumn(36) eventId: string;
  @KeyColumn(80) consumer: string;
  @TextColumn(16) state: DeliveryState;
  /** How often it was tried; also the mark by which a server knows its own claim. */
  @IntColumn() attempts: number;
  /** When it may be tried; while a server holds it, when its claim runs out. */
  @InstantColumn() dueAt: Date;
  /** Why the last try failed. */
  @TextColumn(500, { nullable: true }) error: string | null;
}

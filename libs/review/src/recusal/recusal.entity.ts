import { IdColumn, InstantColumn, RefColumn, TextColumn } from '@haishi/platform';
import { Entity, Index } from 'typeorm';

export const RECUSAL_KINDS = ['automatic', 'declared', 'staff'] as const;
export type RecusalKind = (typeof RECUSAL_KINDS)[number];

/** A judge who does not score an entry 回避; the seat leaves the denominator. */
@Entity('recusals')
@Index('uq_recusals_entry_person', ['entryId', 'personId'], { unique: true })
@Index('ix_recusals_panel', ['panelId'])
@Index('ix_recusals_person', ['personId', 'entryId'])
export class Recusal {
  @IdColumn() id: string;
  @RefColumn() panelId: string;
  @RefColumn() entryId: string;
  @RefColumn() personId: string;
  @TextColumn(10) kind: RecusalKind;
  @TextColumn(500) reason: string;
  @InstantColumn() at: Date;
  @TextColumn(64) madeBy: string;
  /** When the judge had been given the entry that this took from them; null where it took none. */
  @InstantColumn({ nullable: true }) pairAt: Date | null;
}

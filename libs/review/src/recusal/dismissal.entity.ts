import { IdColumn, InstantColumn, RefColumn, TextColumn } from '@haishi/platform';
import { Entity, Index } from 'typeorm';

/**
 * A recusal that staff dismissed: what follows from the record does not bring it back, but what the judge declares afterwards
 * does, as `recuses` says.
 */
@Entity('recusal_dismissals')
@Index('uq_recusal_dismissals_entry_person', ['entryId', 'personId'], { unique: true })
@Index('ix_recusal_dismissals_panel', ['panelId'])
export class RecusalDismissal {
  @IdColumn() id: string;
  @RefColumn() panelId: string;
  @RefColumn() entryId: string;
  @RefColumn() personId: string;
  @TextColumn(500) reason: string;
  @InstantColumn() at: Date;
  @TextColumn(64) madeBy: string;
  /** When the judge had been given the entry that the recusal took, and that was not given back to them since; else null. */
  @InstantColumn({ nullable: true }) pairAt: Date | null;
}

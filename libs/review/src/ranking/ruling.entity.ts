import { IdColumn, InstantColumn, JsonColumn, RefColumn, TextColumn } from '@haishi/platform';
import { Entity, Index } from 'typeorm';

/** The chair's order of entries that nothing else separates 裁定名次; kept also where it was taken back or no longer holds. */
@Entity('tie_rulings')
@Index('ix_tie_rulings_panel', ['panelId', 'at'])
export class TieRulingRecord {
  @IdColumn() id: string;
  @RefColumn() panelId: string;
  /** Best first. */
  @JsonColumn() entryIds: string[];
  /** The score and the values of the tie chain that they shared. */
  @JsonColumn() values: number[];
  @TextColumn(500) reason: string;
  @InstantColumn() at: Date;
  @TextColumn(64) madeBy: string;
  @InstantColumn({ nullable: true }) revokedAt: Date | null;
  @TextColumn(64, { nullable: true }) revokedBy: string | null;
  @TextColumn(500, { nullable: true }) revokeReason: string | null;
}

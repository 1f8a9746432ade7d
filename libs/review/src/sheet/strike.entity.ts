import { IdColumn, InstantColumn, IntColumn, RefColumn, TextColumn } from '@haishi/platform';
import { Entity, Index } from 'typeorm';

/** A sheet declared invalid 判为无效, by whom and why; kept also where it was taken back. The sheet itself stays as it is. */
@Entity('sheet_strikes')
@Index('ix_sheet_strikes_entry', ['entryId'])
@Index('ix_sheet_strikes_panel', ['panelId'])
export class SheetStrike {
  @IdColumn() id: string;
  @RefColumn() panelId: string;
  @RefColumn() entryId: string;
  @RefColumn() sheetId: string;
  @IntColumn() seatNo: number;
  /** The revision that was declared invalid. */
  @IntColumn() revision: number;
  @TextColumn(500) reason: string;
  @InstantColumn() at: Date;
  @TextColumn(64) madeBy: string;
  /** When, by whom and why it was taken back; null while it stands. */
  @InstantColumn({ nullable: true }) liftedAt: Date | null;
  @TextColumn(64, { nullable: true }) liftedBy: string | null;
  @TextColumn(500, { nullable: true }) liftReason: string | null;
}

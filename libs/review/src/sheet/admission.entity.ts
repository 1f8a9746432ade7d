import { IdColumn, InstantColumn, IntColumn, RefColumn, TextColumn } from '@haishi/platform';
import { Entity, Index } from 'typeorm';

/** Leave for a judge who handed no sheet in to do so after scoring was closed 补交; used up by the sheet. */
@Entity('late_admissions')
@Index('uq_late_admissions_entry_person', ['entryId', 'personId'], { unique: true })
@Index('ix_late_admissions_panel', ['panelId'])
export class LateAdmission {
  @IdColumn() id: string;
  @RefColumn() panelId: string;
  @RefColumn() entryId: string;
  @RefColumn() personId: string;
  @IntColumn() seatNo: number;
  @TextColumn(500) reason: string;
  @InstantColumn() at: Date;
  @TextColumn(64) madeBy: string;
}

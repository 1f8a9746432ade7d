import { IdColumn, InstantColumn, RefColumn, TextColumn } from '@haishi/platform';
import { Entity, Index } from 'typeorm';

/**
 * A tie that a judge declared to an entry that they had scored. Nobody takes a sheet of their own back, so that it waits for staff,
 * who recuse the judge or dismiss it; the row is gone then.
 */
@Entity('late_ties')
@Index('uq_late_ties_entry_person', ['entryId', 'personId'], { unique: true })
@Index('ix_late_ties_person', ['personId'])
export class LateTie {
  @IdColumn() id: string;
  @RefColumn() panelId: string;
  @RefColumn() entryId: string;
  @RefColumn() personId: string;
  @TextColumn(500) reason: string;
  @InstantColumn() at: Date;
}

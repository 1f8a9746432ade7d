import { BoolColumn, IdColumn, InstantColumn, RefColumn, TextColumn } from '@haishi/platform';
import { Entity, Index } from 'typeorm';

/** A judge who was given an entry 分配, on a panel where not every seat judges every entry. */
@Entity('assigned_pairs')
@Index('uq_assigned_pairs_entry_person', ['entryId', 'personId'], { unique: true })
@Index('ix_assigned_pairs_judge', ['panelId', 'personId', 'declaredAt'])
export class AssignedPair {
  @IdColumn() id: string;
  @RefColumn() panelId: string;
  @RefColumn() entryId: string;
  @RefColumn() personId: string;
  /** Whether a later run has to keep it, as somebody decided. One with a sheet is kept anyway. */
  @BoolColumn() locked: boolean;
  /** When the judge declared to have no tie to the entry; before that nothing of it is open to them. */
  @InstantColumn({ nullable: true }) declaredAt: Date | null;
  @InstantColumn() at: Date;
  @TextColumn(64) madeBy: string;
}

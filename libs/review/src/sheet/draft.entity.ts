import { IdColumn, InstantColumn, JsonColumn, RefColumn, TextColumn } from '@haishi/platform';
import { Entity, Index } from 'typeorm';
import type { Scores } from './sheet.rules.js';

/** What a judge has typed of a sheet and not handed in 草稿: theirs alone, on every device, and of no consequence. */
@Entity('sheet_drafts')
@Index('uq_sheet_drafts_entry_person', ['entryId', 'personId'], { unique: true })
@Index('ix_sheet_drafts_judge', ['panelId', 'personId'])
export class SheetDraft {
  @IdColumn() id: string;
  @RefColumn() panelId: string;
  @RefColumn() entryId: string;
  @RefColumn() personId: string;
  /** As far as they are given. */
  @JsonColumn() scores: Scores;
  @TextColumn(2000) comment: string;
  @InstantColumn() savedAt: Date;
}

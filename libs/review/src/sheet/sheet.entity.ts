import { IdColumn, InstantColumn, IntColumn, JsonColumn, RefColumn, TextColumn } from '@haishi/platform';
import { Entity, Index } from 'typeorm';
import type { Scores } from './sheet.rules.js';

export const SHEET_STATES = ['stored', 'reopened', 'struck'] as const;
export type SheetState = (typeof SHEET_STATES)[number];

/** Who keyed a paper sheet, and when. */
export interface KeyedBy {
  personId: string;
  /** ISO 8601, UTC. */
  at: string;
}

/** A judge's present sheet for an entry. */
@Entity('score_sheets')
@Index('uq_score_sheets_entry_person', ['entryId', 'personId'], { unique: true })
@Index('ix_score_sheets_panel', ['panelId', 'personId'])
export class ScoreSheet {
  @IdColumn() id: string;
  @RefColumn() panelId: string;
  @RefColumn() entryId: string;
  @RefColumn() personId: string;
  @IntColumn() seatNo: number;
  @JsonColumn() scores: Scores;
  @TextColumn(2000) comment: string;
  /** In hundredths. */
  @IntColumn() total: number;
  /** 1 at the first submission, one more at each correction. */
  @IntColumn() revision: number;
  /** The id the client gave its latest submission. */
  @RefColumn() sheetKey: string;
  /** `reopened`: counts as it stands until the judge submits again. `struck`: declared invalid, and not counted. */
  @TextColumn(10) state: SheetState;
  @InstantColumn() submittedAt: Date;
  @TextColumn(64, { nullable: true }) reopenedBy: string | null;
  @TextColumn(500, { nullable: true }) reopenReason: string | null;
  /** The two who keyed it from paper; null where the judge handed it in. */
  @JsonColumn({ nullable: true }) keyedBy: KeyedBy[] | null;
}

/** Every submission there ever was, append-only: a correction keeps the old value, by whom it was opened, and why. */
@Entity('score_revisions')
@Index('uq_score_revisions_key', ['sheetKey'], { unique: true })
@Index('uq_score_revisions_sheet', ['sheetId', 'revision'], { unique: true })
@Index('ix_score_revisions_entry', ['entryId', 'personId'])
export class ScoreRevision {
  @IdColumn() id: string;
  @RefColumn() sheetId: string;
  @RefColumn() panelId: string;
  @RefColumn() entryId: string;
  @RefColumn() personId: string;
  @IntColumn() revision: number;
  @RefColumn() sheetKey: string;
  @JsonColumn() scores: Scores;
  @TextColumn(2000) comment: string;
  @IntColumn() total: number;
  @InstantColumn() at: Date;
  /** Who reopened the sheet for this correction, and why; empty where scoring was still open. */
  @TextColumn(64, { nullable: true }) reopenedBy: string | null;
  @TextColumn(500, { nullable: true }) reopenReason: string | null;
  /** The two who keyed it from paper; null where the judge handed it in. */
  @JsonColumn({ nullable: true }) keyedBy: KeyedBy[] | null;
}

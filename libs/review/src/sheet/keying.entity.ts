import { IdColumn, InstantColumn, IntColumn, JsonColumn, RefColumn, TextColumn } from '@haishi/platform';
import { Entity, Index } from 'typeorm';
import type { KeyingResult } from './keying.rules.js';
import type { Scores } from './sheet.rules.js';

/** `replaced` by its author's correction; `voided` by the chair. One that stands is over once its sheet has a later revision. */
export const KEYING_STATES = ['standing', 'replaced', 'voided'] as const;
export type KeyingState = (typeof KEYING_STATES)[number];

/**
 * A judge's paper sheet as one person keyed it, kept whatever became of it. Sealed: only its author reads it, and who
 * leads the panel once two differ.
 */
@Entity('sheet_keyings')
@Index('uq_sheet_keyings_key', ['keyId'], { unique: true })
@Index('ix_sheet_keyings_sheet', ['entryId', 'personId'])
@Index('ix_sheet_keyings_panel', ['panelId'])
export class SheetKeying {
  @IdColumn() id: string;
  @RefColumn() panelId: string;
  @RefColumn() entryId: string;
  /** The judge. */
  @RefColumn() personId: string;
  @IntColumn() seatNo: number;
  /** The revision of the stored sheet over which it was keyed; 0 where there was none. */
  @IntColumn() revision: number;
  /** The id the client gave it. */
  @RefColumn() keyId: string;
  @TextColumn(64) keyedBy: string;
  @InstantColumn() at: Date;
  @JsonColumn() scores: Scores;
  @TextColumn(2000) comment: string;
  /** In hundredths. */
  @IntColumn() total: number;
  @TextColumn(10) state: KeyingState;
  /** What came of it when it was keyed, and the criteria that differed then. */
  @TextColumn(10) outcome: KeyingResult['outcome'];
  @JsonColumn() differing: string[];
  @InstantColumn({ nullable: true }) voidedAt: Date | null;
  @TextColumn(64, { nullable: true }) voidedBy: string | null;
  @TextColumn(500, { nullable: true }) voidReason: string | null;
}

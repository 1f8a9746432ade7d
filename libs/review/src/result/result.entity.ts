import { InstantColumn, IntColumn, JsonColumn, KeyColumn, RefColumn } from '@haishi/platform';
import { Entity, Index } from 'typeorm';
import type { Explanation } from '../ranking/ranking.rules.js';

/** The present result of an entry, brought up to date in the transaction of each sheet. */
@Entity('entry_results')
@Index('ix_entry_results_panel', ['panelId'])
export class EntryResult {
  @KeyColumn(36) entryId: string;
  @RefColumn() panelId: string;
  /** In units of the last configured decimal; null while fewer than `minValid` sheets are valid. */
  @IntColumn({ nullable: true }) score: number | null;
  @IntColumn({ nullable: true }) untrimmed: number | null;
  @IntColumn() valid: number;
  /** Seats whose sheets were struck. */
  @JsonColumn() droppedHighest: number[];
  @JsonColumn() droppedLowest: number[];
  @JsonColumn() tieValues: number[];
  /** The rank on the panel, once it was ranked. */
  @IntColumn({ nullable: true }) place: number | null;
  @JsonColumn({ nullable: true }) explanation: Explanation | null;
  @InstantColumn() updatedAt: Date;
}

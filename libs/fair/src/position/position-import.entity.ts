import {
  type CellFault,
  IdColumn,
  InstantColumn,
  IntColumn,
  JsonColumn,
  RefColumn,
  TextColumn,
} from '@haishi/platform';
import { Entity, Index } from 'typeorm';
import type { PositionContent, PositionFlag } from './position.rules.js';

export type ImportState = 'checked' | 'committed' | 'superseded';

/** What taking over a file did. */
export interface ImportResult {
  created: number;
  changed: number;
  unchanged: number;
  skipped: number;
}

/** An uploaded file of positions, read and judged; nothing of it is taken over before it is committed. */
@Entity('position_imports')
@Index('ix_position_imports_participation', ['participationId', 'createdAt'])
export class PositionImport {
  @IdColumn() id: string;
  @RefColumn() participationId: string;
  @TextColumn(200) fileName: string;
  @TextColumn(12) state: ImportState;
  @IntColumn() total: number;
  @IntColumn() faulty: number;
  @JsonColumn() faults: CellFault[];
  /** Wording that would stop the approval of good rows. */
  @JsonColumn() flagged: { row: number; title: string; flags: PositionFlag[] }[];
  /** Headers that are not of the template. */
  @JsonColumn() unknownColumns: string[];
  /** The good rows; gone once the import is over. */
  @JsonColumn({ nullable: true }) rows: PositionContent[] | null;
  @JsonColumn({ nullable: true }) result: ImportResult | null;
  @RefColumn() createdBy: string;
  @InstantColumn() createdAt: Date;
  @InstantColumn({ nullable: true }) committedAt: Date | null;
}

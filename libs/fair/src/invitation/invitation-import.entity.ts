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
import type { Guest } from './guest-row.rules.js';

export const INVITATION_IMPORT_STATES = ['checked', 'committed', 'superseded'] as const;
export type InvitationImportState = (typeof INVITATION_IMPORT_STATES)[number];

/** An uploaded list of graduates, read and judged; nobody is invited before it is committed. */
@Entity('fair_invitation_imports')
@Index('ix_fair_invitation_imports_fair', ['fairId', 'createdAt'])
export class InvitationImport {
  @IdColumn() id: string;
  @RefColumn() fairId: string;
  @TextColumn(200) fileName: string;
  @TextColumn(12) state: InvitationImportState;
  @IntColumn() total: number;
  @IntColumn() faulty: number;
  @JsonColumn() faults: CellFault[];
  /** Headers that are not of the template. */
  @JsonColumn() unknownColumns: string[];
  /** The good rows; gone once the import is over. */
  @JsonColumn({ nullable: true }) rows: Guest[] | null;
  @RefColumn() createdBy: string;
  @InstantColumn() createdAt: Date;
  @InstantColumn({ nullable: true }) committedAt: Date | null;
}

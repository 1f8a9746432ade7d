import { IdColumn, InstantColumn, RefColumn, TextColumn } from '@haishi/platform';
import { Entity, Index } from 'typeorm';
import type { TransferState } from './transfer.rules.js';

/** That the owner of a project offered it to somebody 转让负责人, and what came of it. */
@Entity('project_transfers')
@Index('ix_project_transfers_project', ['projectId', 'offeredAt'])
@Index('ix_project_transfers_mail', ['toMail', 'state'])
@Index('ix_project_transfers_from', ['fromId'])
@Index('ix_project_transfers_to', ['toId'])
export class ProjectTransfer {
  @IdColumn() id: string;
  @RefColumn() projectId: string;
  @RefColumn() fromId: string;
  /** In normal form; whoever signs in with it may take the offer. Empty once the person was erased. */
  @TextColumn(254) toMail: string;
  /** Who took it. */
  @RefColumn({ nullable: true }) toId: string | null;
  @TextColumn(12) state: TransferState;
  @InstantColumn() offeredAt: Date;
  @InstantColumn() expiresAt: Date;
  @InstantColumn({ nullable: true }) endedAt: Date | null;
}

import { BoolColumn, IdColumn, InstantColumn, RefColumn, RowVersionColumn, TextColumn } from '@haishi/platform';
import { Entity, Index } from 'typeorm';
import type { ParticipationState } from './participation.rules.js';

/** An organisation's part in a fair 参会. */
@Entity('participations')
@Index('uq_participations_active', ['activeKey'], { unique: true })
@Index('ix_participations_state', ['fairId', 'state', 'appliedAt'])
@Index('ix_participations_organisation', ['organisationId'])
export class Participation {
  @IdColumn() id: string;
  @RefColumn() fairId: string;
  @RefColumn() organisationId: string;
  /** {@link activeKey} while the participation stands, null once it is over: one at a time for an organisation and fair. */
  @TextColumn(73, { nullable: true }) activeKey: string | null;
  /** The organisation's name as last seen here, for lists and search. */
  @TextColumn(200) organisationName: string;
  /** A zone's code. */
  @TextColumn(20) zone: string;
  /** Whether the public may see whom to call about its positions. */
  @BoolColumn() publishContact: boolean;
  @TextColumn(12) state: ParticipationState;
  /** Why it was returned or rejected. */
  @TextColumn(1000, { nullable: true }) stateReason: string | null;
  @RefColumn() appliedBy: string;
  @InstantColumn() appliedAt: Date;
  @RefColumn({ nullable: true }) decidedBy: string | null;
  @InstantColumn({ nullable: true }) decidedAt: Date | null;
  @RowVersionColumn() version: number;
}

/** The unique value that an active participation holds. */
export const activeKey = (fairId: string, organisationId: string): string => `${fairId}/${organisationId}`;

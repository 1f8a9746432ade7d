import { IdColumn, InstantColumn, IntColumn, JsonColumn, RefColumn, TextColumn } from '@haishi/platform';
import { Entity, Index } from 'typeorm';
import type { Placement } from './move.rules.js';

/** That an organiser moved a project 调整赛道. Append-only; what the project then said is the submission it names. */
@Entity('project_moves')
@Index('uq_project_moves_submission', ['projectId', 'submission'], { unique: true })
export class ProjectMove {
  @IdColumn() id: string;
  @RefColumn() projectId: string;
  @IntColumn() submission: number;
  @JsonColumn() fromPlacement: Placement;
  @JsonColumn() toPlacement: Placement;
  /** The entrant reads it. */
  @TextColumn(500) reason: string;
  @RefColumn() byId: string;
  @InstantColumn() at: Date;
}

import {
  IdColumn,
  InstantColumn,
  IntColumn,
  JsonColumn,
  PackedJsonColumn,
  RefColumn,
  TextColumn,
} from '@haishi/platform';
import { Entity, Index } from 'typeorm';
import type { AssignmentAnswer, AssignmentProgress, AssignmentTask } from '../assignment/assignment.model.js';

/** Being solved; ended with an answer; ended by hand; failed for a reason that lies in the program. */
export const RUN_STATES = ['running', 'done', 'cancelled', 'failed'] as const;
export type RunState = (typeof RUN_STATES)[number];

/** One search for an assignment of a panel, with all that it is made of: the same task and seed give the same answer. */
@Entity('assignment_runs')
@Index('uq_assignment_runs_number', ['panelId', 'number'], { unique: true })
export class AssignmentRun {
  @IdColumn() id: string;
  @RefColumn() panelId: string;
  /** From 1. */
  @IntColumn() number: number;
  @TextColumn(12) state: RunState;
  @PackedJsonColumn() task: AssignmentTask;
  @IntColumn() seed: number;
  /** The search ends after so many with the best that it has. */
  @IntColumn() seconds: number;
  @JsonColumn({ nullable: true }) progress: AssignmentProgress | null;
  @PackedJsonColumn({ nullable: true }) answer: AssignmentAnswer | null;
  /** Entries with a tie of who started it, which somebody else has to decide on; null for none. */
  @JsonColumn({ nullable: true }) leftTies: string[] | null;
  @InstantColumn() startedAt: Date;
  @TextColumn(64) startedBy: string;
  @InstantColumn({ nullable: true }) endedAt: Date | null;
  /** When its pairs became the panel's. */
  @InstantColumn({ nullable: true }) appliedAt: Date | null;
  @TextColumn(64, { nullable: true }) appliedBy: string | null;
}

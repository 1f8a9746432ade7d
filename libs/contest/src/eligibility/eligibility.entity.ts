import type { LocalText } from '@haishi/contracts';
import {
  IdColumn,
  InstantColumn,
  IntColumn,
  JsonColumn,
  LongTextColumn,
  RefColumn,
  TextColumn,
} from '@haishi/platform';
import { Entity, Index } from 'typeorm';
import type { DecisionAction } from './eligibility.rules.js';

/** What was decided on one submission 资格审查结论, and what was taken back or prolonged of it. Append-only. */
@Entity('eligibility_decisions')
@Index('uq_eligibility_decisions_submission', ['projectId', 'submission', 'round'], { unique: true })
@Index('ix_eligibility_decisions_edition', ['editionId', 'at'])
export class EligibilityDecision {
  @IdColumn() id: string;
  @RefColumn() editionId: string;
  @RefColumn() projectId: string;
  /** The number of the submission it is about. */
  @IntColumn() submission: number;
  /** What was decided of the same submission before: 1 once an appeal was upheld or a decision taken back. */
  @IntColumn() round: number;
  @TextColumn(12) action: DecisionAction;
  /** One of the reasons that the edition had then; null where it was accepted. */
  @TextColumn(40, { nullable: true }) reasonCode: string | null;
  /** What that reason was called as the entrant was told of it; null also in decisions from before editions had their own. */
  @JsonColumn({ nullable: true }) reasonName: LocalText | null;
  /** What the entrant reads. */
  @LongTextColumn() text: string;
  /** Until when a correction may be handed in. */
  @InstantColumn({ nullable: true }) dueAt: Date | null;
  /** Until when a rejection may be appealed, as its entrant was told; null where it may not. */
  @InstantColumn({ nullable: true }) appealUntil: Date | null;
  @RefColumn() byId: string;
  @InstantColumn() at: Date;
}

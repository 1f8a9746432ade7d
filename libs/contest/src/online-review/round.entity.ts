import { IdColumn, InstantColumn, IntColumn, JsonColumn, RefColumn, TextColumn } from '@haishi/platform';
import { Entity, Index } from 'typeorm';
import type { Rescaling, RoundPlan, RoundState } from './round.rules.js';

/** The online review 网评 of a stage. Its id is that of the panel on which it is scored. */
@Entity('review_rounds')
@Index('uq_review_rounds_stage', ['editionId', 'stageCode'], { unique: true })
export class ReviewRound {
  @IdColumn() id: string;
  @RefColumn() editionId: string;
  @TextColumn(12) stageCode: string;
  @TextColumn(12) state: RoundState;
  @JsonColumn() plan: RoundPlan;
  @InstantColumn() createdAt: Date;
  @InstantColumn({ nullable: true }) openedAt: Date | null;
  @InstantColumn({ nullable: true }) closedAt: Date | null;
  @InstantColumn({ nullable: true }) confirmedAt: Date | null;
  /** When sheets were taken again after it was closed: first after the end of its stage, else last; null where they never were. */
  @InstantColumn({ nullable: true }) reopenedAt: Date | null;
  /** How its adjustment was changed once it was closed, the first change first; null where it never was. */
  @JsonColumn({ nullable: true }) rescalings: Rescaling[] | null;
}

/** A project under review, as it was when it was taken in. Its id is that of the panel's entry. */
@Entity('review_entries')
@Index('uq_review_entries_project', ['editionId', 'stageCode', 'projectId'], { unique: true })
@Index('ix_review_entries_round', ['roundId', 'number'])
@Index('ix_review_entries_project', ['projectId'])
export class ReviewEntry {
  @IdColumn() id: string;
  @RefColumn() roundId: string;
  @RefColumn() editionId: string;
  @TextColumn(12) stageCode: string;
  @RefColumn() projectId: string;
  @TextColumn(40) number: string;
  @TextColumn(200) title: string;
  /** The organisation. */
  @TextColumn(200) team: string;
  @TextColumn(12) division: string;
  @TextColumn(12, { nullable: true }) field: string | null;
  @TextColumn(12) region: string;
  /** Judges beyond those of the plan, for another look 复评; null for none. */
  @IntColumn({ nullable: true }) extra: number | null;
  /** Of the submission that is judged. */
  @IntColumn() submission: number;
  /** Since confirmation: the score it is ranked by, in units of the last decimal; null where too few sheets are valid. */
  @IntColumn({ nullable: true }) score: number | null;
  /** The aggregate of its sheets as they were given, in the same units. */
  @IntColumn({ nullable: true }) raw: number | null;
  /** Cleared of how harsh its judges are, in the same units; null where the plan asks for none. */
  @IntColumn({ nullable: true }) adjusted: number | null;
  @JsonColumn() tieValues: number[];
  @IntColumn({ nullable: true }) place: number | null;
  /** Why it has its place: other entries with the same score; how many values of the tie chain were compared; others that share the place. */
  @IntColumn({ nullable: true }) tiedWith: number | null;
  @IntColumn({ nullable: true }) compared: number | null;
  @IntColumn({ nullable: true }) sharing: number | null;
  /** Why it was confirmed although its sheets differ too much and nobody looked at it again; null for any other. */
  @TextColumn(500, { nullable: true }) leftDivergent: string | null;
}

/** An entry without what it came to. */
export type EntryBrief = Pick<
  ReviewEntry,
  'id' | 'projectId' | 'number' | 'title' | 'team' | 'division' | 'field' | 'region' | 'extra' | 'leftDivergent'
>;

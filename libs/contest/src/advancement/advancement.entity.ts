import {
  IdColumn,
  InstantColumn,
  IntColumn,
  JsonColumn,
  PackedJsonColumn,
  RefColumn,
  TextColumn,
} from '@haishi/platform';
import type { AdvancementAnswer } from '@haishi/review';
import { Entity, Index } from 'typeorm';
import type { Candidate, StagePlan } from './advancement.rules.js';

/** A decision on who advances 晋级 from a stage, with all that it was made of. Only its publication is ever added to it. */
@Entity('advancements')
@Index('uq_advancements_number', ['editionId', 'stageCode', 'number'], { unique: true })
export class StageAdvancement {
  @IdColumn() id: string;
  @RefColumn() editionId: string;
  @TextColumn(12) stageCode: string;
  /** From 1; the latest of a stage stands. */
  @IntColumn() number: number;
  /** Raised by every command on the stage's advancement. */
  @IntColumn() revision: number;
  @JsonColumn() plan: StagePlan;
  @PackedJsonColumn() candidates: Candidate[];
  @PackedJsonColumn() answer: AdvancementAnswer;
  /** SHA-256 of plan, candidates and answer. */
  @TextColumn(64) digest: string;
  /** Why an earlier decision was replaced; null for the first. */
  @TextColumn(500, { nullable: true }) reason: string | null;
  @InstantColumn() decidedAt: Date;
  @TextColumn(64) decidedBy: string;
  /** From then on it cannot be replaced; null while only the organisers know it. */
  @InstantColumn({ nullable: true }) publishedAt: Date | null;
  @TextColumn(64, { nullable: true }) publishedBy: string | null;
}

/** The objection that was upheld, for which an entry was struck off: both numbers as everybody reads them. */
export interface StruckBy {
  notice: number;
  objection: number;
}

/** An entry that left a published decision, because it withdrew, gave up or was struck off, and who moved up 递补. */
@Entity('advancement_replacements')
@Index('uq_advancement_replacements_number', ['advancementId', 'number'], { unique: true })
export class AdvancementReplacement {
  @IdColumn() id: string;
  @RefColumn() advancementId: string;
  /** From 1, in the order in which they take effect. */
  @IntColumn() number: number;
  @RefColumn() withdrawnId: string;
  /** Null where nobody was left, the quota is still full, or the seat stays vacant. */
  @RefColumn({ nullable: true }) movedUpId: string | null;
  /** Empty where it was struck off. */
  @TextColumn(500) reason: string;
  /** Null where it withdrew or gave up. */
  @JsonColumn({ nullable: true }) struckBy: StruckBy | null;
  @InstantColumn() at: Date;
  @TextColumn(64) madeBy: string;
}

import type {
  PositionCategory,
  PositionDegree,
  PositionDegreeType,
  PositionExperience,
  PositionTitleRank,
  PositionUniversity,
} from '@haishi/contracts';
import {
  IdColumn,
  InstantColumn,
  IntColumn,
  IntKeyColumn,
  JsonColumn,
  KeyColumn,
  LongTextColumn,
  RefColumn,
  RowVersionColumn,
  TextColumn,
} from '@haishi/platform';
import { Entity, Index } from 'typeorm';
import type { PositionContent, PositionFlag, PositionState } from './position.rules.js';

/** A post 岗位 that an employer offers at a fair. */
@Entity('positions')
@Index('uq_positions_key', ['participationId', 'rowKey'], { unique: true })
@Index('uq_positions_number', ['fairId', 'number'], { unique: true })
@Index('uq_positions_listed', ['fairId', 'listedSeq'], { unique: true })
@Index('ix_positions_queue', ['fairId', 'state', 'submittedAt'])
@Index('ix_positions_participation', ['participationId', 'state'])
export class Position implements PositionContent {
  @IdColumn() id: string;
  @RefColumn() fairId: string;
  @RefColumn() participationId: string;
  @RefColumn() organisationId: string;
  /** Counts the positions of a fair from 1; people name a position by it. */
  @IntColumn() number: number;
  /** `positionKey` of its content; null once it is removed. */
  @TextColumn(320, { nullable: true }) rowKey: string | null;
  @TextColumn(100) title: string;
  @TextColumn(20) category: PositionCategory;
  @IntColumn() headcount: number;
  @TextColumn(20) degree: PositionDegree;
  @TextColumn(20) degreeType: PositionDegreeType;
  @TextColumn(500) majors: string;
  @TextColumn(20) university: PositionUniversity;
  @TextColumn(20) titleRank: PositionTitleRank;
  @TextColumn(20) experience: PositionExperience;
  /** Yuan a year; both null: negotiable. */
  @IntColumn({ nullable: true }) payMin: number | null;
  @IntColumn({ nullable: true }) payMax: number | null;
  @TextColumn(500) benefits: string;
  @TextColumn(200) workplace: string;
  @LongTextColumn() duties: string;
  @TextColumn(50) contactName: string;
  @TextColumn(30) contactPhone: string;
  @TextColumn(254) contactMail: string;
  /** A day of the fair's zone, `2026-06-30`, the last on which it is shown. */
  @TextColumn(10) validUntil: string;
  @TextColumn(20) zone: string;
  @TextColumn(12) countyCode: string;
  @TextColumn(12) state: PositionState;
  /** Why it was returned. */
  @TextColumn(1000, { nullable: true }) stateReason: string | null;
  @JsonColumn() flags: PositionFlag[];
  /** How many of `flags` are open. */
  @IntColumn() openFlags: number;
  @InstantColumn({ nullable: true }) submittedAt: Date | null;
  @RefColumn({ nullable: true }) decidedBy: string | null;
  @InstantColumn({ nullable: true }) decidedAt: Date | null;
  /** The number of the last change of the public list that touched it; null where it was never listed. */
  @IntColumn({ nullable: true }) listedSeq: number | null;
  @InstantColumn() createdAt: Date;
  @InstantColumn() updatedAt: Date;
  @RowVersionColumn() version: number;
}

/** What is counted for the positions of a fair, apart from the fair itself, which others read and change. */
@Entity('position_counters')
export class PositionCounter {
  @KeyColumn(36) fairId: string;
  /** The last `number` given to a position. */
  @IntColumn() lastNumber: number;
  /** The last change of the public list. */
  @IntColumn() listedSeq: number;
}

/** A word by which a listed position is found. */
@Entity('position_terms')
@Index('ix_position_terms_position', ['fairNumber', 'positionNumber'])
export class PositionTerm {
  @IntKeyColumn() fairNumber: number;
  @KeyColumn(40) term: string;
  @IntKeyColumn() positionNumber: number;
}

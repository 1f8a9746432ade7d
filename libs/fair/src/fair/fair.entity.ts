import type { LocalText } from '@haishi/contracts';
import {
  BoolColumn,
  IdColumn,
  InstantColumn,
  IntColumn,
  JsonColumn,
  RowVersionColumn,
  TextColumn,
} from '@haishi/platform';
import { Entity, Index } from 'typeorm';
import type { FairDay, FairState, FairZone } from './fair.rules.js';

/** A talent exchange fair 高层次人才交流洽谈会. */
@Entity('fairs')
@Index('uq_fairs_code', ['code'], { unique: true })
@Index('uq_fairs_number', ['number'], { unique: true })
export class Fair {
  @IdColumn() id: string;
  /** A short name that files and people use, such as `2023`. */
  @TextColumn(40) code: string;
  /** Names the fair where a row's place counts, as in the words of its positions. */
  @IntColumn() number: number;
  @JsonColumn() name: LocalText;
  @JsonColumn() venue: LocalText;
  @TextColumn(60) timeZone: string;
  /** In order; hours in the fair's zone. */
  @JsonColumn() days: FairDay[];
  /** Zones 招聘专区 of the leading industries, in order. */
  @JsonColumn() zones: FairZone[];
  /** Names of the entrances, in order. */
  @JsonColumn() gates: string[];
  /** The number of the large-event safety permit 大型群众性活动安全许可. */
  @TextColumn(60, { nullable: true }) permitNumber: string | null;
  /** Approved capacity 核准容量: persons inside at once. */
  @IntColumn() approvedCapacity: number;
  /** Until when employers must have signed in each day, `09:30` in the fair's zone. */
  @TextColumn(5) employerSignInBy: string;
  /** Until when employers may apply; null: as long as the fair is open. */
  @InstantColumn({ nullable: true }) applyBy: Date | null;
  @TextColumn(10) state: FairState;
  @BoolColumn() demo: boolean;
  @InstantColumn() createdAt: Date;
  @RowVersionColumn() version: number;
}

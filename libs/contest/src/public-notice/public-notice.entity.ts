import type { LocalText } from '@haishi/contracts';
import {
  BoolColumn,
  IdColumn,
  InstantColumn,
  IntColumn,
  JsonColumn,
  LongTextColumn,
  PackedJsonColumn,
  RefColumn,
  TextColumn,
} from '@haishi/platform';
import { Entity, Index } from 'typeorm';
import type { DayKind, NoticeKind, NoticeState, ObjectionState } from './public-notice.rules.js';

/** One line of a notice, as it was published. */
export interface NoticeItem {
  projectId: string;
  /** Of the project. */
  number: string;
  title: string;
  organisation: string;
  /** Masked; empty where no name was given. */
  leader: string;
  region: LocalText;
  division: LocalText;
  result: LocalText;
}

/** A public notice 公示 of results, frozen as it was published. */
@Entity('public_notices')
@Index('uq_public_notices_number', ['editionId', 'number'], { unique: true })
export class PublicNotice {
  @IdColumn() id: string;
  @RefColumn() editionId: string;
  @TextColumn(12) stageCode: string;
  @TextColumn(12) kind: NoticeKind;
  /** From 1, within the edition. */
  @IntColumn() number: number;
  @TextColumn(12) state: NoticeState;
  @IntColumn() revision: number;
  @IntColumn() days: number;
  @TextColumn(10) dayKind: DayKind;
  @TextColumn(10) startsOn: string;
  @TextColumn(10) endsOn: string;
  @InstantColumn() closesAt: Date;
  /** What edition and stage were called, and the zone that its days are counted in, as it was published. */
  @JsonColumn() editionName: LocalText;
  @JsonColumn() stageName: LocalText;
  @TextColumn(60) timeZone: string;
  @PackedJsonColumn() items: NoticeItem[];
  /** SHA-256 of the items. */
  @TextColumn(64) digest: string;
  /** The decision that it publishes. */
  @RefColumn() advancementId: string;
  @InstantColumn() publishedAt: Date;
  @TextColumn(64) publishedBy: string;
  /** When it was concluded or revoked. */
  @InstantColumn({ nullable: true }) endedAt: Date | null;
  @TextColumn(64, { nullable: true }) endedBy: string | null;
  @TextColumn(500, { nullable: true }) endReason: string | null;
}

/** A file that supports an objection, as it was when that was filed. */
export interface EvidenceFile {
  id: string;
  name: string;
  size: number;
}

/** An objection 异议 to a notice, by somebody who gave their name. Its text is never changed. */
@Entity('notice_objections')
@Index('uq_notice_objections_number', ['noticeId', 'number'], { unique: true })
@Index('ix_notice_objections_person', ['personId'])
export class NoticeObjection {
  @IdColumn() id: string;
  @RefColumn() noticeId: string;
  /** From 1, within the notice. */
  @IntColumn() number: number;
  @RefColumn() personId: string;
  /** The listed project it is about; null where it is about the whole. */
  @RefColumn({ nullable: true }) projectId: string | null;
  @LongTextColumn() statement: string;
  /** What supports it. */
  @JsonColumn() evidence: EvidenceFile[];
  @InstantColumn() at: Date;
  @TextColumn(12) state: ObjectionState;
  @LongTextColumn({ nullable: true }) answer: string | null;
  /** Whether the project was struck off the notice with the answer. */
  @BoolColumn() struck: boolean;
  @InstantColumn({ nullable: true }) answeredAt: Date | null;
  @TextColumn(64, { nullable: true }) answeredBy: string | null;
}

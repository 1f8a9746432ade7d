import type { LocalText } from '@haishi/contracts';
import { BoolField, ChoiceField, IdField, IntField, TextField } from '@haishi/platform';
import { ApiProperty } from '@nestjs/swagger';
import { LocalTextView } from '../edition/edition.dto.js';
import {
  MOST_WORKING_DAYS,
  NOTICE_KINDS,
  NOTICE_STATES,
  type NoticeKind,
  type NoticeState,
  OBJECTION_STATES,
  type ObjectionState,
} from './public-notice.rules.js';

export class PublishNoticeInput {
  @ChoiceField(NOTICE_KINDS) kind: NoticeKind;
  @IntField({ min: 1, max: MOST_WORKING_DAYS }) workingDays: number;
  @BoolField({ optional: true, description: 'With who waits; for `advancement` alone.' }) waiting?: boolean;
}

export class RevokeNoticeInput {
  @TextField({ max: 500, description: 'Everybody reads it.' }) reason: string;
}

export class ObjectionInput {
  @IdField({ optional: true, description: 'A project of the list; absent where it is about the whole.' })
  projectId?: string | null;
  @TextField({ max: 2000, min: 10 }) statement: string;
}

export class AnswerInput {
  @ChoiceField(['upheld', 'dismissed']) outcome: 'upheld' | 'dismissed';
  @TextField({ max: 2000 }) answer: string;
  @BoolField({ optional: true, description: 'Strikes the project off the list; where it is upheld alone.' })
  strike?: boolean;
}

export class NoticeItemView {
  @ApiProperty() projectId: string;
  @ApiProperty() number: string;
  @ApiProperty() title: string;
  @ApiProperty() organisation: string;
  @ApiProperty({ description: 'Masked.' }) leader: string;
  @ApiProperty() region: LocalTextView;
  @ApiProperty() division: LocalTextView;
  @ApiProperty() result: LocalTextView;
  @ApiProperty({ description: 'Struck off because an objection was upheld.' }) struck: boolean;
  @ApiProperty({ description: 'Withdrew or gave up since it was published.' }) left: boolean;
  @ApiProperty({ description: 'Moved up since it was published, and so is no part of the digest.' }) movedUp: boolean;
}

/** What the notice's page says in a list of notices. */
export class NoticeSummary {
  @ApiProperty() id: string;
  @ApiProperty() number: number;
  @ApiProperty() stage: LocalTextView;
  @ApiProperty({ enum: NOTICE_KINDS }) kind: NoticeKind;
  @ApiProperty({ enum: NOTICE_STATES }) state: NoticeState;
  @ApiProperty() startsOn: string;
  @ApiProperty() endsOn: string;
  @ApiProperty() closesAt: string;
  @ApiProperty({ description: 'Whether objections are taken now.' }) takesObjections: boolean;
  @ApiProperty() publishedAt: string;
}

export class OwnObjectionView {
  @ApiProperty() id: string;
  @ApiProperty() number: number;
  @ApiProperty({ type: String, nullable: true }) projectNumber: string | null;
  @ApiProperty() statement: string;
  @ApiProperty() at: string;
  @ApiProperty({ enum: OBJECTION_STATES }) state: ObjectionState;
  @ApiProperty({ type: String, nullable: true }) answer: string | null;
  @ApiProperty({ type: String, nullable: true }) answeredAt: string | null;
}

export class NoticeView extends NoticeSummary {
  @ApiProperty() edition: LocalTextView;
  @ApiProperty() editionCode: string;
  @ApiProperty() timeZone: string;
  @ApiProperty() workingDays: number;
  @ApiProperty({ type: [NoticeItemView], description: 'Empty where it was revoked.' }) items: NoticeItemView[];
  @ApiProperty() digest: string;
  @ApiProperty() objections: number;
  @ApiProperty() answered: number;
  @ApiProperty({ type: String, nullable: true }) endedAt: string | null;
  @ApiProperty({ type: String, nullable: true }) endReason: string | null;
  @ApiProperty({ type: [OwnObjectionView], description: 'Of who asks.' }) own: OwnObjectionView[];
}

/** A notice as its organisers see it. */
export interface StaffNoticeView extends NoticeSummary {
  revision: number;
  size: number;
  digest: string;
  /** Whether the holidays of all its days are announced. */
  certain: boolean;
  endReason: string | null;
  objections: (OwnObjectionView & {
    /** Empty, as their contact, where the asking organiser belongs to the project. */
    by: string;
    contact: string;
    title: string | null;
    struck: boolean;
    answeredBy: string | null;
    /** Whether the asking organiser belongs to the project, and so may not answer. */
    conflicted: boolean;
  })[];
}

/** What a stage's organisers find where they publish notices. */
export interface StageNoticesView {
  /** What the edition says of its notice stage; five where it says nothing. */
  workingDays: number;
  awards: { name: LocalText; perDivision: number }[];
  /** Kinds that may be published now. */
  kinds: NoticeKind[];
  notices: StaffNoticeView[];
}

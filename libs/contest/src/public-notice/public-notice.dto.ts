import type { LocalText } from '@haishi/contracts';
import { BoolField, ChoiceField, IdField, IntField, PageQuery, TextField, TextListField } from '@haishi/platform';
import { ApiProperty } from '@nestjs/swagger';
import { LocalTextView } from '../edition/edition.dto.js';
import {
  DAY_KINDS,
  type DayKind,
  MOST_DAYS,
  MOST_EVIDENCE,
  NOTICE_KINDS,
  NOTICE_STATES,
  type NoticeKind,
  type NoticeState,
  OBJECTION_STATES,
  type ObjectionState,
} from './public-notice.rules.js';

export class PublishNoticeInput {
  @ChoiceField(NOTICE_KINDS) kind: NoticeKind;
  @IntField({ min: 1, max: MOST_DAYS.calendar, description: 'Of the kind that the edition sets.' }) days: number;
  @BoolField({ optional: true, description: 'With who waits; for `advancement` alone.' }) waiting?: boolean;
}

export class NoticeQuery extends PageQuery {
  @TextField({ max: 100, optional: true, description: 'A part of the number, the title or the organisation.' })
  q?: string;
}

export class RevokeNoticeInput {
  @TextField({ max: 500, description: 'Everybody reads it.' }) reason: string;
}

export class ObjectionInput {
  @IdField({ optional: true, description: 'A project of the list; absent where it is about the whole.' })
  projectId?: string | null;
  @TextField({ max: 2000, min: 10 }) statement: string;
  @TextListField({ max: MOST_EVIDENCE, maxLength: 36, optional: true, description: 'Uploaded files that support it.' })
  files?: string[] | null;
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
  @ApiProperty({ description: 'Struck off this notice, or another of the edition, because an objection was upheld.' })
  struck: boolean;
  @ApiProperty({ description: 'Its certificate was revoked, and none was issued in its place.' }) revoked: boolean;
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

export class ObjectionFileView {
  @ApiProperty() id: string;
  @ApiProperty() name: string;
  @ApiProperty() size: number;
}

export class OwnObjectionView {
  @ApiProperty() id: string;
  @ApiProperty() number: number;
  @ApiProperty({ type: String, nullable: true }) projectNumber: string | null;
  @ApiProperty() statement: string;
  @ApiProperty({ type: [ObjectionFileView] }) evidence: ObjectionFileView[];
  @ApiProperty() at: string;
  @ApiProperty({ enum: OBJECTION_STATES }) state: ObjectionState;
  @ApiProperty({ type: String, nullable: true }) answer: string | null;
  @ApiProperty({ type: String, nullable: true }) answeredAt: string | null;
}

export class NoticeView extends NoticeSummary {
  @ApiProperty() edition: LocalTextView;
  @ApiProperty() editionCode: string;
  @ApiProperty() timeZone: string;
  @ApiProperty() days: number;
  @ApiProperty({ enum: DAY_KINDS }) dayKind: DayKind;
  @ApiProperty({ description: 'Projects on its list.' }) size: number;
  @ApiProperty({ description: 'Whether any of them moved up since it was published.' }) changed: boolean;
  @ApiProperty({ description: 'Those of them that match what is asked for.' }) total: number;
  @ApiProperty({ type: [NoticeItemView], description: 'By division, a part of them; none where it was revoked.' })
  items: NoticeItemView[];
  @ApiProperty({ required: false, description: 'Where there are more.' }) next?: string;
  @ApiProperty() digest: string;
  @ApiProperty() objections: number;
  @ApiProperty() answered: number;
  @ApiProperty({ type: String, nullable: true }) endedAt: string | null;
  @ApiProperty({ type: String, nullable: true }) endReason: string | null;
  @ApiProperty({ type: [OwnObjectionView], description: 'Of who asks.' }) own: OwnObjectionView[];
}

/** Numbers of listed projects that an organiser has a tie to, and whether what is done with the whole list is left to others. */
export interface TiedToList {
  numbers: string[];
  othersAct: boolean;
}

/** A notice as its organisers see it. */
export interface StaffNoticeView extends NoticeSummary {
  revision: number;
  size: number;
  digest: string;
  /** Whether the holidays of all its days are announced. */
  certain: boolean;
  endReason: string | null;
  /** What the asking organiser has a tie to on the list; null where it is nothing. */
  tied: TiedToList | null;
  objections: StaffObjectionView[];
}

/** An objection as organisers see it. */
export interface StaffObjectionView extends OwnObjectionView {
  /** Whether it is kept from the asking organiser: neither `by`, `contact`, `statement` nor `answer` is told. */
  withheld: boolean;
  by: string;
  contact: string;
  title: string | null;
  struck: boolean;
  answeredBy: string | null;
  /** Whether the asking organiser filed it, or leaves it to others for a tie to what it is about, and so may not answer. */
  conflicted: boolean;
  /** Whether it waits until another organiser is appointed, since none of them may answer it. */
  waits: boolean;
  /** Whether they have such a tie and answer it nevertheless, since nobody without one could; the audit keeps it. */
  tied: boolean;
}

/** What a stage's organisers find where they publish notices. */
export interface StageNoticesView {
  /** What the edition says of its notice stage; five working days where it says nothing. */
  days: number;
  dayKind: DayKind;
  awards: { name: LocalText; perDivision: number }[];
  /** Kinds that may be published now. */
  kinds: NoticeKind[];
  /** The notice of another stage on which the edition's awards stand, so that they are not published here. */
  awardsOn: { number: number; stage: LocalText } | null;
  /** What the asking organiser has a tie to of what would be published, by kind, and of who advances with the waiting list and without. */
  tied: (TiedToList & { kind: NoticeKind; waiting: boolean })[];
  notices: StaffNoticeView[];
}

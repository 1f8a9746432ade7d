import { IdColumn, InstantColumn, JsonColumn, RefColumn, TextColumn } from '@haishi/platform';
import { Entity, Index } from 'typeorm';

export const SIGN_IN_KINDS = ['judge', 'entry'] as const;
export type SignInKind = (typeof SIGN_IN_KINDS)[number];

/** A judge or an entry that has signed in 签到 for a session. Signing out takes the row away; both stay in the event log. */
@Entity('roadshow_sign_ins')
@Index('uq_roadshow_sign_ins_subject', ['sessionId', 'kind', 'subjectId'], { unique: true })
export class RoadshowSignIn {
  @IdColumn() id: string;
  @RefColumn() sessionId: string;
  @TextColumn(8) kind: SignInKind;
  /** The judge's person or the entry. */
  @RefColumn() subjectId: string;
  /** Names of the speakers whose identity was checked, of an entry; empty for a judge. */
  @JsonColumn() speakers: string[];
  @InstantColumn() at: Date;
  @TextColumn(64) madeBy: string;
}

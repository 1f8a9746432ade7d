import { IdColumn, InstantColumn, RefColumn, TextColumn } from '@haishi/platform';
import { Entity, Index } from 'typeorm';

export const WITNESS_SUBJECTS = ['draw', 'totals', 'confirmation'] as const;
export type WitnessSubject = (typeof WITNESS_SUBJECTS)[number];
export const WITNESS_VERDICTS = ['witnessed', 'objected'] as const;
export type WitnessVerdict = (typeof WITNESS_VERDICTS)[number];

/** What a supervisor 监督员 said of a draw, of the totals or of their confirmation. Nothing is ever taken away; the latest stands. */
@Entity('roadshow_witnesses')
@Index('ix_roadshow_witnesses_session', ['sessionId', 'at'])
export class RoadshowWitness {
  @IdColumn() id: string;
  @RefColumn() sessionId: string;
  @TextColumn(12) subject: WitnessSubject;
  @TextColumn(10) verdict: WitnessVerdict;
  /** SHA-256 of what was looked at; what is another by now was not witnessed. */
  @TextColumn(64) digest: string;
  @TextColumn(500, { nullable: true }) remark: string | null;
  @InstantColumn() at: Date;
  @TextColumn(64) madeBy: string;
}

export const SIGNING_PARTIES = ['judge', 'entry', 'chair'] as const;
export type SigningParty = (typeof SIGNING_PARTIES)[number];

/** A signature on the printed summary, as staff noted it. */
@Entity('roadshow_signatures')
@Index('uq_roadshow_signatures_party', ['sessionId', 'party', 'subjectId'], { unique: true })
export class RoadshowSignature {
  @IdColumn() id: string;
  @RefColumn() sessionId: string;
  @TextColumn(8) party: SigningParty;
  /** The judge's person, the entry, or for the chair the session. */
  @RefColumn() subjectId: string;
  /** SHA-256 of the totals that the signed paper shows. */
  @TextColumn(64) digest: string;
  @InstantColumn() at: Date;
  @TextColumn(64) madeBy: string;
}

import { IdColumn, InstantColumn, RefColumn, TextColumn } from '@haishi/platform';
import { Entity, Index } from 'typeorm';

/** That a person agreed to one version of one document. Withdrawing keeps the row. */
@Entity('consents')
@Index('ix_consents_person', ['personId', 'purpose'])
export class Consent {
  @IdColumn() id: string;
  @RefColumn() personId: string;
  @TextColumn(40) purpose: string;
  @TextColumn(20) version: string;
  @InstantColumn() givenAt: Date;
  @InstantColumn({ nullable: true }) withdrawnAt: Date | null;
}

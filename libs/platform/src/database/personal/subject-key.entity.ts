import { Entity } from 'typeorm';
import { IdColumn, InstantColumn, TextColumn } from '../columns.js';

/** The key of one person's values, wrapped by the master key; without it they are gone for good. */
@Entity('subject_keys')
export class SubjectKey {
  @IdColumn() personId: string;
  @TextColumn(400, { nullable: true }) wrapped: string | null;
  @InstantColumn() createdAt: Date;
  @InstantColumn({ nullable: true }) erasedAt: Date | null;
}

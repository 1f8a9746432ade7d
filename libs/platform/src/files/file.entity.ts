import type { FailureParams } from '@haishi/kernel';
import { Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, IntColumn, JsonColumn, TextColumn } from '../database/columns.js';

export const FILE_STATES = ['uploading', 'ready', 'rejected'] as const;
export type FileState = (typeof FILE_STATES)[number];

/** A file that a person uploads, or that the program made for them. */
@Entity('files')
@Index('ix_files_owner', ['ownerId', 'state'])
@Index('ix_files_expires', ['expiresAt'])
@Index('ix_files_subject', ['subjectType', 'subjectId'])
export class StoredFile {
  @IdColumn() id: string;
  @TextColumn(64) ownerId: string;
  /** What it is for, such as `project.plan`; sets its limits and who may read it. */
  @TextColumn(60) purpose: string;
  @TextColumn(200) name: string;
  /** Bytes in all. */
  @IntColumn() size: number;
  /** What its content says it is; empty until that is known. */
  @TextColumn(100) type: string;
  @TextColumn(64, { nullable: true }) sha256: string | null;
  @TextColumn(16) state: FileState;
  /** Why it was rejected. */
  @TextColumn(80, { nullable: true }) errorCode: string | null;
  @JsonColumn({ nullable: true }) errorParams: FailureParams | null;
  /** Where its bytes lie in the storage. */
  @TextColumn(120, { nullable: true }) storageKey: string | null;
  /** What it was put to use for; null while it is not. */
  @TextColumn(60, { nullable: true }) subjectType: string | null;
  @TextColumn(64, { nullable: true }) subjectId: string | null;
  @InstantColumn() createdAt: Date;
  /** When it is removed unless it is put to use; null while it is in use. */
  @InstantColumn({ nullable: true }) expiresAt: Date | null;
}

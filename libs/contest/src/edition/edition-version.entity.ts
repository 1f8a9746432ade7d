import { IdColumn, InstantColumn, IntColumn, JsonColumn, RefColumn, TextColumn } from '@haishi/platform';
import { Entity, Index } from 'typeorm';

/** What made a version: its import, a stage's dates moved, a change of its file, or how the first to look found it. */
export const VERSION_KINDS = ['imported', 'dates', 'changed', 'found'] as const;
export type VersionKind = (typeof VERSION_KINDS)[number];

/** An edition's file as it stood from one moment on. Never changed. */
@Entity('edition_versions')
@Index('uq_edition_versions_number', ['editionId', 'number'], { unique: true })
export class EditionVersion {
  @IdColumn() id: string;
  @RefColumn() editionId: string;
  /** From 1, within the edition. */
  @IntColumn() number: number;
  @TextColumn(12) kind: VersionKind;
  @JsonColumn() file: Record<string, unknown>;
  /** SHA-256 of the file. */
  @TextColumn(64) digest: string;
  /** Why it was changed; null where nobody was asked. */
  @TextColumn(500, { nullable: true }) reason: string | null;
  @InstantColumn() at: Date;
  /** Null where it was found as it is. */
  @TextColumn(64, { nullable: true }) byId: string | null;
}

import { IntKeyColumn, KeyColumn } from '@haishi/platform';
import { Entity, Index } from 'typeorm';

/**
 * What a project that was handed in is found again by, written with its last submission: some forty marks, see
 * `marksOf`. Two projects that are suspected to be one share a mark, so that a look for twins is a look into one index,
 * however many projects there are. One table of plain hashes serves people, organisations and texts alike, on both
 * engines; a full-text index would need another language of each, and find no text that was changed a little.
 */
@Entity('project_marks')
@Index('ix_project_marks_mark', ['mark', 'projectId'])
export class ProjectMark {
  @KeyColumn(36) projectId: string;
  /** 48 bits; the edition and the kind are part of what is hashed. */
  @IntKeyColumn() mark: number;
}

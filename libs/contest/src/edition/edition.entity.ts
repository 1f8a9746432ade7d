import { IdColumn, InstantColumn, IntColumn, JsonColumn, KeyColumn, RefColumn, TextColumn } from '@haishi/platform';
import { Entity, Index } from 'typeorm';
import type { EditionDefinition, StageKind, StageSettings } from './edition.definition.js';
import type { EditionState, StageState } from './edition.rules.js';

/** One edition 届 of the contest. Its stages are rows of their own; the rest of its shape is `definition`. */
@Entity('editions')
@Index('uq_editions_code', ['code'], { unique: true })
@Index('ix_editions_state', ['state'])
export class Edition {
  @IdColumn() id: string;
  /** Stands at the front of project numbers, such as `HSB-2026`. */
  @TextColumn(20) code: string;
  @TextColumn(200) nameZh: string;
  @TextColumn(200) nameEn: string;
  /** IANA name; every deadline is told in it. */
  @TextColumn(60) timeZone: string;
  @TextColumn(12) state: EditionState;
  @JsonColumn() definition: EditionDefinition;
  /** Raised by every change of the edition or one of its stages. */
  @IntColumn() version: number;
  @InstantColumn() createdAt: Date;
}

/** One stage 阶段 of an edition. */
@Entity('edition_stages')
@Index('uq_edition_stages_code', ['editionId', 'code'], { unique: true })
export class EditionStage {
  @IdColumn() id: string;
  @RefColumn() editionId: string;
  @TextColumn(12) code: string;
  @TextColumn(16) kind: StageKind;
  /** From 0, in the order of the edition. */
  @IntColumn() position: number;
  @TextColumn(100) nameZh: string;
  @TextColumn(100) nameEn: string;
  @InstantColumn({ nullable: true }) opensAt: Date | null;
  @InstantColumn({ nullable: true }) closesAt: Date | null;
  @JsonColumn() settings: StageSettings;
  @TextColumn(12) state: StageState;
}

/** The last number given to a project of an edition. A number is never given twice; one may be missing. */
@Entity('edition_serials')
export class EditionSerial {
  @KeyColumn(36) editionId: string;
  @IntColumn() last: number;
}

/** The places an edition lies in, for grants. */
export function editionScopes(editionId: string): { edition: string } {
  return { edition: editionId };
}

/** The places a project lies in: its edition, and of that edition its region and division. */
export function projectScopes(project: { editionId: string; region: string | null; division: string | null }): {
  edition: string;
  region?: string;
  division?: string;
} {
  return {
    edition: project.editionId,
    ...(project.region ? { region: `${project.editionId}/${project.region}` } : {}),
    ...(project.division ? { division: `${project.editionId}/${project.division}` } : {}),
  };
}

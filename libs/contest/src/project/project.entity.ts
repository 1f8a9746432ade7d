import type { Answers, Locale } from '@haishi/contracts';
import {
  BoolColumn,
  IdColumn,
  InstantColumn,
  IntColumn,
  JsonColumn,
  LongTextColumn,
  RefColumn,
  TextColumn,
} from '@haishi/platform';
import { Entity, Index } from 'typeorm';
import type { Lateness, ProjectState } from './project.rules.js';
import type { ChosenPlace, ProjectSnapshot } from './project.snapshot.js';

/** One entry 参赛项目 of an edition. What stands here is the entrant's working copy; staff see the last submission. */
@Entity('projects')
@Index('uq_projects_number', ['editionId', 'number'], { unique: true })
@Index('ix_projects_owner', ['ownerId', 'editionId'])
@Index('ix_projects_submitted', [
  'editionId',
  'submittedAt',
  'id',
  'state',
  'division',
  'region',
  'groupCode',
  'number',
  'titleKey',
])
@Index('ix_projects_state', ['editionId', 'state', 'submittedAt', 'id', 'division', 'region', 'groupCode'])
@Index('ix_projects_version', ['editionId', 'state', 'version'])
@Index('ix_projects_division', ['editionId', 'division', 'submittedAt', 'id', 'state', 'region', 'groupCode'])
@Index('ix_projects_region', ['editionId', 'region', 'submittedAt', 'id', 'state', 'division', 'groupCode'])
@Index('ix_projects_organisation', ['editionId', 'organisationKey'])
@Index('ix_projects_code', ['editionId', 'organisationCode'])
export class Project {
  @IdColumn() id: string;
  @RefColumn() editionId: string;
  /** The person who hands it in. */
  @RefColumn() ownerId: string;
  /** Such as `HSB-2026-EIT-0001`; given at the first submission and kept, whatever division it moves to. */
  @TextColumn(40, { nullable: true }) number: string | null;
  @TextColumn(12) state: ProjectState;
  @TextColumn(200) title: string;
  /** The title in half-width and lower case, for search. */
  @TextColumn(200) titleKey: string;
  @LongTextColumn() summary: string;
  @TextColumn(2) language: Locale;
  /** Codes of the edition; null while not yet chosen. */
  @TextColumn(12, { nullable: true }) division: string | null;
  @TextColumn(12, { nullable: true }) field: string | null;
  @TextColumn(12, { nullable: true }) region: string | null;
  @TextColumn(12, { nullable: true }) groupCode: string | null;
  /** Where the working copy of a returned project puts it, which lies where it was handed in until it is again; null where that is there. */
  @JsonColumn({ nullable: true }) chosenPlace: ChosenPlace | null;
  @TextColumn(200) organisationName: string;
  /** ISO 3166-1 alpha-2. */
  @TextColumn(2) organisationCountry: string;
  /** The unified social credit code in China, the register's number elsewhere. */
  @TextColumn(60) organisationCode: string;
  /** What names of one organisation have in common, by which who works for it finds its projects; null while none is named. */
  @TextColumn(200, { nullable: true }) organisationKey: string | null;
  /** Codes of the counties it would land in 落地意向, most wanted first. */
  @JsonColumn() landing: string[];
  @BoolColumn() undertaking: boolean;
  /** Which wording of the undertaking was confirmed; null where none was, or before wordings were told apart. */
  @TextColumn(64, { nullable: true }) undertakingDigest: string | null;
  /** To the edition's questions, by code; null in what was begun before any were asked. */
  @JsonColumn({ nullable: true }) answers: Answers | null;
  /** How many conditions of entry what was handed in last fails; null where none were asked. */
  @IntColumn({ nullable: true }) unmetRules: number | null;
  /** Of how many that cannot be told. */
  @IntColumn({ nullable: true }) unknownRules: number | null;
  /** Of the last submission. */
  @InstantColumn({ nullable: true }) submittedAt: Date | null;
  @IntColumn() submissions: number;
  /** Until when a returned project may be handed in again. */
  @InstantColumn({ nullable: true }) correctionDueAt: Date | null;
  /** Until when it may be handed in by a late code that it used. */
  @InstantColumn({ nullable: true }) lateUntil: Date | null;
  @InstantColumn({ nullable: true }) withdrawnAt: Date | null;
  /** As its owner gave it; null where none was given. */
  @TextColumn(500, { nullable: true }) withdrawReason: string | null;
  /** Made by the demonstration, and cleared with it. */
  @BoolColumn() demo: boolean;
  @IntColumn() version: number;
  @InstantColumn() createdAt: Date;
  @InstantColumn() updatedAt: Date;
}

/** One member of a project's team. */
@Entity('project_members')
@Index('ix_project_members_project', ['projectId', 'position'])
@Index('ix_project_members_mail', ['mail'])
export class ProjectMember {
  @IdColumn() id: string;
  @RefColumn() projectId: string;
  @IntColumn() position: number;
  @TextColumn(100) name: string;
  @TextColumn(100) role: string;
  /** Share in the project in basis points: `2550` is 25.5 %. */
  @IntColumn({ nullable: true }) share: number | null;
  @TextColumn(254) mail: string;
  @BoolColumn() isCore: boolean;
}

/** A file handed in with a project, by kind of material. */
@Entity('project_materials')
@Index('uq_project_materials_file', ['fileId'], { unique: true })
@Index('ix_project_materials_project', ['projectId', 'kind'])
export class ProjectMaterial {
  @IdColumn() id: string;
  @RefColumn() projectId: string;
  @TextColumn(12) kind: string;
  @RefColumn() fileId: string;
  @TextColumn(200) name: string;
  /** Bytes. */
  @IntColumn() size: number;
  @InstantColumn() addedAt: Date;
  /** Whether its kind was personal when it was given, or was made so since, which holds whatever becomes of the kind. */
  @BoolColumn() personal: boolean;
}

/** What was handed in, at one moment. Never changed. */
@Entity('project_submissions')
@Index('uq_project_submissions_number', ['projectId', 'number'], { unique: true })
@Index('uq_project_submissions_key', ['projectId', 'requestKey'], { unique: true })
export class ProjectSubmission {
  @IdColumn() id: string;
  @RefColumn() projectId: string;
  /** From 1. */
  @IntColumn() number: number;
  /** The request's idempotency key. */
  @TextColumn(64) requestKey: string;
  @JsonColumn() snapshot: ProjectSnapshot;
  @RefColumn() byId: string;
  /** When its request reached the server. */
  @InstantColumn() at: Date;
  /** Why it counts although it came after the deadline; null where it came in time. */
  @TextColumn(8, { nullable: true }) late: Lateness | null;
}

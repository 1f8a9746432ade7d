import { type Question, QUESTION_KINDS, type QuestionKind } from '@haishi/contracts';
import { InstantField, JsonField, TextField } from '@haishi/platform';
import { ApiProperty } from '@nestjs/swagger';
import type { EditionState, StageState } from './edition.rules.js';
import { EDITION_STATES, STAGE_STATES } from './edition.rules.js';
import { STAGE_KINDS, type StageKind, type StageSettings } from './edition.definition.js';

/** An edition file to be looked at or imported. */
export class EditionImportInput {
  @JsonField({ description: 'The edition file, as exported or as the product carries it.' }) file: Record<
    string,
    unknown
  >;
  @TextField({ max: 20, optional: true, description: 'Replaces the code in the file.' }) code?: string;
  @TextField({
    max: 10,
    optional: true,
    pattern: /^\d{4}-\d{2}-\d{2}$/,
    description: 'The day that relative dates count from.',
  })
  firstDay?: string;
}

/** A stage's dates. Null takes a date away while the stage is not open. */
export class StageDatesBody {
  @InstantField({ optional: true }) opensAt?: string | null;
  @InstantField({ optional: true }) closesAt?: string | null;
}

export class LocalTextView {
  @ApiProperty() zh: string;
  @ApiProperty() en: string;
}

export class ProblemView {
  @ApiProperty() field: string;
  @ApiProperty() code: string;
  @ApiProperty() message: string;
}

export class NamedView {
  @ApiProperty() code: string;
  @ApiProperty() name: LocalTextView;
}

export class DivisionView extends NamedView {
  @ApiProperty({ type: [NamedView] }) fields: NamedView[];
}

export class RegionView extends NamedView {
  @ApiProperty({ type: [String] }) timeZones: string[];
}

export class GroupView extends NamedView {
  @ApiProperty({ enum: ['required', 'affiliation'] }) organisation: 'required' | 'affiliation';
  @ApiProperty() minCoreMembers: number;
  @ApiProperty({ required: false, description: 'Whether every core member has to accept before it is handed in.' })
  membersConfirm?: boolean;
  @ApiProperty({ required: false }) note?: LocalTextView;
}

export class MaterialKindView extends NamedView {
  @ApiProperty({ required: false }) help?: LocalTextView;
  @ApiProperty({ type: [String] }) types: string[];
  @ApiProperty({ description: 'Bytes.' }) maxSize: number;
  @ApiProperty() minCount: number;
  @ApiProperty() maxCount: number;
  @ApiProperty({ type: [String], required: false, description: 'The groups it is asked of; all where absent.' })
  groups?: string[];
  @ApiProperty({ required: false, description: 'Whether the jury reads it; not where absent.' }) forJudges?: boolean;
  @ApiProperty({ required: false, description: 'Whether its owner and staff who work on the project alone open it.' })
  personal?: boolean;
}

/** A question of the form; what an answer is held to depends on its kind. */
export class QuestionView extends NamedView {
  @ApiProperty({ enum: QUESTION_KINDS }) kind: QuestionKind;
  @ApiProperty({ required: false }) help?: LocalTextView;
  @ApiProperty() required: boolean;
  @ApiProperty({ type: [String], required: false, description: 'The groups it is asked of; all where absent.' })
  groups?: string[];
  @ApiProperty({ required: false, description: 'Whether the jury reads the answer; not where absent.' })
  forJudges?: boolean;
  @ApiProperty({ required: false, description: 'Whether the answer is about the leader as a person.' })
  personal?: boolean;
  @ApiProperty({ required: false, description: 'Of texts.' }) maxLength?: number;
  @ApiProperty({ required: false, description: 'Of numbers.' }) unit?: LocalTextView;
  @ApiProperty({ required: false, description: 'Of numbers: the most decimals.' }) decimals?: number;
  @ApiProperty({
    required: false,
    oneOf: [{ type: 'number' }, { type: 'string', format: 'date' }],
    description: 'Of numbers and days.',
  })
  min?: number | string;
  @ApiProperty({ required: false, oneOf: [{ type: 'number' }, { type: 'string', format: 'date' }] })
  max?: number | string;
  @ApiProperty({ type: [NamedView], required: false, description: 'Of choices.' }) options?: NamedView[];
}

export class StageView extends NamedView {
  @ApiProperty({ enum: STAGE_KINDS }) kind: StageKind;
  @ApiProperty({ enum: STAGE_STATES }) state: StageState;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) opensAt: Date | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) closesAt: Date | null;
  @ApiProperty({ required: false, description: 'How long after its end a submission still counts, marked late.' })
  graceMinutes?: number;
}

export class EditionSummary extends NamedView {
  @ApiProperty() id: string;
  @ApiProperty() timeZone: string;
  @ApiProperty({ enum: EDITION_STATES }) state: EditionState;
  @ApiProperty({ type: [StageView] }) stages: StageView[];
  @ApiProperty({ description: 'Whether projects can be begun and handed in right now.' }) acceptsProjects: boolean;
  @ApiProperty({ description: 'Whether a late code lets projects in right now.' }) takesLateCodes: boolean;
}

/** What anyone may know of an edition. */
export class EditionView extends EditionSummary {
  @ApiProperty({ type: [DivisionView] }) divisions: DivisionView[];
  @ApiProperty({ type: [RegionView] }) regions: RegionView[];
  @ApiProperty({ type: [GroupView] }) groups: GroupView[];
  @ApiProperty({ type: [MaterialKindView] }) materials: MaterialKindView[];
  @ApiProperty({ type: [QuestionView], description: 'What the form asks besides.' }) questions: Question[];
  @ApiProperty({ description: 'Whether it opens a gallery of its projects.' }) gallery: boolean;
  @ApiProperty() undertaking: LocalTextView;
  @ApiProperty({ description: 'Tells its wording from others.' }) undertakingDigest: string;
}

export class StageOverview extends StageView {
  @ApiProperty({ type: 'object', additionalProperties: true }) settings: StageSettings;
  @ApiProperty({ type: [ProblemView], description: 'What keeps the stage from being opened, or waits in it.' })
  blockers: ProblemView[];
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'integer' },
    description: 'Projects by what became of them in this stage.',
  })
  counts: Record<string, number>;
}

/** What an organiser sees of an edition. */
export class EditionOverview extends NamedView {
  @ApiProperty() id: string;
  @ApiProperty() timeZone: string;
  @ApiProperty({ enum: EDITION_STATES }) state: EditionState;
  @ApiProperty() version: number;
  @ApiProperty({ type: [StageOverview] }) stages: StageOverview[];
  @ApiProperty({ type: [ProblemView], description: 'What keeps registration from being opened.' })
  blockers: ProblemView[];
  @ApiProperty({ type: [String], enum: ['open', 'close', 'archive'] }) actions: string[];
  @ApiProperty() mayManage: boolean;
  @ApiProperty({ type: [DivisionView] }) divisions: DivisionView[];
  @ApiProperty({ type: [RegionView] }) regions: RegionView[];
  @ApiProperty({ type: [GroupView] }) groups: GroupView[];
  @ApiProperty({ type: [NamedView] }) judgeKinds: NamedView[];
}

export class EditionPreview extends NamedView {
  @ApiProperty() timeZone: string;
  @ApiProperty() divisions: number;
  @ApiProperty() regions: number;
  @ApiProperty() groups: number;
  @ApiProperty() criteria: number;
  @ApiProperty({ type: [StageView] }) stages: StageView[];
}

/** The answer of a dry run. */
export class EditionCheckView {
  @ApiProperty() valid: boolean;
  @ApiProperty({ type: [ProblemView] }) problems: ProblemView[];
  @ApiProperty({ description: 'What would be created; only where the file is valid.', required: false })
  edition?: EditionPreview;
}

import { type Answers, type Locale, LOCALES } from '@haishi/contracts';
import {
  BoolField,
  ChoiceField,
  IdField,
  IntField,
  JsonField,
  LineField,
  ListField,
  ObjectField,
  PageQuery,
  TextField,
  TextListField,
} from '@haishi/platform';
import { ApiProperty } from '@nestjs/swagger';
import { LocalTextView, ProblemView } from '../edition/edition.dto.js';
import { PROJECT_SORTS, type ProjectSort } from './project.queries.js';
import {
  type Lateness,
  PROJECT_ACTIONS,
  PROJECT_STATES,
  type ProjectAction,
  type ProjectRole,
  type ProjectState,
} from './project.rules.js';

export const MAX_MEMBERS = 50;
export const MAX_SUMMARY = 5000;

export class NewProjectInput {
  @IdField({ description: 'Made by the client, so that a repeated request makes one draft.' }) id: string;
  @TextField({ max: 36, description: 'The edition’s id or code.' }) edition: string;
  @ChoiceField(LOCALES) language: Locale;
  @TextField({ max: 40, optional: true, description: 'A late code, for a project begun after the deadline.' })
  lateCode?: string;
}

export class MemberInput {
  @LineField({ max: 100, min: 0 }) name: string;
  @LineField({ max: 100, min: 0 }) role: string;
  @IntField({ min: 0, max: 10_000, optional: true, description: 'Basis points.' }) share?: number | null;
  @TextField({ max: 254, min: 0 }) mail: string;
  @BoolField() isCore: boolean;
}

export class ProjectOrganisationInput {
  @LineField({ max: 200, min: 0 }) name: string;
  @TextField({ max: 2, pattern: /^[A-Z]{2}$/ }) country: string;
  @TextField({ max: 60, min: 0 }) code: string;
}

/** The whole working copy; what is missing or null is empty. Completeness is asked for only when it is handed in. */
export class ProjectInput {
  @LineField({ max: 200, min: 0 }) title: string;
  @TextField({ max: MAX_SUMMARY, min: 0 }) summary: string;
  @ChoiceField(LOCALES) language: Locale;
  @TextField({ max: 12, optional: true }) division?: string | null;
  @TextField({ max: 12, optional: true }) field?: string | null;
  @TextField({ max: 12, optional: true }) region?: string | null;
  @TextField({ max: 12, optional: true }) group?: string | null;
  @ObjectField(() => ProjectOrganisationInput) organisation: ProjectOrganisationInput;
  @TextListField({ max: 5, maxLength: 12 }) landing: string[];
  @BoolField() undertaking: boolean;
  @TextField({
    max: 64,
    pattern: /^[0-9a-f]{64}$/,
    optional: true,
    description: 'Which wording is confirmed, as the edition tells it; the present one where absent.',
  })
  undertakingDigest?: string | null;
  @ListField(() => MemberInput, { max: MAX_MEMBERS }) members: MemberInput[];
  @JsonField({ optional: true, description: 'To the edition’s questions, by code.' }) answers?: Record<
    string,
    unknown
  > | null;
}

/** A finished upload, and which kind of material it is. */
export class MaterialInput {
  @TextField({ max: 12 }) kind: string;
  @IdField() fileId: string;
  @IdField({ optional: true, description: 'The material of the same kind that it takes the place of.' })
  replaces?: string;
}

export class ProjectQuery extends PageQuery {
  @ChoiceField(PROJECT_STATES, { optional: true }) state?: ProjectState;
  @TextField({ max: 12, optional: true }) division?: string;
  @TextField({ max: 12, optional: true }) region?: string;
  @TextField({ max: 12, optional: true }) group?: string;
  @TextField({ max: 100, optional: true }) q?: string;
  @ChoiceField(['yes'], { optional: true, description: 'Only what is out for a correction whose time is over.' })
  overdue?: 'yes';
  @ChoiceField(PROJECT_SORTS, { optional: true }) sort?: ProjectSort;
}

export class ProjectRow {
  @ApiProperty() id: string;
  @ApiProperty({ nullable: true, type: String }) number: string | null;
  @ApiProperty({ enum: PROJECT_STATES }) state: ProjectState;
  @ApiProperty() title: string;
  @ApiProperty({ enum: LOCALES }) language: Locale;
  @ApiProperty({ nullable: true, type: String }) division: string | null;
  @ApiProperty({ nullable: true, type: String }) field: string | null;
  @ApiProperty({ nullable: true, type: String }) region: string | null;
  @ApiProperty({ nullable: true, type: String }) group: string | null;
  @ApiProperty() organisationName: string;
  @ApiProperty({ nullable: true, type: String, format: 'date-time' }) submittedAt: Date | null;
  @ApiProperty() submissions: number;
  @ApiProperty({ nullable: true, type: String, format: 'date-time' }) correctionDueAt: Date | null;
  @ApiProperty({ required: false, description: 'For staff: whether a submission came after the deadline.' })
  late?: boolean;
  @ApiProperty({ required: false, description: 'For staff: whether its time for a correction is over.' })
  overdue?: boolean;
}

export class ProjectPage {
  @ApiProperty({ type: [ProjectRow] }) items: ProjectRow[];
  @ApiProperty({ required: false }) next?: string;
  @ApiProperty() total: number;
  @ApiProperty({ description: 'How many more the reader is recused from, whatever the filters.' }) recused: number;
}

export class ProjectEditionView {
  @ApiProperty() id: string;
  @ApiProperty() code: string;
  @ApiProperty() name: LocalTextView;
  @ApiProperty() timeZone: string;
}

/** As what somebody finds a project among their own. */
export const OWN_ROLES = ['owner', 'teammate', 'former'] as const satisfies readonly ProjectRole[];
export type OwnRole = (typeof OWN_ROLES)[number];

export class OwnProject extends ProjectRow {
  @ApiProperty() edition: ProjectEditionView;
  @ApiProperty({
    nullable: true,
    type: String,
    format: 'date-time',
    description: 'Until when it can be handed in; null where it cannot.',
  })
  deadline: Date | null;
  @ApiProperty({ type: String, format: 'date-time' }) updatedAt: Date;
  @ApiProperty({ enum: OWN_ROLES, description: 'Whether they lead it, accepted to be its member, or passed it on.' })
  role: OwnRole;
}

export class MemberView {
  @ApiProperty() name: string;
  @ApiProperty() role: string;
  @ApiProperty({ nullable: true, type: Number, description: 'Basis points.' }) share: number | null;
  @ApiProperty() mail: string;
  @ApiProperty() isCore: boolean;
}

export class MaterialView {
  @ApiProperty() kind: string;
  @ApiProperty() fileId: string;
  @ApiProperty({ description: 'Empty where it is personal and the reader may not open it.' }) name: string;
  @ApiProperty({ description: 'Bytes.' }) size: number;
  @ApiProperty({ description: 'Whether it is for who gave it and for staff who work on the project alone.' })
  personal: boolean;
}

export class ProjectOrganisationView {
  @ApiProperty() name: string;
  @ApiProperty() country: string;
  @ApiProperty() code: string;
}

export class ProjectContentView {
  @ApiProperty() title: string;
  @ApiProperty() summary: string;
  @ApiProperty({ enum: LOCALES }) language: Locale;
  @ApiProperty({ nullable: true, type: String }) division: string | null;
  @ApiProperty({ nullable: true, type: String }) field: string | null;
  @ApiProperty({ nullable: true, type: String }) region: string | null;
  @ApiProperty({ nullable: true, type: String }) group: string | null;
  @ApiProperty() organisation: ProjectOrganisationView;
  @ApiProperty({ type: [String] }) landing: string[];
  @ApiProperty() undertaking: boolean;
  @ApiProperty({ type: String, nullable: true, description: 'Which wording of it was confirmed.' })
  undertakingDigest: string | null;
  @ApiProperty({ type: [MemberView] }) members: MemberView[];
  @ApiProperty({ type: 'object', additionalProperties: true, description: 'To the edition’s questions, by code.' })
  answers: Answers;
  @ApiProperty({ type: [MaterialView] }) materials: MaterialView[];
}

export const HISTORY_KINDS = [
  'created',
  'submitted',
  'accepted',
  'returned',
  'rejected',
  'reopened',
  'prolonged',
  'withdrawn',
  'transferred',
  'moved',
  'appealed',
  'upheld',
  'dismissed',
] as const;

/** One step of a project's way. Staff are named to staff alone. */
export class HistoryItem {
  @ApiProperty({ enum: HISTORY_KINDS }) kind: (typeof HISTORY_KINDS)[number];
  @ApiProperty({ type: String, format: 'date-time' }) at: Date;
  @ApiProperty({ required: false }) by?: string;
  @ApiProperty({ required: false, description: 'To whom it was handed over.' }) to?: string;
  @ApiProperty({ required: false, description: 'Which submission it is about.' }) submission?: number;
  @ApiProperty({ required: false }) reason?: LocalTextView;
  @ApiProperty({ required: false }) text?: string;
  @ApiProperty({ required: false, type: String, format: 'date-time' }) dueAt?: Date;
  @ApiProperty({ required: false, enum: ['grace', 'code'], description: 'Why a submission after the deadline counts.' })
  late?: Lateness;
}

export class SubmissionWindowView {
  @ApiProperty() open: boolean;
  @ApiProperty({ required: false, type: String, format: 'date-time' }) deadline?: Date;
  @ApiProperty({
    required: false,
    enum: ['grace', 'code'],
    description: 'The deadline has passed; this still lets it in.',
  })
  late?: Lateness;
  @ApiProperty({ required: false, description: 'For its owner: whether a late code would let it in.' })
  takesCode?: boolean;
  @ApiProperty({ required: false, description: 'Why it cannot be handed in, in the reader’s language.' })
  message?: string;
}

export class ProjectView {
  @ApiProperty() id: string;
  @ApiProperty() edition: ProjectEditionView;
  @ApiProperty({ nullable: true, type: String }) number: string | null;
  @ApiProperty({ enum: PROJECT_STATES }) state: ProjectState;
  @ApiProperty() version: number;
  @ApiProperty({ enum: ['owner', 'teammate', 'former', 'checker', 'reader'] }) role: ProjectRole;
  @ApiProperty({ enum: PROJECT_ACTIONS, isArray: true }) actions: ProjectAction[];
  @ApiProperty({
    description: 'The working copy for its owner and its members, the last submission for everyone else.',
  })
  content: ProjectContentView;
  @ApiProperty() window: SubmissionWindowView;
  @ApiProperty() submissions: number;
  @ApiProperty({ nullable: true, type: String, format: 'date-time' }) submittedAt: Date | null;
  @ApiProperty({ type: [HistoryItem] }) history: HistoryItem[];
  @ApiProperty({ type: [ProblemView], description: 'For its owner: what is still missing.' }) missing: ProblemView[];
}

export class SavedProject {
  @ApiProperty() version: number;
  @ApiProperty({ type: String, format: 'date-time' }) savedAt: Date;
  @ApiProperty({ type: [ProblemView], description: 'What is still missing before it can be handed in.' })
  missing: ProblemView[];
}

export class SubmissionReceipt {
  @ApiProperty() number: string;
  @ApiProperty({ description: 'Which submission of this project it is, from 1.' }) submission: number;
  @ApiProperty({ type: String, format: 'date-time' }) at: Date;
  @ApiProperty() version: number;
}

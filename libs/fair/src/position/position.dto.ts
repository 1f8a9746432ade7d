import {
  DISCRIMINATION_GROUNDS,
  type DiscriminationGround,
  POSITION_CATEGORIES,
  POSITION_DEGREE_TYPES,
  POSITION_DEGREES,
  POSITION_EXPERIENCES,
  POSITION_TITLE_RANKS,
  POSITION_UNIVERSITIES,
  type PositionCategory,
  type PositionDegree,
  type PositionDegreeType,
  type PositionExperience,
  type PositionTitleRank,
  type PositionUniversity,
} from '@haishi/contracts';
import {
  ChoiceField,
  IdField,
  IntField,
  LineField,
  MailField,
  PageQuery,
  TextField,
  TextListField,
} from '@haishi/platform';
import { COUNTIES } from '@haishi/reference';
import { ApiProperty } from '@nestjs/swagger';
import { PAY_MOST } from './pay.rules.js';
import {
  FLAGGED_FIELDS,
  type FlaggedField,
  HEADCOUNT_MOST,
  POSITION_LENGTHS,
  POSITION_STATES,
  type PositionState,
} from './position.rules.js';

const COUNTY_CODES = COUNTIES.map(({ code }) => code);

/** A position as the form sends it. Pay in yuan a year; neither given: negotiable. */
export class PositionInput {
  @LineField({ max: POSITION_LENGTHS.title }) title: string;
  @ChoiceField(Object.keys(POSITION_CATEGORIES)) category: PositionCategory;
  @IntField({ min: 1, max: HEADCOUNT_MOST }) headcount: number;
  @ChoiceField(Object.keys(POSITION_DEGREES)) degree: PositionDegree;
  @ChoiceField(Object.keys(POSITION_DEGREE_TYPES)) degreeType: PositionDegreeType;
  @TextField({ max: POSITION_LENGTHS.majors }) majors: string;
  @ChoiceField(Object.keys(POSITION_UNIVERSITIES)) university: PositionUniversity;
  @ChoiceField(Object.keys(POSITION_TITLE_RANKS)) titleRank: PositionTitleRank;
  @ChoiceField(Object.keys(POSITION_EXPERIENCES)) experience: PositionExperience;
  @IntField({ min: 0, max: PAY_MOST, optional: true }) payMin?: number | null;
  @IntField({ min: 0, max: PAY_MOST, optional: true }) payMax?: number | null;
  @TextField({ max: POSITION_LENGTHS.benefits, optional: true }) benefits?: string;
  @LineField({ max: POSITION_LENGTHS.workplace }) workplace: string;
  @TextField({ max: POSITION_LENGTHS.duties }) duties: string;
  @LineField({ max: POSITION_LENGTHS.contactName }) contactName: string;
  @TextField({ max: 30 }) contactPhone: string;
  @MailField() contactMail: string;
  @TextField({ max: 10, description: 'The last day on which it is shown, `2026-06-30`.' }) validUntil: string;
  @TextField({ max: 20 }) zone: string;
  @ChoiceField(COUNTY_CODES) countyCode: string;
}

export class PositionIds {
  @TextListField({ min: 1, max: 200, maxLength: 36 }) ids: string[];
}

export class SubmitInput {
  @TextListField({ min: 1, max: 200, maxLength: 36, optional: true, description: 'Absent: all that can be submitted.' })
  ids?: string[];
}

export class PositionReturnInput extends PositionIds {
  @TextField({ max: 1000 }) reason: string;
}

export class FlagInput {
  @ChoiceField(FLAGGED_FIELDS) field: FlaggedField;
  @TextField({ max: 200 }) word: string;
  @TextField({ max: 200, description: 'Why the word is harmless here.' }) reason: string;
}

export class OwnPositionsQuery extends PageQuery {
  @ChoiceField(POSITION_STATES, { optional: true }) state?: PositionState;
}

export class QueueQuery extends PageQuery {
  @ChoiceField(['submitted', 'approved', 'returned'], { optional: true }) state?: PositionState;
  @ChoiceField(['flagged', 'clean'], { optional: true }) flags?: 'flagged' | 'clean';
  @TextField({ max: 20, optional: true }) zone?: string;
}

class FlagView {
  @ApiProperty({ enum: FLAGGED_FIELDS }) field: FlaggedField;
  @ApiProperty() word: string;
  @ApiProperty({ enum: Object.keys(DISCRIMINATION_GROUNDS) }) ground: DiscriminationGround;
  @ApiProperty({ required: false, description: 'Why a reviewer found it harmless.' }) dismissed?: string;
}

/** A position for its employer and for reviewers. */
export class PositionView {
  @ApiProperty() id: string;
  @ApiProperty() number: number;
  @ApiProperty() fairId: string;
  @ApiProperty() participationId: string;
  @ApiProperty() organisationId: string;
  @ApiProperty() organisationName: string;
  @ApiProperty() title: string;
  @ApiProperty({ enum: Object.keys(POSITION_CATEGORIES) }) category: PositionCategory;
  @ApiProperty() headcount: number;
  @ApiProperty({ enum: Object.keys(POSITION_DEGREES) }) degree: PositionDegree;
  @ApiProperty({ enum: Object.keys(POSITION_DEGREE_TYPES) }) degreeType: PositionDegreeType;
  @ApiProperty() majors: string;
  @ApiProperty({ enum: Object.keys(POSITION_UNIVERSITIES) }) university: PositionUniversity;
  @ApiProperty({ enum: Object.keys(POSITION_TITLE_RANKS) }) titleRank: PositionTitleRank;
  @ApiProperty({ enum: Object.keys(POSITION_EXPERIENCES) }) experience: PositionExperience;
  @ApiProperty({ type: 'integer', nullable: true }) payMin: number | null;
  @ApiProperty({ type: 'integer', nullable: true }) payMax: number | null;
  @ApiProperty() benefits: string;
  @ApiProperty() workplace: string;
  @ApiProperty() duties: string;
  @ApiProperty() contactName: string;
  @ApiProperty() contactPhone: string;
  @ApiProperty() contactMail: string;
  @ApiProperty() validUntil: string;
  @ApiProperty() zone: string;
  @ApiProperty() countyCode: string;
  @ApiProperty({ enum: POSITION_STATES }) state: PositionState;
  @ApiProperty({ type: String, nullable: true }) stateReason: string | null;
  @ApiProperty({ type: [FlagView] }) flags: FlagView[];
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) submittedAt: Date | null;
  @ApiProperty({ type: String, format: 'date-time' }) updatedAt: Date;
  @ApiProperty({ type: [String] }) actions: string[];
  @ApiProperty() version: number;
}

export class PositionPage {
  @ApiProperty({ type: [PositionView] }) items: PositionView[];
  @ApiProperty({ required: false }) next?: string;
  @ApiProperty({ required: false, description: 'How many there are in all.' }) total?: number;
}

/** What became of one position of a bulk act. */
export class OutcomeView {
  @ApiProperty() id: string;
  @ApiProperty() done: boolean;
  @ApiProperty({ required: false }) code?: string;
  @ApiProperty({ required: false, description: 'Why not, in the caller’s language.' }) message?: string;
}

export class OutcomesView {
  @ApiProperty() done: number;
  @ApiProperty({ type: [OutcomeView] }) items: OutcomeView[];
}

export class SubmittedView {
  @ApiProperty() submitted: number;
}

/** What the public may know of a position's contact. */
class ContactView {
  @ApiProperty() name: string;
  @ApiProperty() phone: string;
  @ApiProperty() mail: string;
}

/** One line of the public list. */
export class ListedPosition {
  @ApiProperty() id: string;
  @ApiProperty() number: number;
  @ApiProperty() title: string;
  @ApiProperty() employer: string;
  @ApiProperty() zone: string;
  @ApiProperty() category: string;
  @ApiProperty() degree: string;
  @ApiProperty() university: string;
  @ApiProperty() countyCode: string;
  @ApiProperty() headcount: number;
  @ApiProperty({ type: 'integer', nullable: true }) payMin: number | null;
  @ApiProperty({ type: 'integer', nullable: true }) payMax: number | null;
  @ApiProperty() workplace: string;
  @ApiProperty() validUntil: string;
}

/** A position as the public reads it. */
export class PublicPosition extends ListedPosition {
  @ApiProperty() fairId: string;
  @ApiProperty() degreeType: string;
  @ApiProperty() majors: string;
  @ApiProperty() titleRank: string;
  @ApiProperty() experience: string;
  @ApiProperty() benefits: string;
  @ApiProperty() duties: string;
  @ApiProperty({ type: String, format: 'date-time' }) listedAt: Date;
  @ApiProperty({ type: ContactView, nullable: true, description: 'Only where the employer chose to publish it.' })
  contact: ContactView | null;
  @ApiProperty({ type: 'object', additionalProperties: true, description: 'schema.org JobPosting.' })
  jobPosting: Record<string, unknown>;
}

class FacetValue {
  @ApiProperty() value: string;
  @ApiProperty() zh: string;
  @ApiProperty() en: string;
  @ApiProperty() count: number;
}

class FacetsView {
  @ApiProperty({ type: [FacetValue] }) zone: FacetValue[];
  @ApiProperty({ type: [FacetValue] }) degree: FacetValue[];
  @ApiProperty({ type: [FacetValue] }) county: FacetValue[];
  @ApiProperty({ type: [FacetValue] }) category: FacetValue[];
  @ApiProperty({ type: [FacetValue] }) pay: FacetValue[];
  @ApiProperty({ type: [FacetValue] }) university: FacetValue[];
}

export class SearchAnswer {
  @ApiProperty({ type: [ListedPosition] }) items: ListedPosition[];
  @ApiProperty() total: number;
  @ApiProperty({ required: false }) next?: string;
  @ApiProperty({ type: FacetsView }) facets: FacetsView;
}

/** A list of values in a query string: `zone=EIT&zone=BIO`, or `zone=EIT,BIO`. */
export class SearchQuery extends PageQuery {
  @TextField({ max: 100, optional: true, description: 'Words, Chinese or Latin; all must be found.' }) q?: string;
  @TextField({ max: 400, optional: true, description: 'Codes, separated by commas; so are the facets below.' })
  zone?: string;
  @TextField({ max: 400, optional: true }) degree?: string;
  @TextField({ max: 400, optional: true }) county?: string;
  @TextField({ max: 400, optional: true }) category?: string;
  @TextField({ max: 400, optional: true }) pay?: string;
  @TextField({ max: 400, optional: true }) university?: string;
  @ChoiceField(['newest', 'pay'], { optional: true }) sort?: 'newest' | 'pay';
}

export class ImportInput {
  @IdField({ description: 'A finished upload of the caller, XLSX or CSV.' }) fileId: string;
}

export class CommitInput {
  @ChoiceField(['all', 'skip_faulty'], { description: 'All or nothing, or the good rows alone.' }) mode:
    | 'all'
    | 'skip_faulty';
}

export class CellFaultView {
  @ApiProperty() row: number;
  @ApiProperty() column: string;
  @ApiProperty({ description: 'As the sheet names it, `F7`.' }) cell: string;
  @ApiProperty() value: string;
  @ApiProperty() code: string;
  @ApiProperty({ description: 'In the caller’s language.' }) message: string;
}

class FlaggedRowView {
  @ApiProperty() row: number;
  @ApiProperty() title: string;
  @ApiProperty({ type: [FlagView] }) flags: FlagView[];
}

class ImportResultView {
  @ApiProperty() created: number;
  @ApiProperty() changed: number;
  @ApiProperty() unchanged: number;
  @ApiProperty() skipped: number;
}

/** What a dry run found, and what taking it over did. */
export class ImportView {
  @ApiProperty() id: string;
  @ApiProperty() participationId: string;
  @ApiProperty() fileName: string;
  @ApiProperty({ enum: ['checked', 'committed', 'superseded'] }) state: string;
  @ApiProperty() total: number;
  @ApiProperty() good: number;
  @ApiProperty() faulty: number;
  @ApiProperty({ type: [CellFaultView] }) faults: CellFaultView[];
  @ApiProperty({ type: [FlaggedRowView], description: 'Good rows whose wording would stop their approval.' })
  flagged: FlaggedRowView[];
  @ApiProperty({ type: [String] }) unknownColumns: string[];
  @ApiProperty({ type: ImportResultView, nullable: true }) result: ImportResultView | null;
  @ApiProperty({ type: String, format: 'date-time' }) createdAt: Date;
}

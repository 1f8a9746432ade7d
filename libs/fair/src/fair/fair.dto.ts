import { InstantField, IntField, ListField, ObjectField, TextField, TextListField } from '@haishi/platform';
import { ApiProperty } from '@nestjs/swagger';
import { FAIR_STATES, type FairState } from './fair.rules.js';

export const FAIR_FORMAT = 'haishi-fair/1';

class LocalTextInput {
  @TextField({ max: 200 }) zh: string;
  @TextField({ max: 200 }) en: string;
}

class FairDayInput {
  @TextField({ max: 10, optional: true, description: 'Absent: counted on from `firstDay`.' }) date?: string;
  @TextField({ max: 5 }) opens: string;
  @TextField({ max: 5 }) closes: string;
}

class FairZoneInput {
  @TextField({ max: 20, pattern: /^[A-Z0-9_-]+$/ }) code: string;
  @TextField({ max: 100 }) zh: string;
  @TextField({ max: 100 }) en: string;
}

class PermitInput {
  @TextField({ max: 60, optional: true }) number?: string | null;
  @IntField({ min: 1, max: 1_000_000 }) approvedCapacity: number;
}

/** A fair as a file 洽谈会文件: what an organiser imports, exports and keeps. */
export class FairFile {
  @TextField({ max: 20 }) format: string;
  @TextField({ max: 1000, optional: true, description: 'A remark for whoever reads the file.' }) about?: string;
  @TextField({ max: 40, pattern: /^[A-Za-z0-9-]+$/ }) code: string;
  @ObjectField(() => LocalTextInput) name: LocalTextInput;
  @ObjectField(() => LocalTextInput) venue: LocalTextInput;
  @TextField({ max: 60 }) timeZone: string;
  @ListField(() => FairDayInput, { min: 1, max: 14 }) days: FairDayInput[];
  @InstantField({ optional: true }) applyBy?: string | null;
  @TextField({ max: 5 }) employerSignInBy: string;
  @ObjectField(() => PermitInput) permit: PermitInput;
  @ListField(() => FairZoneInput, { min: 1, max: 30 }) zones: FairZoneInput[];
  @TextListField({ min: 1, max: 50, maxLength: 60 }) gates: string[];
}

export class FairImportInput {
  @ObjectField(() => FairFile) file: FairFile;
  @TextField({ max: 40, optional: true, pattern: /^[A-Za-z0-9-]+$/, description: 'Replaces the code in the file.' })
  code?: string;
  @TextField({
    max: 10,
    optional: true,
    description: 'The day of the first day; the others keep their distance from it.',
  })
  firstDay?: string;
}

class FairDayChange {
  @TextField({ max: 10 }) date: string;
  @TextField({ max: 5 }) opens: string;
  @TextField({ max: 5 }) closes: string;
}

/** What an organiser changes of a fair. */
export class FairChange {
  @ObjectField(() => LocalTextInput) name: LocalTextInput;
  @ObjectField(() => LocalTextInput) venue: LocalTextInput;
  @ListField(() => FairDayChange, { min: 1, max: 14 }) days: FairDayChange[];
  @InstantField({ optional: true }) applyBy?: string | null;
  @TextField({ max: 5 }) employerSignInBy: string;
  @TextField({ max: 60, optional: true }) permitNumber?: string | null;
  @IntField({ min: 1, max: 1_000_000 }) approvedCapacity: number;
}

class LocalTextView {
  @ApiProperty() zh: string;
  @ApiProperty() en: string;
}

class FairDayView {
  @ApiProperty() date: string;
  @ApiProperty() opens: string;
  @ApiProperty() closes: string;
}

class FairZoneView extends LocalTextView {
  @ApiProperty() code: string;
}

export class FairSummary {
  @ApiProperty() id: string;
  @ApiProperty() code: string;
  @ApiProperty({ type: LocalTextView }) name: LocalTextView;
  @ApiProperty({ type: LocalTextView }) venue: LocalTextView;
  @ApiProperty() timeZone: string;
  @ApiProperty({ type: [FairDayView] }) days: FairDayView[];
  @ApiProperty({ type: String, format: 'date-time' }) opensAt: Date;
  @ApiProperty({ type: String, format: 'date-time' }) closesAt: Date;
  @ApiProperty({ enum: FAIR_STATES }) state: FairState;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) applyBy: Date | null;
  @ApiProperty({ description: 'Whether employers can apply right now.' }) acceptsApplications: boolean;
}

/** What anyone may know of a fair. */
export class FairView extends FairSummary {
  @ApiProperty({ type: [FairZoneView] }) zones: FairZoneView[];
  @ApiProperty() employerSignInBy: string;
  @ApiProperty({ description: 'Employers whose participation is approved.' }) employers: number;
  @ApiProperty({ description: 'Positions that the public can find.' }) positions: number;
  @ApiProperty({ description: 'Persons wanted for them.' }) headcount: number;
}

class CountsView {
  @ApiProperty({ type: 'object', additionalProperties: { type: 'integer' } }) participations: Record<string, number>;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'integer' } }) positions: Record<string, number>;
}

class BlockerView {
  @ApiProperty() code: string;
  @ApiProperty() message: string;
}

/** What staff see of a fair. */
export class FairOverview extends FairSummary {
  @ApiProperty({ type: [FairZoneView] }) zones: FairZoneView[];
  @ApiProperty({ type: [String] }) gates: string[];
  @ApiProperty() employerSignInBy: string;
  @ApiProperty({ nullable: true, type: String }) permitNumber: string | null;
  @ApiProperty() approvedCapacity: number;
  @ApiProperty() version: number;
  @ApiProperty({ type: CountsView }) counts: CountsView;
  @ApiProperty({ type: [String], enum: ['open', 'close'] }) actions: string[];
  @ApiProperty({ type: [BlockerView], description: 'What keeps it from being opened.' }) blockers: BlockerView[];
  @ApiProperty() mayManage: boolean;
}

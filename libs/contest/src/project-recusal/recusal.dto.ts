import { IdField, TextField } from '@haishi/platform';
import { ApiProperty } from '@nestjs/swagger';
import { CLOSED_BY, type ClosedBy } from '../involvement/closed.rules.js';

export class OwnRecusalInput {
  @TextField({ max: 500, description: 'Organisers read it.' }) reason: string;
}

export class StaffRecusalInput extends OwnRecusalInput {
  @IdField() personId: string;
}

export class StaffNameView {
  @ApiProperty() personId: string;
  @ApiProperty() name: string;
}

/** Somebody of the staff to whom a project is closed. */
export class ProjectRecusalView extends StaffNameView {
  @ApiProperty({ enum: CLOSED_BY }) why: ClosedBy;
  @ApiProperty({ type: String, nullable: true, description: 'Null where the record or a panel recuses them.' })
  reason: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) at: Date | null;
  @ApiProperty({ description: 'Whether it may be dismissed here: not who belongs to it, nor what a panel decided.' })
  dismissible: boolean;
}

/** Somebody whose recusal was dismissed. */
export class DismissedRecusalView extends StaffNameView {
  @ApiProperty({ description: 'Why it was dismissed.' }) reason: string;
  @ApiProperty({ description: 'Who did.' }) by: string;
  @ApiProperty({ type: String, format: 'date-time' }) at: Date;
}

export class ProjectRecusalsView {
  @ApiProperty({ type: [ProjectRecusalView] }) recused: ProjectRecusalView[];
  @ApiProperty({ type: [DismissedRecusalView] }) dismissed: DismissedRecusalView[];
  @ApiProperty({ type: [StaffNameView], description: 'Who of the staff reads the project, the reader excepted.' })
  staff: StaffNameView[];
}

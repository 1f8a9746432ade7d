import { InstantField, IntField, TextField } from '@haishi/platform';
import { ApiProperty } from '@nestjs/swagger';
import { LATE_CODE_STATES, type LateCodeState, MAX_LATE_USES } from './late-code.rules.js';

export class NewLateCodeInput {
  @TextField({ max: 500, description: 'For the organisers alone.' }) reason: string;
  @InstantField({ description: 'Until when it can be used, and until when a project that used it may be handed in.' })
  expiresAt: string;
  @IntField({ min: 1, max: MAX_LATE_USES, description: 'How many projects it lets in.' }) uses: number;
}

export class RedeemInput {
  @TextField({ max: 40 }) lateCode: string;
}

/** A code, told this once. */
export class NewLateCode {
  @ApiProperty() id: string;
  @ApiProperty({ description: 'From 1, within the edition.' }) number: number;
  @ApiProperty() code: string;
}

export class LateCodeUseView {
  @ApiProperty({ type: String, format: 'date-time' }) at: Date;
  @ApiProperty({ description: 'The entrant; empty, as the project, where the reader is recused from it.' }) by: string;
  @ApiProperty({ nullable: true, type: String, description: 'Of a project that was handed in.' }) number: string | null;
  @ApiProperty({ nullable: true, type: String, description: 'Where the reader may open it.' })
  projectId: string | null;
}

export class LateCodeView {
  @ApiProperty() id: string;
  @ApiProperty() number: number;
  @ApiProperty() reason: string;
  @ApiProperty({ enum: LATE_CODE_STATES }) state: LateCodeState;
  @ApiProperty({ type: String, format: 'date-time' }) expiresAt: Date;
  @ApiProperty() uses: number;
  @ApiProperty() used: number;
  @ApiProperty({ type: String, format: 'date-time' }) madeAt: Date;
  @ApiProperty() madeBy: string;
  @ApiProperty({ nullable: true, type: String, format: 'date-time' }) revokedAt: Date | null;
  @ApiProperty({ type: [LateCodeUseView] }) projects: LateCodeUseView[];
}

export class LateCodesView {
  @ApiProperty() timeZone: string;
  @ApiProperty({ description: 'Whether one may be made now: while the edition is open.' }) open: boolean;
  @ApiProperty({ type: [LateCodeView], description: 'The latest first.' }) codes: LateCodeView[];
}

export class LateEntryView {
  @ApiProperty({ type: String, format: 'date-time', description: 'Until when the project may be handed in.' })
  lateUntil: Date;
}

import { GRADUATE_DEGREES, type GraduateDegree, INVITATION_STATES, type InvitationState } from '@haishi/contracts';
import { ChoiceField, IntField, ListField, PageQuery, TextField } from '@haishi/platform';
import { ApiProperty } from '@nestjs/swagger';
import { CellFaultView } from '../position/position.dto.js';
import { INVITATION_IMPORT_STATES, type InvitationImportState } from './invitation-import.entity.js';
import type { RsvpAnswer } from './invitation.rules.js';

const STATES = Object.keys(INVITATION_STATES) as InvitationState[];
const DEGREES = Object.keys(GRADUATE_DEGREES) as GraduateDegree[];
/** What became of the mail sent last. */
const DELIVERIES = ['none', 'queued', 'sent', 'failed'] as const;

export class FairInvitationQuery extends PageQuery {
  @ChoiceField(STATES, { optional: true }) state?: InvitationState;
  @TextField({ max: 60, optional: true, description: 'The Chinese name.' }) university?: string;
  @ChoiceField(['yes', 'no'], { optional: true }) sent?: 'yes' | 'no';
  @TextField({ max: 100, optional: true, description: 'Part of a name or mail address.' }) q?: string;
}

/** An invitation as organisers see it. */
export class FairInvitationView {
  @ApiProperty() id: string;
  @ApiProperty() name: string;
  @ApiProperty() mail: string;
  @ApiProperty({ type: String, nullable: true }) phone: string | null;
  @ApiProperty() university: string;
  @ApiProperty({ enum: DEGREES }) degree: GraduateDegree;
  @ApiProperty() major: string;
  @ApiProperty({ enum: STATES }) state: InvitationState;
  @ApiProperty({ type: 'integer' }) timesSent: number;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) sentAt: Date | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) answeredAt: Date | null;
  @ApiProperty({ enum: [...DELIVERIES] }) delivery: (typeof DELIVERIES)[number];
  @ApiProperty({ type: String, nullable: true, description: 'Why the mail came back, or could not be sent.' })
  deliveryReason: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) admittedAt: Date | null;
}

export class FairInvitationPage {
  @ApiProperty({ type: [FairInvitationView] }) items: FairInvitationView[];
  @ApiProperty({ required: false }) next?: string;
}

class InvitationStateCounts {
  @ApiProperty({ type: 'integer' }) invited: number;
  @ApiProperty({ type: 'integer' }) accepted: number;
  @ApiProperty({ type: 'integer' }) declined: number;
  @ApiProperty({ type: 'integer' }) revoked: number;
}

/** What stands on a fair's list. */
export class InvitationCounts {
  @ApiProperty() fairId: string;
  @ApiProperty({ type: InvitationStateCounts }) states: InvitationStateCounts;
  @ApiProperty({ type: 'integer', description: 'Invited, and never sent.' }) unsent: number;
  @ApiProperty({ description: 'Whether invitations can go out and be answered now.' }) takesAnswers: boolean;
}

export class SendInput {
  @ChoiceField(['unsent', 'unanswered']) which: 'unsent' | 'unanswered';
}

export class RevocationInput {
  @TextField({ max: 200 }) reason: string;
}

/** A sending that has begun. */
export class SendingView {
  @ApiProperty({ description: 'See `/jobs/{id}`.' }) jobId: string;
  @ApiProperty({ type: 'integer' }) count: number;
}

class QuotaInput {
  @TextField({ max: 100, description: 'Any name of the university.' }) university: string;
  @IntField({ min: 0, max: 10_000 }) places: number;
}

export class QuotasInput {
  @ListField(() => QuotaInput, { max: 200 }) items: QuotaInput[];
}

export class QuotaView {
  @ApiProperty() university: string;
  @ApiProperty({ type: 'integer' }) places: number;
  @ApiProperty({ type: 'integer', description: 'Invited or accepted.' }) taken: number;
}

/** What a dry run of a list found, and what taking it over did. */
export class InvitationImportView {
  @ApiProperty() id: string;
  @ApiProperty() fairId: string;
  @ApiProperty() fileName: string;
  @ApiProperty({ enum: [...INVITATION_IMPORT_STATES] }) state: InvitationImportState;
  @ApiProperty({ type: 'integer' }) total: number;
  @ApiProperty({ type: 'integer' }) good: number;
  @ApiProperty({ type: 'integer' }) faulty: number;
  @ApiProperty({ type: [CellFaultView] }) faults: CellFaultView[];
  @ApiProperty({ type: [String] }) unknownColumns: string[];
  @ApiProperty({ type: String, format: 'date-time' }) createdAt: Date;
}

export class RsvpToken {
  @TextField({ max: 100 }) token: string;
}

export class RsvpInput extends RsvpToken {
  @ChoiceField(['yes', 'no']) answer: RsvpAnswer;
  @TextField({ max: 20, optional: true, description: 'Of the privacy notice that was agreed to; needed for a yes.' })
  privacyVersion?: string | null;
  @TextField({ max: 20, optional: true, description: 'Of the consent to sharing with employers, where it was given.' })
  employersVersion?: string | null;
}

class RsvpText {
  @ApiProperty() zh: string;
  @ApiProperty() en: string;
}

/** What an invited graduate sees behind the link. */
export class RsvpView {
  @ApiProperty() name: string;
  @ApiProperty({ type: RsvpText }) fair: RsvpText;
  @ApiProperty({ type: RsvpText }) venue: RsvpText;
  @ApiProperty({ type: String, format: 'date-time' }) opensAt: Date;
  @ApiProperty({ type: String, format: 'date-time' }) closesAt: Date;
  @ApiProperty() timeZone: string;
  @ApiProperty({ enum: STATES }) state: InvitationState;
  @ApiProperty() takesAnswers: boolean;
}

export class RsvpResult {
  @ApiProperty({ enum: STATES }) state: InvitationState;
  @ApiProperty({ type: String, nullable: true, description: 'Opens the ticket; told this once.' })
  ticketToken: string | null;
}

/** Opens the ticket; told this once. */
export class TicketToken {
  @ApiProperty() ticketToken: string;
}

import { MailField, TextField } from '@haishi/platform';
import { ApiProperty } from '@nestjs/swagger';
import { LocalTextView } from '../edition/edition.dto.js';
import { MEMBER_STANDINGS, type MemberStanding } from './team.rules.js';

export class InviteInput {
  @MailField({
    optional: true,
    description: 'Of a member of the team as it is saved; everybody not invited yet where absent.',
  })
  mail?: string;
}

export class TeamTokenInput {
  @TextField({ max: 100, description: 'From the link of the invitation.' }) token: string;
}

export const TEAM_ACTS = ['invite', 'withdraw'] as const;
export type TeamAct = (typeof TEAM_ACTS)[number];

/** How a member stands to the project; nothing of the account that answered. */
export class TeamMemberView {
  @ApiProperty() mail: string;
  @ApiProperty({ enum: MEMBER_STANDINGS }) standing: MemberStanding;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'When they came to stand so.' })
  at: Date | null;
  @ApiProperty({ type: String, nullable: true }) invitationId: string | null;
  @ApiProperty({ enum: TEAM_ACTS, isArray: true, description: 'What who reads it may do.' }) acts: TeamAct[];
}

export class TeamView {
  @ApiProperty({ type: [TeamMemberView], description: 'In the order of the team.' }) members: TeamMemberView[];
  @ApiProperty({ description: 'How many members do not agree to take part as they are named.' }) unconfirmed: number;
}

/** What somebody is asked to take part in. Nothing of the project’s content. */
export class TeamOfferView {
  @ApiProperty() id: string;
  @ApiProperty() title: string;
  @ApiProperty({ type: String, nullable: true }) number: string | null;
  @ApiProperty() edition: LocalTextView;
  @ApiProperty({ description: 'Who leads the project.' }) lead: string;
  @ApiProperty({ description: 'The name under which the team names them.' }) name: string;
  @ApiProperty() role: string;
  @ApiProperty({ nullable: true, type: Number, description: 'Basis points.' }) share: number | null;
  @ApiProperty({ type: String, format: 'date-time' }) expiresAt: Date;
  @ApiProperty({ description: 'IANA name of the edition’s zone.' }) timeZone: string;
  @ApiProperty({ description: 'Whether they accepted before and are named otherwise since.' }) changed: boolean;
}

export class JoinedView {
  @ApiProperty() projectId: string;
}

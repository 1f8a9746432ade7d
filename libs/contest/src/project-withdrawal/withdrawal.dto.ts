import { TextField } from '@haishi/platform';
import { ApiProperty } from '@nestjs/swagger';
import { LocalTextView } from '../edition/edition.dto.js';

export class WithdrawInput {
  @TextField({
    max: 500,
    optional: true,
    description: 'Whoever reads the project’s history reads it. Needed where a published place is given up.',
  })
  reason?: string | null;
}

/** What goes with a project that is withdrawn: a seat or a place on the waiting list, or a session that is to come. */
export const GIVEN_UP = ['advances', 'wildcard', 'waiting', 'session'] as const;

export class GivenUpView {
  @ApiProperty({ enum: GIVEN_UP }) kind: (typeof GIVEN_UP)[number];
  @ApiProperty() stage: LocalTextView;
  @ApiProperty({ type: String, nullable: true, description: 'Of the session.' }) session: string | null;
}

/** What a withdrawal would come to. */
export class WithdrawalView {
  @ApiProperty({ type: [GivenUpView] }) givesUp: GivenUpView[];
  @ApiProperty({ description: 'Whether a reason has to be given, since a published place is given up.' })
  needsReason: boolean;
  @ApiProperty({ description: 'Whether a notice of awards lists it, so that it cannot be withdrawn.' })
  awarded: boolean;
}

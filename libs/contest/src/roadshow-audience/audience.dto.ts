import { ROADSHOW_STATES, type RoadshowState } from '@haishi/contracts';
import { TextField } from '@haishi/platform';
import { ApiProperty } from '@nestjs/swagger';
import { LocalTextView } from '../edition/edition.dto.js';

export class LiveSessionQuery {
  @TextField({ max: 36, optional: true, description: 'Those of one edition, by id or code.' }) edition?: string;
}

/** A session that anybody may follow now. */
export class LiveSessionView {
  @ApiProperty() id: string;
  @ApiProperty() name: string;
  @ApiProperty() edition: LocalTextView;
  @ApiProperty() room: string;
  @ApiProperty({ description: 'IANA name of the room’s zone.' }) timeZone: string;
  @ApiProperty({ enum: ROADSHOW_STATES }) state: RoadshowState;
  @ApiProperty({ type: String, nullable: true, description: 'Null where it was not said.' }) startsAt: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'When a stopped session goes on; null where it was not said.',
  })
  resumesAt: string | null;
}

/** Where the audience follows a session. */
export class AudienceAddressView {
  @ApiProperty({ description: 'The address of its page, which its code holds too.' }) url: string;
  @ApiProperty({ type: String, nullable: true, description: 'Since when it is open; null while it is not.' }) since:
    | string
    | null;
}

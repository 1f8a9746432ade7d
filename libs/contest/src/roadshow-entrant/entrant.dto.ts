import { ROADSHOW_ENTRY_STATES, ROADSHOW_STATES, type RoadshowEntryState, type RoadshowState } from '@haishi/contracts';
import { ApiProperty } from '@nestjs/swagger';
import { LocalTextView } from '../edition/edition.dto.js';

/** A session in which a project appears, for its entrant. */
export class AppearanceView {
  @ApiProperty() sessionId: string;
  @ApiProperty() name: string;
  @ApiProperty() stage: LocalTextView;
  @ApiProperty() room: string;
  @ApiProperty({ description: 'IANA name of the room’s zone.' }) timeZone: string;
  @ApiProperty({ enum: ROADSHOW_STATES }) state: RoadshowState;
  @ApiProperty({ type: String, nullable: true, description: 'Null where it was not said.' }) startsAt: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'When a stopped session goes on; null where that was not said.',
  })
  resumesAt: string | null;
  @ApiProperty({ enum: ROADSHOW_ENTRY_STATES }) entryState: RoadshowEntryState;
  @ApiProperty({ type: Number, nullable: true, description: 'In the order drawn; null before the draw.' })
  position: number | null;
  @ApiProperty({ description: 'How many appear, without those that withdrew.' }) entries: number;
  @ApiProperty({ type: Boolean, nullable: true, description: 'Null where nobody signs in, or not yet.' })
  signedIn: boolean | null;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Where to meet from afar; null once the session has ended.',
  })
  meetingUrl: string | null;
  @ApiProperty({ description: 'Whether anybody may follow the session on a phone.' }) audience: boolean;
}

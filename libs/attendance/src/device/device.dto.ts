import { IdField, LineField, TextField } from '@haishi/platform';
import { ApiProperty } from '@nestjs/swagger';
import { EventView } from '../event/event.dto.js';

export class DeviceInput {
  /** What staff call it. */
  @LineField({ max: 60 }) name: string;
}

export class EnrolInput extends DeviceInput {
  /** A link's token. */
  @TextField({ max: 100 }) token: string;
}

export class MoveInput {
  @IdField() gateId: string;
}

/** A device's own state: its gate, and the event with every gate it may move to. */
export class OwnDeviceView {
  @ApiProperty() id: string;
  @ApiProperty() name: string;
  @ApiProperty() gateId: string;
  @ApiProperty() event: EventView;
}

/** A device that was set up; the token is told this once. */
export class RegisteredDeviceView extends OwnDeviceView {
  @ApiProperty() token: string;
}

import { TextField } from '@haishi/platform';
import { ApiProperty } from '@nestjs/swagger';

export class ScreenToken {
  @TextField({ max: 100 }) token: string;
}

/** What a screen watches. */
export class OpenedScreen {
  @ApiProperty() channel: string;
  /** Which one of the channel's subjects. */
  @ApiProperty() key: string;
}

import { ApiProperty } from '@nestjs/swagger';
import { TextField } from '../http/fields.js';
import { PageQuery } from '../http/paging.js';

export class MailQuery extends PageQuery {
  @TextField({ max: 254, optional: true, description: 'The address it went to, whole.' }) to?: string;
}

export class CaughtMessageView {
  @ApiProperty() id: string;
  @ApiProperty({ enum: ['mail', 'sms'] }) channel: 'mail' | 'sms';
  @ApiProperty() recipient: string;
  @ApiProperty() subject: string;
  @ApiProperty() body: string;
  @ApiProperty({ type: String, format: 'date-time' }) at: Date;
}

export class CaughtMessagePage {
  @ApiProperty({ type: () => CaughtMessageView, isArray: true }) items: CaughtMessageView[];
  @ApiProperty({ type: String, required: false }) next?: string;
}

export class InboxItemView {
  @ApiProperty() id: string;
  @ApiProperty() template: string;
  @ApiProperty() subject: string;
  @ApiProperty() text: string;
  /** The page it leads to. */
  @ApiProperty({ type: String, nullable: true }) path: string | null;
  @ApiProperty({ type: String, format: 'date-time' }) createdAt: Date;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readAt: Date | null;
}

export class InboxPage {
  @ApiProperty({ type: () => InboxItemView, isArray: true }) items: InboxItemView[];
  @ApiProperty({ type: String, required: false }) next?: string;
  @ApiProperty({ type: 'integer' }) unread: number;
}

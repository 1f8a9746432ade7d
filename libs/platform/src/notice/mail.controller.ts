import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { Public } from '../access/access.guard.js';
import { CaughtMessages } from './caught-messages.js';
import { CaughtMessagePage, CaughtMessageView, MailQuery } from './notice.dto.js';

/** The mail page of the embedded default: what would have been sent. */
@Controller('mail')
@Public()
export class MailController {
  constructor(private readonly messages: CaughtMessages) {}

  @Get()
  @ApiOkResponse({ type: CaughtMessagePage })
  list(@Query() query: MailQuery): Promise<CaughtMessagePage> {
    return this.messages.list(query);
  }

  @Get(':id')
  @ApiOkResponse({ type: CaughtMessageView })
  one(@Param('id') id: string): Promise<CaughtMessageView> {
    return this.messages.one(id);
  }
}

import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { Actor } from '@haishi/contracts';
import { Access } from '../access/access.guard.js';
import { CurrentActor } from '../http/actor-context.js';
import { PageQuery } from '../http/paging.js';
import { Inbox } from './inbox.js';
import { InboxPage } from './notice.dto.js';

/** A person's own notices. */
@Controller('notices')
@Access('account.self')
export class NoticeController {
  constructor(private readonly inbox: Inbox) {}

  @Get()
  @ApiOkResponse({ type: InboxPage })
  list(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<InboxPage> {
    return this.inbox.list(actor, query);
  }

  @Post('read')
  @HttpCode(204)
  readAll(@CurrentActor() actor: Actor): Promise<void> {
    return this.inbox.markAllRead(actor);
  }

  @Post(':id/read')
  @HttpCode(204)
  read(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<void> {
    return this.inbox.markRead(actor, id);
  }
}

import type { Actor } from '@haishi/contracts';
import { Access, CurrentActor, IfMatch, LIST_ANSWER, ListQuery, Public, sendList } from '@haishi/platform';
import { Body, Controller, Get, Header, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { NoticeListExport } from './notice.list.js';
import { ObjectionList } from './objection.list.js';
import { ObjectionService } from './objection.service.js';
import {
  AnswerInput,
  NoticeQuery,
  NoticeSummary,
  NoticeView,
  ObjectionInput,
  PublishNoticeInput,
  RevokeNoticeInput,
  type StageNoticesView,
} from './public-notice.dto.js';
import { PublicNoticeReader } from './public-notice.reader.js';
import { PublicNoticeService } from './public-notice.service.js';

/** Public notices for everybody, and the objection channel for who gives their name. */
@ApiTags('public notices')
@Controller()
export class PublicNoticeController {
  constructor(
    private readonly reader: PublicNoticeReader,
    private readonly objections: ObjectionService,
  ) {}

  @Get('editions/:edition/public-notices')
  @Public()
  @ApiOkResponse({ type: [NoticeSummary] })
  list(@Param('edition') edition: string): Promise<NoticeSummary[]> {
    return this.reader.ofEdition(edition);
  }

  @Get('public-notices/:id')
  @Public()
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ type: NoticeView })
  view(@CurrentActor() actor: Actor, @Param('id') id: string, @Query() query: NoticeQuery): Promise<NoticeView> {
    return this.reader.view(actor, id, query);
  }

  @Post('public-notices/:id/objections')
  @Access('account.self')
  async object(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() body: ObjectionInput,
  ): Promise<{ number: number }> {
    return { number: await this.objections.file(actor, id, body) };
  }
}

/** Public notices, for who organises the whole edition. */
@ApiTags('public notices')
@Controller()
@Access('edition.manage')
export class NoticeDeskController {
  constructor(
    private readonly reader: PublicNoticeReader,
    private readonly service: PublicNoticeService,
    private readonly objections: ObjectionService,
    private readonly list: NoticeListExport,
    private readonly objectionList: ObjectionList,
  ) {}

  @Get('public-notices/:id/objections/export')
  @Header('cache-control', 'no-store')
  @ApiOkResponse(LIST_ANSWER)
  async exportObjections(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Query() { format }: ListQuery,
  ): Promise<StreamableFile> {
    return sendList(await this.objectionList.file(actor, id, format));
  }

  @Get('editions/:edition/stages/:stage/public-notices')
  @Header('cache-control', 'no-store')
  ofStage(
    @CurrentActor() actor: Actor,
    @Param('edition') edition: string,
    @Param('stage') stage: string,
  ): Promise<StageNoticesView> {
    return this.reader.ofStage(actor, edition, stage);
  }

  @Get('public-notices/:id/export')
  @Header('cache-control', 'no-store')
  @ApiOkResponse(LIST_ANSWER)
  async export(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Query() { format }: ListQuery,
  ): Promise<StreamableFile> {
    return sendList(await this.list.file(actor, id, format));
  }

  @Post('editions/:edition/stages/:stage/public-notices')
  async publish(
    @CurrentActor() actor: Actor,
    @Param('edition') edition: string,
    @Param('stage') stage: string,
    @Body() body: PublishNoticeInput,
  ): Promise<{ id: string }> {
    return { id: await this.service.publish(actor, edition, stage, body) };
  }

  @Post('public-notices/:id/conclude')
  @HttpCode(204)
  conclude(@CurrentActor() actor: Actor, @Param('id') id: string, @IfMatch() revision: number): Promise<void> {
    return this.service.conclude(actor, id, revision);
  }

  @Post('public-notices/:id/revoke')
  @HttpCode(204)
  revoke(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @IfMatch() revision: number,
    @Body() { reason }: RevokeNoticeInput,
  ): Promise<void> {
    return this.service.revoke(actor, id, revision, reason);
  }

  @Post('notice-objections/:id/answer')
  @HttpCode(204)
  answer(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: AnswerInput): Promise<void> {
    return this.objections.answer(actor, id, body);
  }
}

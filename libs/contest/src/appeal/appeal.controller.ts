import type { Actor } from '@haishi/contracts';
import { Access, CurrentActor, LIST_ANSWER, ListQuery, sendList } from '@haishi/platform';
import { Body, Controller, Get, Header, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { AppealDecisionInput, AppealInput, AppealRow, AppealStandingView } from './appeal.dto.js';
import { AppealList } from './appeal.list.js';
import { AppealReader } from './appeal.reader.js';
import { AppealService } from './appeal.service.js';

@ApiTags('appeals')
@Controller()
export class AppealController {
  constructor(
    private readonly service: AppealService,
    private readonly reader: AppealReader,
    private readonly files: AppealList,
  ) {}

  @Get('editions/:edition/appeals/export')
  @Access('edition.manage')
  @Header('cache-control', 'no-store')
  @ApiOkResponse(LIST_ANSWER)
  async export(
    @CurrentActor() actor: Actor,
    @Param('edition') edition: string,
    @Query() { format }: ListQuery,
  ): Promise<StreamableFile> {
    return sendList(await this.files.file(actor, edition, format));
  }

  @Get('editions/:edition/appeals')
  @Access('edition.manage')
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ type: [AppealRow] })
  list(@CurrentActor() actor: Actor, @Param('edition') edition: string): Promise<AppealRow[]> {
    return this.reader.list(actor, edition);
  }

  @Get('projects/:project/appeal')
  @Access('project.own')
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ type: AppealStandingView })
  standing(@CurrentActor() actor: Actor, @Param('project') project: string): Promise<AppealStandingView> {
    return this.reader.standing(actor, project);
  }

  @Post('projects/:project/appeal')
  @HttpCode(204)
  @Access('project.own')
  @ApiNoContentResponse()
  file(@CurrentActor() actor: Actor, @Param('project') project: string, @Body() { text }: AppealInput): Promise<void> {
    return this.service.file(actor, project, text);
  }

  @Post('projects/:project/appeal/decide')
  @HttpCode(204)
  @Access('edition.manage')
  @ApiNoContentResponse()
  decide(
    @CurrentActor() actor: Actor,
    @Param('project') project: string,
    @Body() input: AppealDecisionInput,
  ): Promise<void> {
    return this.service.decide(actor, project, input);
  }
}

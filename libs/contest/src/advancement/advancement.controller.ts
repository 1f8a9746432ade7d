import type { Actor } from '@haishi/contracts';
import { Access, CurrentActor, IfMatch, LIST_ANSWER, ListQuery, type Page, sendList } from '@haishi/platform';
import { Body, Controller, Get, Header, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  type AdvancementEntryView,
  type AdvancementView,
  DecideInput,
  EntriesQuery,
  PreviewedInput,
  PreviewInput,
  type PreviewView,
  ReplaceInput,
  StandingView,
  type VerificationView,
} from './advancement.dto.js';
import { AdvancementEntries } from './advancement.entries.js';
import { AdvancementList } from './advancement.list.js';
import { AdvancementReader } from './advancement.reader.js';
import { AdvancementService } from './advancement.service.js';
import { LeavingService } from './leaving.service.js';
import { Outcomes } from './outcomes.js';
import { StandingReader } from './standing.reader.js';

/** Who advances from a stage, for those who organise the whole edition. */
@ApiTags('advancement')
@Controller('editions/:edition/stages/:stage/advancement')
@Access('roadshow.manage')
export class AdvancementController {
  constructor(
    private readonly service: AdvancementService,
    private readonly leaving: LeavingService,
    private readonly reader: AdvancementReader,
    private readonly entries: AdvancementEntries,
    private readonly outcomes: Outcomes,
    private readonly list: AdvancementList,
  ) {}

  @Get()
  @Header('cache-control', 'no-store')
  view(
    @CurrentActor() actor: Actor,
    @Param('edition') edition: string,
    @Param('stage') stage: string,
  ): Promise<AdvancementView> {
    return this.reader.view(actor, edition, stage);
  }

  @Get('entries')
  @Header('cache-control', 'no-store')
  page(
    @CurrentActor() actor: Actor,
    @Param('edition') edition: string,
    @Param('stage') stage: string,
    @Query() query: EntriesQuery,
  ): Promise<Page<AdvancementEntryView>> {
    return this.entries.page(actor, edition, stage, query);
  }

  @Post('preview/entries')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  previewed(
    @CurrentActor() actor: Actor,
    @Param('edition') edition: string,
    @Param('stage') stage: string,
    @Query() query: EntriesQuery,
    @Body() body: PreviewedInput,
  ): Promise<Page<AdvancementEntryView>> {
    return this.entries.previewed(actor, edition, stage, body, query);
  }

  @Post('preview')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  preview(
    @CurrentActor() actor: Actor,
    @Param('edition') edition: string,
    @Param('stage') stage: string,
    @Body() { plan }: PreviewInput,
  ): Promise<PreviewView> {
    return this.outcomes.preview(actor, edition, stage, plan);
  }

  @Get('verification')
  @Header('cache-control', 'no-store')
  verify(
    @CurrentActor() actor: Actor,
    @Param('edition') edition: string,
    @Param('stage') stage: string,
  ): Promise<VerificationView> {
    return this.outcomes.verify(actor, edition, stage);
  }

  @Get('export')
  @Header('cache-control', 'no-store')
  @ApiOkResponse(LIST_ANSWER)
  async export(
    @CurrentActor() actor: Actor,
    @Param('edition') edition: string,
    @Param('stage') stage: string,
    @Query() { format }: ListQuery,
  ): Promise<StreamableFile> {
    return sendList(await this.list.file(actor, edition, stage, format));
  }

  @Post('decide')
  @HttpCode(204)
  decide(
    @CurrentActor() actor: Actor,
    @Param('edition') edition: string,
    @Param('stage') stage: string,
    @IfMatch() revision: number,
    @Body() body: DecideInput,
  ): Promise<void> {
    return this.service.decide(actor, edition, stage, revision, body);
  }

  @Post('publish')
  @HttpCode(204)
  publish(
    @CurrentActor() actor: Actor,
    @Param('edition') edition: string,
    @Param('stage') stage: string,
    @IfMatch() revision: number,
  ): Promise<void> {
    return this.service.publish(actor, edition, stage, revision);
  }

  @Post('replacements')
  @HttpCode(204)
  replace(
    @CurrentActor() actor: Actor,
    @Param('edition') edition: string,
    @Param('stage') stage: string,
    @IfMatch() revision: number,
    @Body() body: ReplaceInput,
  ): Promise<void> {
    return this.leaving.replace(actor, edition, stage, revision, body);
  }
}

/** Where an entrant's own project stands after each stage. */
@ApiTags('advancement')
@Controller('projects/:project/standings')
export class StandingController {
  constructor(private readonly reader: StandingReader) {}

  @Get()
  @Access('project.own')
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ type: [StandingView] })
  standings(@CurrentActor() actor: Actor, @Param('project') project: string): Promise<StandingView[]> {
    return this.reader.standings(actor, project);
  }
}

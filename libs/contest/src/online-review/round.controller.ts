import type { Actor } from '@haishi/contracts';
import {
  Access,
  CurrentActor,
  type HeldContent,
  IfContentMatches,
  LIST_ANSWER,
  ListQuery,
  sendList,
} from '@haishi/platform';
import { Body, Controller, Get, Header, HttpCode, Param, Post, Put, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ReasonInput } from '../roadshow/session.dto.js';
import { AllocationService } from './allocation.service.js';
import { ClosingService } from './closing.service.js';
import { EntriesReader } from './entries.reader.js';
import { PairsList } from './pairs.list.js';
import { ReminderService } from './reminder.service.js';
import { RescalingService } from './rescaling.service.js';
import { ResultsExport } from './results.export.js';
import { ResultsReader } from './results.reader.js';
import { ResultsQuery, RoundRulingInput, type RoundResultsPage } from './results.dto.js';
import {
  GiveInput,
  type ReminderView,
  RoundConfirmInput,
  PairReasonInput,
  RereviewInput,
  RescalingInput,
  RoundPlanInput,
  type RoundEntryPage,
  RoundEntryQuery,
  type RoundView,
  RunInput,
} from './round.dto.js';
import { RoundReader } from './round.reader.js';
import { RoundRulings } from './round.rulings.js';
import { RoundService } from './round.service.js';
import { UnconfirmService } from './unconfirm.service.js';

/** The online review of a stage, for those who organise the whole edition. */
@ApiTags('online review')
@Controller('editions/:edition/stages/:stage/review')
@Access('review.manage')
export class StageReviewController {
  constructor(
    private readonly service: RoundService,
    private readonly reader: RoundReader,
  ) {}

  @Get()
  @Header('cache-control', 'no-store')
  view(
    @CurrentActor() actor: Actor,
    @Param('edition') edition: string,
    @Param('stage') stage: string,
  ): Promise<RoundView> {
    return this.reader.ofStage(actor, edition, stage);
  }

  @Post()
  @HttpCode(200)
  async create(
    @CurrentActor() actor: Actor,
    @Param('edition') edition: string,
    @Param('stage') stage: string,
  ): Promise<{ id: string }> {
    return { id: await this.service.create(actor, edition, stage) };
  }
}

/** What organisers do with an online review. */
@ApiTags('online review')
@Controller('review-rounds/:round')
@Access('review.manage')
export class RoundController {
  constructor(
    private readonly service: RoundService,
    private readonly closing: ClosingService,
    private readonly confirmation: UnconfirmService,
    private readonly rescaling: RescalingService,
    private readonly reader: RoundReader,
    private readonly entries: EntriesReader,
    private readonly outcome: ResultsReader,
  ) {}

  @Get()
  @Header('cache-control', 'no-store')
  view(@CurrentActor() actor: Actor, @Param('round') round: string): Promise<RoundView> {
    return this.reader.view(actor, round);
  }

  @Get('entries')
  @Header('cache-control', 'no-store')
  page(
    @CurrentActor() actor: Actor,
    @Param('round') round: string,
    @Query() query: RoundEntryQuery,
  ): Promise<RoundEntryPage> {
    return this.entries.page(actor, round, query);
  }

  @Get('results')
  @Header('cache-control', 'no-store')
  results(
    @CurrentActor() actor: Actor,
    @Param('round') round: string,
    @Query() query: ResultsQuery,
  ): Promise<RoundResultsPage> {
    return this.outcome.page(actor, round, query);
  }

  @Post('prepare')
  @HttpCode(204)
  prepare(@CurrentActor() actor: Actor, @Param('round') round: string): Promise<void> {
    return this.service.prepare(actor, round);
  }

  @Put('plan')
  @HttpCode(204)
  plan(
    @CurrentActor() actor: Actor,
    @Param('round') round: string,
    @IfContentMatches() held: HeldContent,
    @Body() body: RoundPlanInput,
  ): Promise<void> {
    return this.service.plan(actor, round, held, body);
  }

  @Post('open')
  @HttpCode(204)
  open(@CurrentActor() actor: Actor, @Param('round') round: string): Promise<void> {
    return this.service.open(actor, round);
  }

  @Post('close')
  @HttpCode(204)
  close(@CurrentActor() actor: Actor, @Param('round') round: string): Promise<void> {
    return this.closing.close(actor, round);
  }

  @Post('reopen')
  @HttpCode(204)
  reopen(@CurrentActor() actor: Actor, @Param('round') round: string, @Body() { reason }: ReasonInput): Promise<void> {
    return this.service.reopen(actor, round, reason);
  }

  @Post('rereview')
  @HttpCode(204)
  rereview(@CurrentActor() actor: Actor, @Param('round') round: string, @Body() body: RereviewInput): Promise<void> {
    return this.service.rereview(actor, round, body);
  }

  /** Adjusts the scores of a closed review in another way. */
  @Put('normalisation')
  @HttpCode(204)
  rescale(
    @CurrentActor() actor: Actor,
    @Param('round') round: string,
    @IfContentMatches() held: HeldContent,
    @Body() body: RescalingInput,
  ): Promise<void> {
    return this.rescaling.rescale(actor, round, held, body);
  }

  @Post('confirm')
  @HttpCode(204)
  confirm(@CurrentActor() actor: Actor, @Param('round') round: string, @Body() body: RoundConfirmInput): Promise<void> {
    return this.closing.confirm(actor, round, body);
  }

  @Post('unconfirm')
  @HttpCode(204)
  unconfirm(
    @CurrentActor() actor: Actor,
    @Param('round') round: string,
    @Body() { reason }: ReasonInput,
  ): Promise<void> {
    return this.confirmation.unconfirm(actor, round, reason);
  }
}

/** What organisers send to the judges of an online review, rule on its equals, and take away of who judges what and of its results. */
@ApiTags('online review')
@Controller('review-rounds/:round')
@Access('review.manage')
export class RoundPapersController {
  constructor(
    private readonly reminders: ReminderService,
    private readonly rulings: RoundRulings,
    private readonly files: ResultsExport,
    private readonly pairs: PairsList,
  ) {}

  @Get('entries/export')
  @Header('cache-control', 'no-store')
  @ApiOkResponse(LIST_ANSWER)
  async exportPairs(
    @CurrentActor() actor: Actor,
    @Param('round') round: string,
    @Query() { format }: ListQuery,
  ): Promise<StreamableFile> {
    return sendList(await this.pairs.file(actor, round, format));
  }

  /** Reminds the judges who are not done, each once a day. */
  @Post('reminders')
  @HttpCode(200)
  remind(@CurrentActor() actor: Actor, @Param('round') round: string): Promise<ReminderView> {
    return this.reminders.remind(actor, round);
  }

  /** Orders entries that share a place; once the review is closed. */
  @Post('rulings')
  @HttpCode(204)
  rule(@CurrentActor() actor: Actor, @Param('round') round: string, @Body() body: RoundRulingInput): Promise<void> {
    return this.rulings.rule(actor, round, body);
  }

  @Post('rulings/revoke')
  @HttpCode(204)
  unrule(@CurrentActor() actor: Actor, @Param('round') round: string, @Body() body: RoundRulingInput): Promise<void> {
    return this.rulings.revoke(actor, round, body);
  }

  @Get('results/export')
  @Header('cache-control', 'no-store')
  @ApiOkResponse(LIST_ANSWER)
  async export(
    @CurrentActor() actor: Actor,
    @Param('round') round: string,
    @Query() { format }: ListQuery,
  ): Promise<StreamableFile> {
    return sendList(await this.files.file(actor, round, format));
  }
}

/** Who judges what in an online review. */
@ApiTags('online review')
@Controller('review-rounds/:round')
@Access('review.manage')
export class AllocationController {
  constructor(private readonly service: AllocationService) {}

  @Post('runs')
  @HttpCode(204)
  run(@CurrentActor() actor: Actor, @Param('round') round: string, @Body() body: RunInput): Promise<void> {
    return this.service.run(actor, round, body);
  }

  @Post('runs/:run/cancel')
  @HttpCode(204)
  cancel(@CurrentActor() actor: Actor, @Param('round') round: string, @Param('run') run: string): Promise<void> {
    return this.service.cancel(actor, round, run);
  }

  @Post('runs/:run/apply')
  @HttpCode(204)
  apply(@CurrentActor() actor: Actor, @Param('round') round: string, @Param('run') run: string): Promise<void> {
    return this.service.apply(actor, round, run);
  }

  @Post('pairs')
  @HttpCode(204)
  give(@CurrentActor() actor: Actor, @Param('round') round: string, @Body() body: GiveInput): Promise<void> {
    return this.service.give(actor, round, body);
  }

  @Post('pairs/remove')
  @HttpCode(204)
  take(@CurrentActor() actor: Actor, @Param('round') round: string, @Body() body: PairReasonInput): Promise<void> {
    return this.service.take(actor, round, body);
  }

  @Post('recusals')
  @HttpCode(204)
  recuse(@CurrentActor() actor: Actor, @Param('round') round: string, @Body() body: PairReasonInput): Promise<void> {
    return this.service.recuse(actor, round, body);
  }
}

import type { Actor } from '@haishi/contracts';
import { Access, CurrentActor } from '@haishi/platform';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { BulkDecisions } from './bulk.service.js';
import {
  BulkInput,
  BulkReport,
  ClaimReceipt,
  ClaimStateView,
  NextInput,
  NextReceipt,
  QueuePage,
  CheckQueueQuery,
} from './check-queue.dto.js';
import { ClaimService } from './claim.service.js';
import { QueueReader } from './queue.reader.js';

@ApiTags('eligibility')
@Controller()
@Access('project.check')
export class CheckQueueController {
  constructor(
    private readonly reader: QueueReader,
    private readonly claims: ClaimService,
    private readonly bulk: BulkDecisions,
  ) {}

  /** What waits for the checker, oldest first. */
  @Get('editions/:edition/eligibility')
  @ApiOkResponse({ type: QueuePage })
  queue(
    @CurrentActor() actor: Actor,
    @Param('edition') edition: string,
    @Query() query: CheckQueueQuery,
  ): Promise<QueuePage> {
    return this.reader.list(actor, edition, query);
  }

  /** Claims what waits longest and nobody checks. */
  @Post('editions/:edition/eligibility/next')
  @HttpCode(200)
  @ApiOkResponse({ type: NextReceipt })
  async next(
    @CurrentActor() actor: Actor,
    @Param('edition') edition: string,
    @Body() input: NextInput,
  ): Promise<NextReceipt> {
    return { claimed: await this.claims.next(actor, await this.reader.filter(actor, edition, input)) };
  }

  /** What a decision on these projects would come to, project by project. */
  @Post('editions/:edition/eligibility/bulk/check')
  @HttpCode(200)
  @ApiOkResponse({ type: BulkReport })
  checkBulk(
    @CurrentActor() actor: Actor,
    @Param('edition') edition: string,
    @Body() input: BulkInput,
  ): Promise<BulkReport> {
    return this.bulk.run(actor, edition, input, true);
  }

  /** Decides on them. */
  @Post('editions/:edition/eligibility/bulk')
  @HttpCode(200)
  @ApiOkResponse({ type: BulkReport })
  decideBulk(
    @CurrentActor() actor: Actor,
    @Param('edition') edition: string,
    @Body() input: BulkInput,
  ): Promise<BulkReport> {
    return this.bulk.run(actor, edition, input, false);
  }

  @Get('projects/:project/claim')
  @ApiOkResponse({ type: ClaimStateView })
  state(@CurrentActor() actor: Actor, @Param('project') project: string): Promise<ClaimStateView> {
    return this.reader.claim(actor, project);
  }

  @Post('projects/:project/claim')
  @HttpCode(200)
  @ApiOkResponse({ type: ClaimReceipt })
  claim(@CurrentActor() actor: Actor, @Param('project') project: string): Promise<ClaimReceipt> {
    return this.claims.claim(actor, project);
  }

  @Delete('projects/:project/claim')
  @HttpCode(204)
  @ApiNoContentResponse()
  release(@CurrentActor() actor: Actor, @Param('project') project: string): Promise<void> {
    return this.claims.release(actor, project);
  }
}

import type { Actor } from '@haishi/contracts';
import { Access, CurrentActor, LIST_ANSWER, ListQuery, sendList } from '@haishi/platform';
import { Body, Controller, Get, Header, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { DecisionList } from './decision.list.js';
import { AcceptInput, DecisionReceipt, EligibilityReasons, RejectInput, ReturnInput } from './eligibility.dto.js';
import { EligibilityReader } from './eligibility.reader.js';
import { EligibilityService } from './eligibility.service.js';

@ApiTags('eligibility')
@Controller()
@Access('project.check')
export class EligibilityController {
  constructor(
    private readonly service: EligibilityService,
    private readonly reader: EligibilityReader,
    private readonly list: DecisionList,
  ) {}

  @Get('editions/:edition/eligibility/export')
  @Access('project.read')
  @Header('cache-control', 'no-store')
  @ApiOkResponse(LIST_ANSWER)
  async export(
    @CurrentActor() actor: Actor,
    @Param('edition') edition: string,
    @Query() { format }: ListQuery,
  ): Promise<StreamableFile> {
    return sendList(await this.list.file(actor, edition, format));
  }

  @Get('editions/:edition/eligibility/reasons')
  @ApiOkResponse({ type: EligibilityReasons })
  reasons(@CurrentActor() actor: Actor, @Param('edition') edition: string): Promise<EligibilityReasons> {
    return this.reader.reasons(actor, edition);
  }

  @Post('projects/:project/accept')
  @HttpCode(200)
  @ApiOkResponse({ type: DecisionReceipt })
  accept(
    @CurrentActor() actor: Actor,
    @Param('project') project: string,
    @Body() { submission, text }: AcceptInput,
  ): Promise<DecisionReceipt> {
    return this.service.decide(actor, project, {
      action: 'accept',
      submission,
      reasonCode: null,
      text: text ?? '',
      dueAt: null,
    });
  }

  @Post('projects/:project/return')
  @HttpCode(200)
  @ApiOkResponse({ type: DecisionReceipt })
  return(
    @CurrentActor() actor: Actor,
    @Param('project') project: string,
    @Body() input: ReturnInput,
  ): Promise<DecisionReceipt> {
    return this.service.decide(actor, project, { action: 'return', ...input, dueAt: new Date(input.dueAt) });
  }

  @Post('projects/:project/reject')
  @HttpCode(200)
  @ApiOkResponse({ type: DecisionReceipt })
  reject(
    @CurrentActor() actor: Actor,
    @Param('project') project: string,
    @Body() input: RejectInput,
  ): Promise<DecisionReceipt> {
    return this.service.decide(actor, project, { action: 'reject', ...input, dueAt: null });
  }
}

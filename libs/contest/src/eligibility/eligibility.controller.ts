import type { Actor } from '@haishi/contracts';
import { Access, CurrentActor } from '@haishi/platform';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { AcceptInput, DecisionReceipt, EligibilityReasons, RejectInput, ReturnInput } from './eligibility.dto.js';
import { EligibilityService } from './eligibility.service.js';

@ApiTags('eligibility')
@Controller()
@Access('project.check')
export class EligibilityController {
  constructor(private readonly service: EligibilityService) {}

  @Get('editions/:edition/eligibility/reasons')
  @ApiOkResponse({ type: EligibilityReasons })
  reasons(@CurrentActor() actor: Actor, @Param('edition') edition: string): Promise<EligibilityReasons> {
    return this.service.reasons(actor, edition);
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

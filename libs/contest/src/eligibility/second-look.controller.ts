import type { Actor } from '@haishi/contracts';
import { Access, CurrentActor } from '@haishi/platform';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CorrectionService } from './correction.service.js';
import { DecisionReceipt, ProlongInput, TakeBackInput } from './eligibility.dto.js';
import { ReopeningService } from './reopening.service.js';

/** What becomes of projects that were decided on or returned already. */
@ApiTags('eligibility')
@Controller('projects/:project')
export class SecondLookController {
  constructor(
    private readonly correction: CorrectionService,
    private readonly reopening: ReopeningService,
  ) {}

  @Post('prolong')
  @Access('project.check')
  @HttpCode(200)
  @ApiOkResponse({ type: DecisionReceipt })
  prolong(
    @CurrentActor() actor: Actor,
    @Param('project') project: string,
    @Body() { dueAt, text }: ProlongInput,
  ): Promise<DecisionReceipt> {
    return this.correction.prolong(actor, project, { dueAt: new Date(dueAt), text: text ?? '' });
  }

  @Post('reopen')
  @Access('edition.manage')
  @HttpCode(200)
  @ApiOkResponse({ type: DecisionReceipt })
  reopen(
    @CurrentActor() actor: Actor,
    @Param('project') project: string,
    @Body() { reason }: TakeBackInput,
  ): Promise<DecisionReceipt> {
    return this.reopening.reopen(actor, project, reason);
  }
}

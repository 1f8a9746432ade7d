import type { Actor } from '@haishi/contracts';
import { Access, CurrentActor, IfMatch } from '@haishi/platform';
import { Body, Controller, Get, Header, HttpCode, Param, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { WithdrawalView, WithdrawInput } from './withdrawal.dto.js';
import { WithdrawalReader } from './withdrawal.reader.js';
import { WithdrawalService } from './withdrawal.service.js';

/** Withdrawing a project, for its owner. */
@ApiTags('projects')
@Controller()
@Access('project.own')
export class WithdrawalController {
  constructor(
    private readonly reader: WithdrawalReader,
    private readonly service: WithdrawalService,
  ) {}

  @Get('projects/:project/withdrawal')
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ type: WithdrawalView })
  preview(@CurrentActor() actor: Actor, @Param('project') project: string): Promise<WithdrawalView> {
    return this.reader.preview(actor, project);
  }

  @Post('projects/:project/withdraw')
  @HttpCode(204)
  @ApiNoContentResponse()
  withdraw(
    @CurrentActor() actor: Actor,
    @Param('project') project: string,
    @IfMatch() version: number,
    @Body() input: WithdrawInput,
  ): Promise<void> {
    return this.service.withdraw(actor, project, version, input);
  }
}

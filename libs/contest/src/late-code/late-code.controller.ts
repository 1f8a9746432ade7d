import type { Actor } from '@haishi/contracts';
import { Access, CurrentActor } from '@haishi/platform';
import { Body, Controller, Get, Header, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { LateCodesView, LateEntryView, NewLateCode, NewLateCodeInput, RedeemInput } from './late-code.dto.js';
import { LateCodeReader } from './late-code.reader.js';
import { LateCodeService } from './late-code.service.js';
import { LateEntryService } from './late-entry.service.js';

/** Codes that let projects in after the deadline. */
@ApiTags('late codes')
@Controller()
export class LateCodeController {
  constructor(
    private readonly service: LateCodeService,
    private readonly entry: LateEntryService,
    private readonly reader: LateCodeReader,
  ) {}

  @Get('editions/:edition/late-codes')
  @Access('edition.manage')
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ type: LateCodesView })
  ofEdition(@CurrentActor() actor: Actor, @Param('edition') edition: string): Promise<LateCodesView> {
    return this.reader.ofEdition(actor, edition);
  }

  @Post('editions/:edition/late-codes')
  @Access('edition.manage')
  @Header('cache-control', 'no-store')
  @ApiCreatedResponse({ type: NewLateCode })
  make(
    @CurrentActor() actor: Actor,
    @Param('edition') edition: string,
    @Body() input: NewLateCodeInput,
  ): Promise<NewLateCode> {
    return this.service.make(actor, edition, input);
  }

  @Post('late-codes/:id/revoke')
  @HttpCode(204)
  @Access('edition.manage')
  @ApiNoContentResponse()
  revoke(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<void> {
    return this.service.revoke(actor, id);
  }

  @Post('projects/:project/late-code')
  @HttpCode(200)
  @Access('project.own')
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ type: LateEntryView })
  async redeem(
    @CurrentActor() actor: Actor,
    @Param('project') project: string,
    @Body() { lateCode }: RedeemInput,
  ): Promise<LateEntryView> {
    return { lateUntil: await this.entry.redeem(actor, project, lateCode) };
  }
}

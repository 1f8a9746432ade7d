import type { Actor } from '@haishi/contracts';
import { Access, attachmentHeader, CurrentActor } from '@haishi/platform';
import { Body, Controller, Get, Header, HttpCode, Param, Post, Put, Query, StreamableFile } from '@nestjs/common';
import { ApiAcceptedResponse, ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CommitInput, ImportInput } from '../position/position.dto.js';
import {
  FairInvitationPage,
  FairInvitationQuery,
  InvitationCounts,
  InvitationImportView,
  QuotasInput,
  QuotaView,
  RevocationInput,
  SendingView,
  SendInput,
} from './invitation.dto.js';
import { InvitationImportService } from './invitation-import.service.js';
import { InvitationQuotaService } from './invitation-quota.service.js';
import { InvitationReader } from './invitation.reader.js';
import { InvitationService } from './invitation.service.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Inviting graduates to a fair. */
@ApiTags('fair invitations')
@Controller()
@Access('invitation.manage')
export class FairInvitationController {
  constructor(
    private readonly imports: InvitationImportService,
    private readonly quotas: InvitationQuotaService,
    private readonly reader: InvitationReader,
    private readonly service: InvitationService,
  ) {}

  @Get('fairs/:fair/invitation-template')
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ content: { [XLSX]: { schema: { type: 'string', format: 'binary' } } } })
  async template(@CurrentActor() actor: Actor, @Param('fair') fair: string): Promise<StreamableFile> {
    const disposition = attachmentHeader('邀请名单.xlsx');
    return new StreamableFile(await this.imports.template(actor, fair), { type: XLSX, disposition });
  }

  @Post('fairs/:fair/invitation-imports')
  @ApiCreatedResponse({ type: InvitationImportView })
  check(
    @CurrentActor() actor: Actor,
    @Param('fair') fair: string,
    @Body() { fileId }: ImportInput,
  ): Promise<InvitationImportView> {
    return this.imports.check(actor, fair, fileId);
  }

  @Get('invitation-imports/:id')
  @ApiOkResponse({ type: InvitationImportView })
  checked(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<InvitationImportView> {
    return this.imports.view(actor, id);
  }

  @Post('invitation-imports/:id/commit')
  @HttpCode(200)
  @ApiOkResponse({ type: InvitationImportView })
  commit(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { mode }: CommitInput,
  ): Promise<InvitationImportView> {
    return this.imports.commit(actor, id, mode);
  }

  @Get('fairs/:fair/invitations')
  @ApiOkResponse({ type: FairInvitationPage })
  page(
    @CurrentActor() actor: Actor,
    @Param('fair') fair: string,
    @Query() query: FairInvitationQuery,
  ): Promise<FairInvitationPage> {
    return this.reader.page(actor, fair, query);
  }

  @Get('fairs/:fair/invitations/counts')
  @ApiOkResponse({ type: InvitationCounts })
  counts(@CurrentActor() actor: Actor, @Param('fair') fair: string): Promise<InvitationCounts> {
    return this.reader.counts(actor, fair);
  }

  @Post('fairs/:fair/invitations/send')
  @HttpCode(202)
  @ApiAcceptedResponse({ type: SendingView })
  sendAll(
    @CurrentActor() actor: Actor,
    @Param('fair') fair: string,
    @Body() { which }: SendInput,
  ): Promise<SendingView> {
    return this.service.sendAll(actor, fair, which);
  }

  @Post('fair-invitations/:id/send')
  @HttpCode(204)
  @ApiNoContentResponse()
  send(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<void> {
    return this.service.send(actor, id);
  }

  @Post('fair-invitations/:id/revoke')
  @HttpCode(204)
  @ApiNoContentResponse()
  revoke(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() { reason }: RevocationInput): Promise<void> {
    return this.service.revoke(actor, id, reason);
  }

  @Get('fairs/:fair/invitation-quotas')
  @ApiOkResponse({ type: [QuotaView] })
  quotasOf(@CurrentActor() actor: Actor, @Param('fair') fair: string): Promise<QuotaView[]> {
    return this.quotas.list(actor, fair);
  }

  @Put('fairs/:fair/invitation-quotas')
  @ApiOkResponse({ type: [QuotaView] })
  async setQuotas(
    @CurrentActor() actor: Actor,
    @Param('fair') fair: string,
    @Body() input: QuotasInput,
  ): Promise<QuotaView[]> {
    await this.quotas.set(actor, fair, input);
    return this.quotas.list(actor, fair);
  }
}

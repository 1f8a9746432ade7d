import type { Actor } from '@haishi/contracts';
import { Access, attachmentHeader, CurrentActor, LIST_ANSWER, sendList } from '@haishi/platform';
import { Body, Controller, Get, Header, HttpCode, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ClaimService } from './claim.service.js';
import {
  ClaimInput,
  CollectedExportQuery,
  CollectedImportInput,
  type CollectedImportView,
  type CollectedPage,
  CollectedQuery,
  CollectedReasonInput,
  type OfferedProject,
  type ReferralView,
} from './collected.dto.js';
import { CollectedExport } from './collected.export.js';
import { CollectedReader } from './collected.reader.js';
import { CollectedService } from './collected.service.js';
import { COLLECTED_TEMPLATE_NAME } from './collected.template.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Projects that were collected for an edition, for who organises it or a region of it. */
@ApiTags('collected projects')
@Controller()
@Access('edition.manage')
export class CollectedController {
  constructor(
    private readonly service: CollectedService,
    private readonly reader: CollectedReader,
    private readonly files: CollectedExport,
  ) {}

  @Get('editions/:edition/collected/export')
  @Header('cache-control', 'no-store')
  @ApiOkResponse(LIST_ANSWER)
  async export(
    @CurrentActor() actor: Actor,
    @Param('edition') edition: string,
    @Query() query: CollectedExportQuery,
  ): Promise<StreamableFile> {
    return sendList(await this.files.file(actor, edition, query));
  }

  @Get('projects/:project/referral')
  @Access('project.read')
  @Header('cache-control', 'no-store')
  referral(@CurrentActor() actor: Actor, @Param('project') project: string): Promise<ReferralView> {
    return this.reader.referral(actor, project);
  }

  @Get('editions/:edition/collected')
  @Header('cache-control', 'no-store')
  page(
    @CurrentActor() actor: Actor,
    @Param('edition') edition: string,
    @Query() query: CollectedQuery,
  ): Promise<CollectedPage> {
    return this.reader.page(actor, edition, query);
  }

  @Get('editions/:edition/collected-template')
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ content: { [XLSX]: { schema: { type: 'string', format: 'binary' } } } })
  async template(@CurrentActor() actor: Actor, @Param('edition') edition: string): Promise<StreamableFile> {
    const disposition = attachmentHeader(COLLECTED_TEMPLATE_NAME[actor.locale]);
    return new StreamableFile(await this.reader.template(actor, edition), { type: XLSX, disposition });
  }

  @Post('editions/:edition/collected-imports')
  @HttpCode(200)
  import(
    @CurrentActor() actor: Actor,
    @Param('edition') edition: string,
    @Body() body: CollectedImportInput,
  ): Promise<CollectedImportView> {
    return this.service.import(actor, edition, body);
  }

  @Post('collected/:id/remind')
  @HttpCode(204)
  remind(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<void> {
    return this.service.remind(actor, id);
  }

  @Post('collected/:id/withdraw')
  @HttpCode(204)
  withdraw(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { reason }: CollectedReasonInput,
  ): Promise<void> {
    return this.service.withdraw(actor, id, reason);
  }
}

/** Projects that were collected from the actor. */
@ApiTags('collected projects')
@Controller('claims')
@Access('project.own')
export class ClaimController {
  constructor(
    private readonly service: ClaimService,
    private readonly reader: CollectedReader,
  ) {}

  @Get()
  @Header('cache-control', 'no-store')
  offered(@CurrentActor() actor: Actor): Promise<OfferedProject[]> {
    return this.reader.offered(actor);
  }

  @Post(':id/claim')
  @HttpCode(200)
  claim(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { lateCode }: ClaimInput,
  ): Promise<{ projectId: string }> {
    return this.service.claim(actor, id, lateCode);
  }

  @Post(':id/decline')
  @HttpCode(204)
  decline(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { reason }: CollectedReasonInput,
  ): Promise<void> {
    return this.service.decline(actor, id, reason);
  }
}

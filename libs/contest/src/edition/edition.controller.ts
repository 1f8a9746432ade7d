import type { Actor } from '@haishi/contracts';
import { Access, CurrentActor, IfMatch, Public } from '@haishi/platform';
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Put, StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  EditionCheckView,
  EditionImportInput,
  EditionOverview,
  EditionSummary,
  EditionView,
  StageDatesBody,
} from './edition.dto.js';
import { sendEditionFile } from './edition-file.answer.js';
import { EditionReader } from './edition.reader.js';
import { EditionService } from './edition.service.js';
import { toPreview, toProblems } from './edition.views.js';
import { readSuppliedEdition, SUPPLIED_EDITION } from './supplied-edition.js';

@ApiTags('editions')
@Controller('editions')
export class EditionController {
  constructor(
    private readonly service: EditionService,
    private readonly reader: EditionReader,
    @Inject(SUPPLIED_EDITION) private readonly supplied: URL,
  ) {}

  @Get('open')
  @Public()
  @ApiOkResponse({ type: [EditionSummary] })
  open(): Promise<EditionSummary[]> {
    return this.reader.open();
  }

  @Get('supplied')
  @Access('edition.manage')
  @ApiOkResponse({ schema: { type: 'object', additionalProperties: true } })
  suppliedFile(): Promise<Record<string, unknown>> {
    return readSuppliedEdition(this.supplied);
  }

  @Get()
  @Access('edition.manage', 'project.read')
  @ApiOkResponse({ type: [EditionSummary] })
  forStaff(@CurrentActor() actor: Actor): Promise<EditionSummary[]> {
    return this.reader.forStaff(actor);
  }

  @Post('check')
  @HttpCode(200)
  @Access('edition.manage')
  @ApiOkResponse({ type: EditionCheckView })
  async check(
    @CurrentActor() actor: Actor,
    @Body() { file, code, firstDay }: EditionImportInput,
  ): Promise<EditionCheckView> {
    const result = await this.service.check(actor, file, { code, firstDay });
    const valid = result.failures.length === 0;
    return {
      valid,
      problems: toProblems(result.failures, actor.locale),
      ...(valid ? { edition: toPreview(result.file) } : {}),
    };
  }

  @Post()
  @Access('edition.manage')
  @ApiCreatedResponse({ type: EditionOverview })
  async import(
    @CurrentActor() actor: Actor,
    @Body() { file, code, firstDay }: EditionImportInput,
  ): Promise<EditionOverview> {
    const { id } = await this.service.import(actor, file, { code, firstDay });
    return this.reader.overview(actor, id);
  }

  @Get(':edition')
  @Public()
  @ApiOkResponse({ type: EditionView })
  view(@CurrentActor() actor: Actor, @Param('edition') edition: string): Promise<EditionView> {
    return this.reader.view(actor, edition);
  }

  @Get(':edition/overview')
  @Access('edition.manage', 'project.read')
  @ApiOkResponse({ type: EditionOverview })
  overview(@CurrentActor() actor: Actor, @Param('edition') edition: string): Promise<EditionOverview> {
    return this.reader.overview(actor, edition);
  }

  @Get(':edition/file')
  @Access('edition.manage')
  @ApiOkResponse({ schema: { type: 'object', additionalProperties: true } })
  async file(@CurrentActor() actor: Actor, @Param('edition') edition: string): Promise<StreamableFile> {
    return sendEditionFile(await this.reader.file(actor, edition));
  }

  @Put(':edition/stages/:stage/dates')
  @HttpCode(204)
  @Access('edition.manage')
  @ApiNoContentResponse()
  moveStage(
    @CurrentActor() actor: Actor,
    @Param('edition') edition: string,
    @Param('stage') stage: string,
    @IfMatch() version: number,
    @Body() body: StageDatesBody,
  ): Promise<void> {
    const toDate = (text: string | null | undefined) => (text ? new Date(text) : null);
    return this.service.moveStage(
      actor,
      edition,
      stage,
      { opensAt: toDate(body.opensAt), closesAt: toDate(body.closesAt) },
      version,
    );
  }

  @Post(':edition/stages/:stage/open')
  @HttpCode(204)
  @Access('edition.manage')
  @ApiNoContentResponse()
  openStage(
    @CurrentActor() actor: Actor,
    @Param('edition') edition: string,
    @Param('stage') stage: string,
    @IfMatch() version: number,
  ): Promise<void> {
    return this.service.switchStage(actor, edition, stage, 'open', version);
  }

  @Post(':edition/stages/:stage/close')
  @HttpCode(204)
  @Access('edition.manage')
  @ApiNoContentResponse()
  closeStage(
    @CurrentActor() actor: Actor,
    @Param('edition') edition: string,
    @Param('stage') stage: string,
    @IfMatch() version: number,
  ): Promise<void> {
    return this.service.switchStage(actor, edition, stage, 'close', version);
  }

  @Post(':edition/open')
  @HttpCode(204)
  @Access('edition.manage')
  @ApiNoContentResponse()
  openRegistration(
    @CurrentActor() actor: Actor,
    @Param('edition') edition: string,
    @IfMatch() version: number,
  ): Promise<void> {
    return this.service.open(actor, edition, version);
  }

  @Post(':edition/close')
  @HttpCode(204)
  @Access('edition.manage')
  @ApiNoContentResponse()
  close(@CurrentActor() actor: Actor, @Param('edition') edition: string, @IfMatch() version: number): Promise<void> {
    return this.service.close(actor, edition, version);
  }

  @Post(':edition/archive')
  @HttpCode(204)
  @Access('edition.manage')
  @ApiNoContentResponse()
  archive(@CurrentActor() actor: Actor, @Param('edition') edition: string, @IfMatch() version: number): Promise<void> {
    return this.service.archive(actor, edition, version);
  }
}

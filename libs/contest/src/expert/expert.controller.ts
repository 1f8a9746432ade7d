import type { Actor } from '@haishi/contracts';
import {
  Access,
  attachmentHeader,
  CurrentActor,
  type HeldContent,
  IfContentMatches,
  LIST_ANSWER,
  ListQuery,
  sendList,
} from '@haishi/platform';
import { Body, Controller, Delete, Get, Header, HttpCode, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  ExpertImportInput,
  type ExpertImportView,
  ExpertInput,
  ExpertTieInput,
  type ExpertView,
} from './expert.dto.js';
import { ExpertList } from './expert.list.js';
import { ExpertReader } from './expert.reader.js';
import { ExpertService } from './expert.service.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** An edition's pool of experts, for those who organise all of it. */
@ApiTags('experts')
@Controller('editions/:edition')
@Access('review.manage')
export class ExpertController {
  constructor(
    private readonly service: ExpertService,
    private readonly reader: ExpertReader,
    private readonly files: ExpertList,
  ) {}

  @Get('experts/export')
  @Header('cache-control', 'no-store')
  @ApiOkResponse(LIST_ANSWER)
  async export(
    @CurrentActor() actor: Actor,
    @Param('edition') edition: string,
    @Query() { format }: ListQuery,
  ): Promise<StreamableFile> {
    return sendList(await this.files.file(actor, edition, format));
  }

  @Get('experts')
  @Header('cache-control', 'no-store')
  list(@CurrentActor() actor: Actor, @Param('edition') edition: string): Promise<ExpertView[]> {
    return this.reader.list(actor, edition);
  }

  @Get('expert-template')
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ content: { [XLSX]: { schema: { type: 'string', format: 'binary' } } } })
  async template(@CurrentActor() actor: Actor, @Param('edition') edition: string): Promise<StreamableFile> {
    const disposition = attachmentHeader('专家库.xlsx');
    return new StreamableFile(await this.reader.template(actor, edition), { type: XLSX, disposition });
  }

  @Post('experts')
  @HttpCode(204)
  add(
    @CurrentActor() actor: Actor,
    @Param('edition') edition: string,
    @IfContentMatches() held: HeldContent,
    @Body() body: ExpertInput,
  ): Promise<void> {
    return this.service.add(actor, edition, held, body);
  }

  @Post('expert-imports')
  @HttpCode(200)
  import(
    @CurrentActor() actor: Actor,
    @Param('edition') edition: string,
    @Body() body: ExpertImportInput,
  ): Promise<ExpertImportView> {
    return this.service.import(actor, edition, body);
  }

  @Post('expert-invitations')
  @HttpCode(200)
  invite(@CurrentActor() actor: Actor, @Param('edition') edition: string): Promise<{ invited: number }> {
    return this.service.invite(actor, edition);
  }

  @Post('experts/:expert/ties/remove')
  @HttpCode(204)
  untie(
    @CurrentActor() actor: Actor,
    @Param('edition') edition: string,
    @Param('expert') expert: string,
    @Body() body: ExpertTieInput,
  ): Promise<void> {
    return this.service.untie(actor, edition, expert, body);
  }

  @Delete('experts/:expert')
  @HttpCode(204)
  withdraw(
    @CurrentActor() actor: Actor,
    @Param('edition') edition: string,
    @Param('expert') expert: string,
  ): Promise<void> {
    return this.service.withdraw(actor, edition, expert);
  }
}

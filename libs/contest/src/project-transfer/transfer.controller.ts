import type { Actor } from '@haishi/contracts';
import { Access, CurrentActor } from '@haishi/platform';
import { Body, Controller, Delete, Get, Header, HttpCode, Param, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { OfferInput, OfferToMeView, ProjectOffersView, TakenView } from './transfer.dto.js';
import { FormerReadingService } from './former-reading.service.js';
import { TransferReader } from './transfer.reader.js';
import { TransferService } from './transfer.service.js';

/** Handing a project to another person. */
@ApiTags('projects')
@Controller()
@Access('project.own')
export class TransferController {
  constructor(
    private readonly service: TransferService,
    private readonly reader: TransferReader,
    private readonly reading: FormerReadingService,
  ) {}

  @Get('project-transfers/mine')
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ type: [OfferToMeView] })
  toMe(@CurrentActor() actor: Actor): Promise<OfferToMeView[]> {
    return this.reader.toMe(actor);
  }

  @Get('projects/:project/transfer')
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ type: ProjectOffersView })
  ofProject(@CurrentActor() actor: Actor, @Param('project') project: string): Promise<ProjectOffersView> {
    return this.reader.ofProject(actor, project);
  }

  @Post('projects/:project/transfer')
  @HttpCode(204)
  @ApiNoContentResponse()
  offer(@CurrentActor() actor: Actor, @Param('project') project: string, @Body() { mail }: OfferInput): Promise<void> {
    return this.service.offer(actor, project, mail);
  }

  @Delete('projects/:project/former-owners/:person')
  @HttpCode(204)
  @ApiNoContentResponse()
  endReading(
    @CurrentActor() actor: Actor,
    @Param('project') project: string,
    @Param('person') person: string,
  ): Promise<void> {
    return this.reading.end(actor, project, person);
  }

  @Post('project-transfers/:id/revoke')
  @HttpCode(204)
  @ApiNoContentResponse()
  revoke(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<void> {
    return this.service.revoke(actor, id);
  }

  @Post('project-transfers/:id/decline')
  @HttpCode(204)
  @ApiNoContentResponse()
  decline(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<void> {
    return this.service.decline(actor, id);
  }

  @Post('project-transfers/:id/accept')
  @HttpCode(200)
  @ApiOkResponse({ type: TakenView })
  async accept(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<TakenView> {
    return { projectId: await this.service.accept(actor, id) };
  }
}

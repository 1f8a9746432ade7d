import type { Actor } from '@haishi/contracts';
import { Access, CurrentActor } from '@haishi/platform';
import { Body, Controller, Get, Header, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  MailingInput,
  type MailingPreview,
  type MailingView,
  type RecipientPage,
  RecipientQuery,
  SendMailingInput,
} from './mailing.dto.js';
import type { MailingPlacesView } from './mailing.places.js';
import { MailingReader } from './mailing.reader.js';
import { MailingService } from './mailing.service.js';
import { MailingTrial } from './mailing.trial.js';

/** Messages to many, for who organises an edition or a region of it. */
@ApiTags('mailings')
@Controller()
@Access('edition.manage')
export class MailingController {
  constructor(
    private readonly service: MailingService,
    private readonly trial: MailingTrial,
    private readonly reader: MailingReader,
  ) {}

  @Get('editions/:edition/mailings')
  @Header('cache-control', 'no-store')
  list(@CurrentActor() actor: Actor, @Param('edition') edition: string): Promise<MailingView[]> {
    return this.reader.list(actor, edition);
  }

  @Get('editions/:edition/mailing-choices')
  @Header('cache-control', 'no-store')
  choices(@CurrentActor() actor: Actor, @Param('edition') edition: string): Promise<MailingPlacesView> {
    return this.reader.choices(actor, edition);
  }

  @Post('editions/:edition/mailings/preview')
  @HttpCode(200)
  preview(
    @CurrentActor() actor: Actor,
    @Param('edition') edition: string,
    @Body() body: MailingInput,
  ): Promise<MailingPreview> {
    return this.trial.preview(actor, edition, body);
  }

  @Post('editions/:edition/mailings/test')
  @HttpCode(204)
  test(@CurrentActor() actor: Actor, @Param('edition') edition: string, @Body() body: MailingInput): Promise<void> {
    return this.trial.test(actor, edition, body);
  }

  @Post('editions/:edition/mailings')
  @HttpCode(202)
  send(
    @CurrentActor() actor: Actor,
    @Param('edition') edition: string,
    @Body() body: SendMailingInput,
  ): Promise<{ id: string }> {
    return this.service.send(actor, edition, body);
  }

  @Get('mailings/:id')
  @Header('cache-control', 'no-store')
  one(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<MailingView> {
    return this.reader.one(actor, id);
  }

  @Post('mailings/:id/retry')
  @HttpCode(202)
  retry(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<{ recipients: number }> {
    return this.service.retry(actor, id);
  }

  @Get('mailings/:id/recipients')
  @Header('cache-control', 'no-store')
  recipients(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Query() query: RecipientQuery,
  ): Promise<RecipientPage> {
    return this.reader.recipients(actor, id, query);
  }
}

import type { Actor } from '@haishi/contracts';
import { Access, CurrentActor, Public, UnitOfWork } from '@haishi/platform';
import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CONSENT_DOCUMENTS } from './consent-documents.js';
import { ConsentBody, ConsentDocumentList, ConsentList } from './consent.dto.js';
import { Consents } from './consents.js';

@ApiTags('consents')
@Controller('consents')
export class ConsentController {
  constructor(
    private readonly consents: Consents,
    private readonly uow: UnitOfWork,
  ) {}

  @Get('documents')
  @Public()
  @ApiOkResponse({ type: ConsentDocumentList })
  documents(): ConsentDocumentList {
    return { items: [...CONSENT_DOCUMENTS] };
  }

  @Get()
  @Access('account.self')
  @ApiOkResponse({ type: ConsentList })
  async mine(@CurrentActor() actor: Actor): Promise<ConsentList> {
    const found = await this.consents.of(actor.id);
    return {
      items: found.map(({ purpose, version, givenAt, withdrawnAt }) => ({ purpose, version, givenAt, withdrawnAt })),
    };
  }

  @Post()
  @Access('account.self')
  @HttpCode(204)
  give(@CurrentActor() actor: Actor, @Body() body: ConsentBody): Promise<void> {
    return this.uow.run(actor, (work) => this.consents.give(work, actor.id, body.purpose, body.version));
  }

  @Delete(':purpose')
  @Access('account.self')
  @HttpCode(204)
  withdraw(@CurrentActor() actor: Actor, @Param('purpose') purpose: string): Promise<void> {
    return this.uow.run(actor, (work) => this.consents.withdraw(work, actor.id, purpose));
  }
}

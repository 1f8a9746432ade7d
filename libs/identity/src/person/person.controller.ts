import type { Actor } from '@haishi/contracts';
import { Access, CurrentActor } from '@haishi/platform';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { GrantService } from '../grant/grant.service.js';
import { CreatedId, GrantBody, PersonPage, PersonQuery, PersonStateBody, PersonView } from './person.dto.js';
import { PersonService } from './person.service.js';

@ApiTags('people')
@Controller()
export class PersonController {
  constructor(
    private readonly persons: PersonService,
    private readonly grants: GrantService,
  ) {}

  @Get('people')
  @Access('person.manage', 'role.grant')
  @ApiOkResponse({ type: PersonPage })
  page(@CurrentActor() actor: Actor, @Query() query: PersonQuery): Promise<PersonPage> {
    return this.persons.page(actor, query);
  }

  @Get('people/:id')
  @Access('person.manage', 'role.grant')
  @ApiOkResponse({ type: PersonView })
  one(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<PersonView> {
    return this.persons.one(actor, id);
  }

  @Post('people/:id/state')
  @Access('person.manage')
  @HttpCode(204)
  setState(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: PersonStateBody): Promise<void> {
    return this.persons.setState(actor, id, body);
  }

  @Delete('people/:id/second-factor')
  @Access('person.manage')
  @HttpCode(204)
  removeSecondFactor(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<void> {
    return this.persons.removeSecondFactor(actor, id);
  }

  @Post('people/:id/grants')
  @Access('role.grant')
  @ApiCreatedResponse({ type: CreatedId })
  async give(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: GrantBody): Promise<CreatedId> {
    return { id: await this.grants.give(actor, id, body) };
  }

  @Delete('grants/:id')
  @Access('role.grant')
  @HttpCode(204)
  take(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<void> {
    return this.grants.take(actor, id);
  }
}

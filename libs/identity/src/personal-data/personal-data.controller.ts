import type { Actor } from '@haishi/contracts';
import { Access, CurrentActor, EventLog, TextField } from '@haishi/platform';
import { Body, Controller, Get, Header, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Accounts } from '../account/accounts.js';
import { PASSWORD_MAX_LENGTH } from '../credential/password.rules.js';
import { Erasure } from './erasure.js';
import { PersonalData } from './personal-data.js';

export class ErasureBody {
  @TextField({
    max: PASSWORD_MAX_LENGTH,
    raw: true,
    optional: true,
    description: 'Not needed shortly after a sign-in by code',
  })
  password?: string;
}

@ApiTags('account')
@Controller('account')
export class PersonalDataController {
  constructor(
    private readonly data: PersonalData,
    private readonly accounts: Accounts,
    private readonly erasure: Erasure,
    private readonly log: EventLog,
  ) {}

  /** Everything held of the person who asks, by domain. */
  @Get('export')
  @Access('account.self')
  @Header('content-disposition', 'attachment; filename="haishi-my-data.json"')
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ schema: { type: 'object', additionalProperties: true } })
  async export(@CurrentActor() actor: Actor): Promise<Record<string, unknown>> {
    await this.accounts.assertConfirmed(actor);
    await this.log.record(actor, { type: 'person.exported', subjectType: 'person', subjectId: actor.id });
    return this.data.export(actor.id);
  }

  /** Deletes the account of who asks, at once and for good. */
  @Post('erase')
  @Access('account.self')
  @HttpCode(204)
  erase(@CurrentActor() actor: Actor, @Body() body: ErasureBody): Promise<void> {
    return this.erasure.eraseSelf(actor, body.password);
  }
}

import { failure } from '@haishi/contracts';
import { ENVIRONMENT, type Environment, IntField, ListField, ObjectField, Public, TextField } from '@haishi/platform';
import { Controller, Get, Inject, Optional } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { SecondFactors } from '../second-factor/second-factors.js';
import { DEMO_ACCOUNTS, type DemoAccounts } from './demo-accounts.js';

export class DemoCode {
  @TextField({ max: 6 }) code: string;
  @IntField() secondsLeft: number;
}

export class DemoAccountView {
  @TextField({ max: 40, description: 'A role, `entrant` or `graduate`' }) role: string;
  @TextField({ max: 100 }) name: string;
  @TextField({ max: 254 }) login: string;
  @TextField({ max: 128 }) password: string;
  @ObjectField(() => DemoCode, {
    optional: true,
    description: 'The second factor of this moment, where the role has one',
  })
  totp: DemoCode | null;
}

export class DemoAccountList {
  @ListField(() => DemoAccountView, { max: 50 }) items: DemoAccountView[];
}

/** The panel on which the demonstration's passwords and second factors can be read; it exists nowhere else. */
@ApiTags('demo')
@Controller('demo')
export class DemoController {
  constructor(
    private readonly secondFactors: SecondFactors,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
    @Optional() @Inject(DEMO_ACCOUNTS) private readonly accounts?: DemoAccounts,
  ) {}

  @Get('accounts')
  @Public()
  @ApiOkResponse({ type: DemoAccountList })
  async list(): Promise<DemoAccountList> {
    if (!this.environment.demonstrationAllowed || !this.accounts) throw failure('common.not_found');
    const accounts = await this.accounts.list();
    const items = accounts.map(async ({ personId, role, name, login, password }) => ({
      role,
      name,
      login,
      password,
      totp: (await this.secondFactors.currentCode(personId)) ?? null,
    }));
    return { items: await Promise.all(items) };
  }
}

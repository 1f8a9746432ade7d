import { Public, Database } from '@haishi/platform';
import { Controller, Get } from '@nestjs/common';

/** Tells a load balancer that this server answers and reaches its database. */
@Controller('health')
export class HealthController {
  constructor(private readonly database: Database) {}

  @Get()
  @Public()
  async health(): Promise<{ status: 'ok' }> {
    await this.database.manager.query('SELECT 1');
    return { status: 'ok' };
  }
}

import { IdentityModule } from '@haishi/identity';
import {
  AccessGuard,
  type DatabaseContents,
  DatabaseModule,
  type Environment,
  EnvironmentModule,
  FilesModule,
  JobsModule,
  NoticeModule,
  RealtimeModule,
} from '@haishi/platform';
import { ReviewModule } from '@haishi/review';
import { type DynamicModule, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { HealthController } from './health.controller.js';

/** Brings the rooms together. */
@Module({})
export class AppModule {
  static forRoot(environment: Environment, contents: DatabaseContents): DynamicModule {
    return {
      module: AppModule,
      imports: [
        EnvironmentModule.forRoot(environment),
        DatabaseModule.forRoot(contents),
        RealtimeModule,
        JobsModule,
        FilesModule,
        NoticeModule,
        IdentityModule,
        ReviewModule,
      ],
      controllers: [HealthController],
      providers: [{ provide: APP_GUARD, useClass: AccessGuard }],
    };
  }
}

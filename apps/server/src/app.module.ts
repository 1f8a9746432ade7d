import { AttendanceModule } from '@haishi/attendance';
import { ContestModule } from '@haishi/contest';
import { FairModule } from '@haishi/fair';
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
import { DemoAccountsModule, demonstrationProviders } from './demonstration/demonstration.module.js';
import { HealthController } from './health.controller.js';
import { ReferenceController } from './reference.controller.js';

/** The edition file that comes with the product. */
const SUPPLIED_EDITION = new URL('../assets/edition-haishi-cup.json', import.meta.url);

/** The fair file that comes with the product. */
const SUPPLIED_FAIR = new URL('../assets/fair-2023.json', import.meta.url);

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
        AttendanceModule,
        ContestModule.forRoot(SUPPLIED_EDITION),
        FairModule.forRoot(SUPPLIED_FAIR),
        DemoAccountsModule,
      ],
      controllers: [HealthController, ReferenceController],
      providers: [
        { provide: APP_GUARD, useClass: AccessGuard },
        ...demonstrationProviders({ edition: SUPPLIED_EDITION, fair: SUPPLIED_FAIR }),
      ],
    };
  }
}

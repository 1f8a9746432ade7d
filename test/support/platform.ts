import {
  DatabaseModule,
  EnvironmentModule,
  PLATFORM_ENTITIES,
  PLATFORM_MIGRATIONS,
  readEnvironment,
} from '@haishi/platform';
import { type DynamicModule, type INestApplicationContext, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Place } from './engines.js';

@Module({})
class PlatformUnderTest {}

/** Some rooms of the platform over `place`, without HTTP; what runs by itself on a server is started by the test. */
export async function startPlatform(
  place: Place,
  modules: (Type | DynamicModule)[],
  settings: Record<string, string> = {},
): Promise<INestApplicationContext> {
  const root: DynamicModule = {
    module: PlatformUnderTest,
    imports: [
      EnvironmentModule.forRoot(readEnvironment({ ...place.settings, ...settings })),
      DatabaseModule.forRoot({ entities: PLATFORM_ENTITIES, migrations: PLATFORM_MIGRATIONS }),
      ...modules,
    ],
  };
  return NestFactory.createApplicationContext(root, { logger: false, abortOnError: false });
}

import { DATABASE_ENTITIES } from './database/entities.js';
import { DATABASE_MIGRATIONS } from './database/migrations.js';
import { JOBS_ENTITIES, JOBS_MIGRATIONS } from './jobs/jobs.migrations.js';

export const PLATFORM_ENTITIES = [...DATABASE_ENTITIES, ...JOBS_ENTITIES];
export const PLATFORM_MIGRATIONS = [...DATABASE_MIGRATIONS, ...JOBS_MIGRATIONS];

import { DATABASE_ENTITIES } from './database/entities.js';
import { DATABASE_MIGRATIONS } from './database/migrations.js';
import { FILES_ENTITIES, FILES_MIGRATIONS } from './files/files.migrations.js';
import { JOBS_ENTITIES, JOBS_MIGRATIONS } from './jobs/jobs.migrations.js';
import { NOTICE_ENTITIES, NOTICE_MIGRATIONS } from './notice/notice.migrations.js';

export const PLATFORM_ENTITIES = [...DATABASE_ENTITIES, ...JOBS_ENTITIES, ...NOTICE_ENTITIES, ...FILES_ENTITIES];
export const PLATFORM_MIGRATIONS = [
  ...DATABASE_MIGRATIONS,
  ...JOBS_MIGRATIONS,
  ...NOTICE_MIGRATIONS,
  ...FILES_MIGRATIONS,
];

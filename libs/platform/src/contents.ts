import { DATABASE_ENTITIES } from './database/entities.js';
import { DATABASE_MIGRATIONS } from './database/migrations.js';

export const PLATFORM_ENTITIES = [...DATABASE_ENTITIES];
export const PLATFORM_MIGRATIONS = [...DATABASE_MIGRATIONS];

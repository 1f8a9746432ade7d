import { CONTEST_ENTITIES, CONTEST_MIGRATIONS } from '@haishi/contest';
import { IDENTITY_ENTITIES, IDENTITY_MIGRATIONS } from '@haishi/identity';
import { type DatabaseContents, PLATFORM_ENTITIES, PLATFORM_MIGRATIONS } from '@haishi/platform';
import { REVIEW_ENTITIES, REVIEW_MIGRATIONS } from '@haishi/review';

/** The tables of every room, and the steps that made them. */
export const DATABASE_CONTENTS: DatabaseContents = {
  entities: [...PLATFORM_ENTITIES, ...IDENTITY_ENTITIES, ...REVIEW_ENTITIES, ...CONTEST_ENTITIES],
  migrations: [...PLATFORM_MIGRATIONS, ...IDENTITY_MIGRATIONS, ...REVIEW_MIGRATIONS, ...CONTEST_MIGRATIONS],
};

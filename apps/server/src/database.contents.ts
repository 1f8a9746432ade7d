import { ATTENDANCE_ENTITIES, ATTENDANCE_MIGRATIONS } from '@haishi/attendance';
import { CONTEST_ENTITIES, CONTEST_MIGRATIONS } from '@haishi/contest';
import { FAIR_ENTITIES, FAIR_MIGRATIONS } from '@haishi/fair';
import { IDENTITY_ENTITIES, IDENTITY_MIGRATIONS } from '@haishi/identity';
import { type DatabaseContents, PLATFORM_ENTITIES, PLATFORM_MIGRATIONS } from '@haishi/platform';
import { REVIEW_ENTITIES, REVIEW_MIGRATIONS } from '@haishi/review';

/** The tables of every room, and the steps that made them. */
export const DATABASE_CONTENTS: DatabaseContents = {
  entities: [
    ...PLATFORM_ENTITIES,
    ...IDENTITY_ENTITIES,
    ...REVIEW_ENTITIES,
    ...ATTENDANCE_ENTITIES,
    ...CONTEST_ENTITIES,
    ...FAIR_ENTITIES,
  ],
  migrations: [
    ...PLATFORM_MIGRATIONS,
    ...IDENTITY_MIGRATIONS,
    ...REVIEW_MIGRATIONS,
    ...ATTENDANCE_MIGRATIONS,
    ...CONTEST_MIGRATIONS,
    ...FAIR_MIGRATIONS,
  ],
};

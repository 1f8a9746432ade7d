export { ATTENDANCE_ENTITIES } from './entities.js';
export { Admissions } from './event/admissions.js';
export { ATTENDANCE_MIGRATIONS } from './migrations.js';
export * from './rules.js';

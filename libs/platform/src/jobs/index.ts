export { JobView } from './job.dto.js';
export { Job, type JobState } from './job.entity.js';
export { JobRunner } from './job-runner.js';
export { type JobHandler, Jobs, type RunningJob } from './jobs.js';
export { JobsModule } from './jobs.module.js';
export { inTurns } from './in-turns.js';
export { inPieces } from './pieces.js';
export { Schedule } from './schedule.js';

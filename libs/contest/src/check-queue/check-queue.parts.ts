import { Claims } from '../eligibility-claim/claims.js';
import { BulkDecisions } from './bulk.service.js';
import { CheckQueueController } from './check-queue.controller.js';
import { ClaimNotices } from './claim.notices.js';
import { ClaimPersonalData } from './claim.personal-data.js';
import { ClaimRelease } from './claim.release.js';
import { ClaimService } from './claim.service.js';
import { QueueQueries } from './queue.queries.js';
import { QueueReader } from './queue.reader.js';

/** The checkers' queue, a part of the contest's module. */
export const CHECK_QUEUE_CONTROLLERS = [CheckQueueController];
export const CHECK_QUEUE_PROVIDERS = [
  Claims,
  BulkDecisions,
  QueueQueries,
  QueueReader,
  ClaimNotices,
  ClaimRelease,
  ClaimService,
  ClaimPersonalData,
];

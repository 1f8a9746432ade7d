import { Commitments } from './commitments.js';
import { CorrectionService } from './correction.service.js';
import { DecisionFollows } from './decision.follows.js';
import { DecisionList } from './decision.list.js';
import { DecisionLog } from './decision.log.js';
import { DecisionQueries } from './decision.queries.js';
import { EligibilityController } from './eligibility.controller.js';
import { EligibilityReader } from './eligibility.reader.js';
import { EligibilityService } from './eligibility.service.js';
import { ReopeningService } from './reopening.service.js';
import { SecondLookController } from './second-look.controller.js';
import { SecondLookNotices } from './second-look.notices.js';
import { Verdicts } from './verdicts.js';

/** The eligibility check, a part of the contest's module. */
export const ELIGIBILITY_CONTROLLERS = [EligibilityController, SecondLookController];
export const ELIGIBILITY_PROVIDERS = [
  Commitments,
  CorrectionService,
  DecisionFollows,
  DecisionList,
  DecisionLog,
  DecisionQueries,
  EligibilityReader,
  EligibilityService,
  ReopeningService,
  SecondLookNotices,
  Verdicts,
];

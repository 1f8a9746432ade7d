import { AnswerFacts } from './answer-facts.js';
import { EditionChangeController } from './change.controller.js';
import { ChangeFactsReader } from './change.facts.js';
import { ChangePlanner } from './change.plan.js';
import { EditionChangeReader } from './change.reader.js';
import { EditionChangeService } from './change.service.js';
import { JudgeFacts } from './judge-facts.js';
import { PlaceFacts } from './place-facts.js';

/** Changes of a running edition, a part of the contest's module. */
export const CHANGE_CONTROLLERS = [EditionChangeController];
export const CHANGE_PROVIDERS = [
  AnswerFacts,
  ChangeFactsReader,
  ChangePlanner,
  EditionChangeReader,
  EditionChangeService,
  JudgeFacts,
  PlaceFacts,
];

import { EarlierAwards } from './earlier-awards.js';
import { EligibilityRulesController } from './eligibility-rules.controller.js';
import { EligibilityRulesReader } from './eligibility-rules.reader.js';
import { Recounting } from './recounting.js';
import { RuleCheck } from './rule-check.js';

/** Conditions of entry, a part of the contest's module. */
export const ELIGIBILITY_RULES_CONTROLLERS = [EligibilityRulesController];
export const ELIGIBILITY_RULES_PROVIDERS = [EarlierAwards, RuleCheck, Recounting, EligibilityRulesReader];

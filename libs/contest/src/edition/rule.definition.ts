import type { LocalText } from '@haishi/contracts';

export const RULE_KINDS = [
  'age',
  'degree',
  'equity',
  'registered',
  'onePerEntrant',
  'answer',
  'country',
  'earlierAward',
] as const;
export type RuleKind = (typeof RULE_KINDS)[number];

/** `refuse`: a project that fails it is not taken; `flag`: its checker is told. */
export const RULE_SEVERITIES = ['refuse', 'flag'] as const;
export type RuleSeverity = (typeof RULE_SEVERITIES)[number];

/**
 * What a project may share with one that won before: the account that hands in, the number of the organisation's
 * register, or a member of the team, by account or address.
 */
export const SHARINGS = ['account', 'register', 'member'] as const;
export type Sharing = (typeof SHARINGS)[number];

interface AnyRule {
  code: string;
  /** As it is published. */
  text: LocalText;
  severity: RuleSeverity;
  /** The groups it holds for; all where absent. */
  groups?: string[];
}

/** A condition of entry 参赛条件. `question` is the code of the question whose answer it reads; ends of a range count themselves. */
export type EligibilityRule = AnyRule &
  (
    | {
        kind: 'age';
        question: string;
        /** The day on which full years are counted; the day registration closes where absent. */
        at?: string;
        min?: number;
        max?: number;
      }
    | {
        kind: 'degree';
        question: string;
        /** The lowest option that will do, of options that stand highest first. */
        atLeast?: string;
        oneOf?: string[];
      }
    | {
        kind: 'equity';
        /** Whose share: the leader's, or that of all core members together. */
        of: 'leader' | 'core';
        /** At least, with at most two decimals. */
        percent: number;
      }
    | { kind: 'registered'; question: string; from?: string; until?: string }
    | {
        kind: 'onePerEntrant';
        /** What two projects may not share: the account they are handed in from, or the organisation's code. */
        by: 'owner' | 'organisation';
      }
    | {
        kind: 'answer';
        question: string;
        /** What must not be answered: yes or no, or any of these options. */
        not: boolean | string[];
      }
    | {
        kind: 'country';
        /** ISO 3166-1 alpha-2, of the organisation. */
        oneOf?: string[];
        not?: string[];
      }
    | {
        /** Projects that won an earlier edition 往届获奖: by its concluded notices of awards, published before registration closes. */
        kind: 'earlierAward';
        /** Each by itself is enough. */
        sharing: Sharing[];
        /** The lowest award that counts, by the code that it has in this edition; any where absent. */
        atLeast?: string;
        /** Codes of the editions that count; all earlier ones where absent. */
        editions?: string[];
      }
  );

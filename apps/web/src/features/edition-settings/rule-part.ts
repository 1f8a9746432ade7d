import type { LocalText } from '@haishi/contracts';
import { type OfKind, switchKind } from './part-kind';
import type { QuestionPart } from './question-part';
import { blank, type Coded, type Typed } from './part';

export const RULE_KINDS = [
  'onePerEntrant',
  'earlierAward',
  'age',
  'degree',
  'registered',
  'equity',
  'country',
  'answer',
] as const;
type RuleKind = (typeof RULE_KINDS)[number];

/** A condition of entry as it is edited; which of the later values it has depends on its kind. */
export interface RulePart extends Coded {
  text: LocalText;
  severity: string;
  groups?: string[];
  kind: RuleKind;
  question?: string;
  at?: string;
  min?: Typed;
  max?: Typed;
  atLeast?: string;
  oneOf?: string[];
  of?: string;
  percent?: Typed;
  from?: string;
  until?: string;
  by?: string;
  sharing?: string[];
  /** Codes of earlier editions. */
  editions?: string[];
  /** Yes or no, or codes of options or of countries. */
  not?: boolean | string[];
}

/** The kinds of question whose answers a kind of rule reads. */
const READS: Partial<Record<RuleKind, readonly string[]>> = {
  age: ['date'],
  registered: ['date'],
  degree: ['choice'],
  answer: ['yesNo', 'choice', 'choices'],
};
export function readable(kind: RuleKind, questions: readonly QuestionPart[]): QuestionPart[] | undefined {
  return READS[kind] && questions.filter((one) => READS[kind]!.includes(one.kind));
}

const COMMON = ['code', 'text', 'severity', 'groups', 'kind'];
const USUAL: Record<RuleKind, OfKind> = {
  onePerEntrant: { by: 'owner' },
  earlierAward: { sharing: ['account', 'register', 'member'] },
  age: { question: '' },
  degree: { question: '', atLeast: '' },
  registered: { question: '' },
  equity: { of: 'core', percent: null },
  country: { oneOf: [] },
  answer: { question: '', not: true },
};

export const emptyRule = (): RulePart => ({
  code: '',
  text: blank(),
  severity: 'flag',
  kind: 'onePerEntrant',
  by: 'owner',
});

export function switchRule(rule: RulePart, kind: string): void {
  switchKind(rule, kind, { common: COMMON, usual: (one) => structuredClone(USUAL[one as RuleKind]) });
}

/** Has a rule read another question; what it compared answers of the last one with goes. */
export function setQuestion(rule: RulePart, question: QuestionPart | undefined): void {
  rule.question = question?.code ?? '';
  if (rule.kind === 'degree' && rule.oneOf) rule.oneOf = [];
  else if (rule.kind === 'degree') rule.atLeast = '';
  if (rule.kind === 'answer') rule.not = question?.kind === 'yesNo' ? true : [];
}

import type { FieldFailure } from '@haishi/kernel';
import type { EditionDefinition } from '../edition/edition.definition.js';
import type { EligibilityRule } from '../edition/rule.definition.js';
import { answerField, questionsOf } from '../entry-form/answers.rules.js';
import { counted, judgeEquity, type RuledProject, rulesOf } from './evaluate.rules.js';

/**
 * What an entrant left empty that a rule which refuses reads and cannot be told without, each once and by its field: a rule
 * is not to be got round by saying nothing. What else a rule lacks, such as awards of earlier editions, is not theirs to give.
 */
export function gaps(
  definition: Pick<EditionDefinition, 'rules' | 'questions'>,
  project: RuledProject,
): FieldFailure[] {
  const found = rulesOf(definition, project.group)
    .filter(({ severity }) => severity === 'refuse')
    .flatMap((rule) => (rule.kind === 'equity' ? shareGaps(rule, project) : answerGaps(definition, rule, project)));
  return [...new Map(found.toReversed().map((gap) => [gap.field, gap])).values()].toReversed();
}

function shareGaps(rule: Extract<EligibilityRule, { kind: 'equity' }>, project: RuledProject): FieldFailure[] {
  if (judgeEquity(rule, project)[0] !== 'unknown') return [];
  const { text } = rule;
  const members = counted(rule, project);
  if (members.length === 0) return [{ field: 'members', code: 'project.rule_needs_core', params: { text } }];
  return project.members.flatMap((member, index) =>
    member.share === null && members.includes(member)
      ? [{ field: `members.${index}.share`, code: 'project.rule_needs_share', params: { text, number: index + 1 } }]
      : [],
  );
}

function answerGaps(
  definition: Pick<EditionDefinition, 'questions'>,
  rule: EligibilityRule,
  { group, answers }: RuledProject,
): FieldFailure[] {
  if (!('question' in rule)) return [];
  const question = questionsOf(definition, group).find(({ code }) => code === rule.question);
  // One that has to be answered anyway is named by that already, and of several options nothing may apply.
  if (!question || question.required || question.kind === 'choices' || answers[question.code] !== undefined) return [];
  const { name } = question;
  return [{ field: answerField(question.code), code: 'project.rule_needs_answer', params: { name, text: rule.text } }];
}

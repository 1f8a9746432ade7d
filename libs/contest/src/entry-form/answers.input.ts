import type { Question } from '@haishi/contracts';
import { tidyText } from '@haishi/platform';
import type { EditionDefinition } from '../edition/edition.definition.js';
import { isListOfTexts } from './answers.rules.js';

/**
 * The answers as they are kept: texts tidied, what is empty left out, options in the edition's order and once each.
 * What is no answer at all stays as it is, for {@link checkAnswers} to name.
 */
export function normaliseAnswers(
  { questions }: Pick<EditionDefinition, 'questions'>,
  raw: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const answers = Object.entries(raw).map(([code, value]): [string, unknown] => [
    code,
    normaliseAnswer(
      questions?.find((one) => one.code === code),
      value,
    ),
  ]);
  return Object.fromEntries(answers.filter(([, answer]) => !isEmpty(answer)));
}

function isEmpty(answer: unknown): boolean {
  return answer === undefined || answer === null || answer === '' || (Array.isArray(answer) && answer.length === 0);
}

function normaliseAnswer(question: Question | undefined, value: unknown): unknown {
  if (typeof value === 'string') return tidyText(value);
  if (question?.kind !== 'choices' || !isListOfTexts(value)) return value;
  const place = (code: string) => question.options.findIndex((option) => option.code === code);
  return [...new Set(value)].sort((one, other) => place(one) - place(other));
}

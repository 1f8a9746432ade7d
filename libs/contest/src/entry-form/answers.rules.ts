import { type Answer, type Answers, type Question, questionsFor } from '@haishi/contracts';
import { type FieldFailure, isDay } from '@haishi/kernel';
import type { EditionDefinition } from '../edition/edition.definition.js';
import { isNumberWithin, MAX_QUESTIONS } from '../edition/question.file.js';

type Asking = Pick<EditionDefinition, 'questions'>;

/** The field of a project by which everything said of an answer is named. */
export const answerField = (code: string): string => `answers.${code}`;

/** The questions that a group is asked, in the edition's order. */
export function questionsOf({ questions }: Asking, group: string | null): Question[] {
  return questionsFor(questions ?? [], group);
}

/** What of the answers the edition does not take, each by its field; checked at every save. None of it is about gaps. */
export function checkAnswers({ questions }: Asking, answers: Readonly<Record<string, unknown>>): FieldFailure[] {
  const given = Object.entries(answers);
  if (given.length > MAX_QUESTIONS)
    return [{ field: 'answers', code: 'common.list_too_long', params: { max: MAX_QUESTIONS, length: given.length } }];
  return given.flatMap(([code, answer]): FieldFailure[] => {
    const field = answerField(code.slice(0, 40));
    const question = questions?.find((one) => one.code === code);
    if (!question) return [{ field, code: 'project.unknown_question', params: { code: code.slice(0, 40) } }];
    const fault = faultOf(question, answer);
    return fault ? [{ field, ...fault }] : [];
  });
}

/**
 * The answers without what the working copy held before, is not asked of its group, and the edition takes no longer:
 * nobody is held up by what a change of the form left behind.
 */
export function withoutOutdated(
  definition: Asking,
  answers: Readonly<Record<string, unknown>>,
  { group, stored }: { group: string | null; stored: Answers },
): Record<string, unknown> {
  const asked = new Set(questionsOf(definition, group).map(({ code }) => code));
  const outdated = (code: string, answer: unknown): boolean =>
    !asked.has(code) &&
    JSON.stringify(answer) === JSON.stringify(stored[code]) &&
    checkAnswers(definition, { [code]: answer }).length > 0;
  return Object.fromEntries(Object.entries(answers).filter(([code, answer]) => !outdated(code, answer)));
}

type Fault = Omit<FieldFailure, 'field'>;

function faultOf(question: Question, answer: unknown): Fault | undefined {
  switch (question.kind) {
    case 'text':
    case 'longText':
      if (typeof answer !== 'string') return { code: 'common.not_a_text' };
      if (question.kind === 'text' && /[\r\n]/.test(answer)) return { code: 'common.bad_format' };
      return answer.length <= question.maxLength
        ? undefined
        : { code: 'common.text_too_long', params: { max: question.maxLength, length: answer.length } };
    case 'number':
      if (typeof answer !== 'number') return { code: 'common.not_a_number' };
      if (!isNumberWithin(answer, question.decimals))
        return { code: 'project.answer_decimals', params: { decimals: question.decimals } };
      return outside(answer, question, 'project.answer_too_small', 'project.answer_too_large');
    case 'date':
      if (typeof answer !== 'string' || !isDay(answer)) return { code: 'project.answer_not_a_day' };
      return outside(answer, question, 'project.answer_too_early', 'project.answer_too_late');
    case 'yesNo':
      return typeof answer === 'boolean' ? undefined : { code: 'common.not_a_boolean' };
    case 'choice':
      return hasOption(question.options, answer) ? undefined : { code: 'project.not_in_edition' };
    case 'choices':
      if (!isListOfTexts(answer)) return { code: 'common.not_a_list' };
      return answer.every((code) => hasOption(question.options, code)) ? undefined : { code: 'project.not_in_edition' };
  }
}

function outside<Value extends number | string>(
  answer: Value,
  { min, max }: { min?: Value; max?: Value },
  below: string,
  above: string,
): Fault | undefined {
  if (min !== undefined && answer < min) return { code: below, params: { min } };
  if (max !== undefined && answer > max) return { code: above, params: { max } };
  return undefined;
}

const hasOption = (options: readonly { code: string }[], answer: unknown): boolean =>
  options.some(({ code }) => code === answer);

/** Whether a value is a list of texts, as several options are. */
export function isListOfTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

/** What a group has to answer and has not, each by its field; checked when a project is handed in. */
export function missingAnswers(definition: Asking, group: string | null, answers: Answers): FieldFailure[] {
  return questionsOf(definition, group)
    .filter(({ required, code }) => required && answers[code] === undefined)
    .map(({ code, name }) => ({
      field: answerField(code),
      code: 'project.answer_missing',
      params: { name },
    }));
}

/** The answers to what a group is asked; what was answered for another group stays in the working copy alone. */
export function askedAnswers(definition: Asking, group: string | null, answers: Answers): Answers {
  return pick(answers, (code) => questionsOf(definition, group).some((question) => question.code === code));
}

/** What is asked of a group and answered, for who reads it; for the jury, what is open to it. */
export function answered(
  definition: Asking,
  { group, answers }: { group: string | null; answers?: Answers },
  reader: 'staff' | 'jury',
): { question: Question; answer: Answer }[] {
  return questionsOf(definition, group).flatMap((question) => {
    const answer = answers?.[question.code];
    return answer === undefined || (reader === 'jury' && !isForJury(question)) ? [] : [{ question, answer }];
  });
}

/** An edition may hold a question of both kinds from before that was refused: what is about a person stays closed. */
export function isForJury({ forJudges, personal }: Pick<Question, 'forJudges' | 'personal'>): boolean {
  return forJudges === true && personal !== true;
}

/** The answers without those that are about the leader as a person. */
export function withoutPersonal({ questions }: Asking, answers: Answers): Answers {
  return pick(answers, (code) => questions?.find((one) => one.code === code)?.personal !== true);
}

function pick(answers: Answers, keep: (code: string) => boolean): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([code]) => keep(code)));
}

import { listed, type LocalText } from '../locale.js';

export const QUESTION_KINDS = ['text', 'longText', 'number', 'date', 'choice', 'choices', 'yesNo'] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

export interface QuestionOption {
  code: string;
  name: LocalText;
}

interface AnyQuestion {
  code: string;
  name: LocalText;
  help?: LocalText;
  /** Whether a project of a group that is asked cannot be handed in without an answer. */
  required: boolean;
  /** The groups it is asked of; all where absent. */
  groups?: string[];
  /** Whether the jury reads the answer; not where absent. */
  forJudges?: boolean;
  /** Whether the answer is about the leader as a person, and goes with them; excludes `forJudges`. */
  personal?: boolean;
}

/** What an answer of a kind is held to; each end of a range may be absent, and counts itself. */
export type Question = AnyQuestion &
  (
    | { kind: 'text' | 'longText'; maxLength: number }
    | { kind: 'number'; decimals: number; unit?: LocalText; min?: number; max?: number }
    | { kind: 'date'; min?: string; max?: string }
    | { kind: 'choice' | 'choices'; options: QuestionOption[] }
    | { kind: 'yesNo' }
  );

/** A text, a number, a day as `2026-11-24`, an option's code, options' codes in the edition's order, or yes or no. */
export type Answer = string | number | boolean | string[];
/** By the code of the question; one that is not answered is absent. */
export type Answers = Record<string, Answer>;

const YES: LocalText = { zh: '是', en: 'Yes' };
const NO: LocalText = { zh: '否', en: 'No' };
const alike = (text: string): LocalText => ({ zh: text, en: text });

/** An answer as it is read: options by name, numbers with their unit. A code that the question lacks stands for itself. */
export function answerWords(question: Question, answer: Answer): LocalText {
  if (question.kind === 'yesNo') return answer === true ? YES : NO;
  if (question.kind === 'number') {
    const text = alike(String(answer));
    return question.unit ? { zh: `${text.zh} ${question.unit.zh}`, en: `${text.en} ${question.unit.en}` } : text;
  }
  if (question.kind !== 'choice' && question.kind !== 'choices') return alike(String(answer));
  const nameOf = (code: unknown) =>
    question.options.find((option) => option.code === code)?.name ?? alike(String(code));
  return listed([answer].flat().map(nameOf));
}

/** The questions asked of a group, in the edition's order; of who has not chosen one, those asked of every group. */
export function questionsFor<Asked extends Pick<Question, 'groups'>>(
  questions: readonly Asked[],
  group: string | null,
): Asked[] {
  return questions.filter(({ groups }) => !groups || (group !== null && groups.includes(group)));
}

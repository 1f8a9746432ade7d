import type { Answer, Answers } from '@haishi/contracts';

/** An answer as its control holds it: a number as it was typed, told apart from a text. */
export type AnswerDraft = Exclude<Answer, number> | { typed: string };
export type AnswerDrafts = Record<string, AnswerDraft>;

const NUMBER = /^[+-]?\d{1,11}(\.\d{1,12})?$/;

export function draftAnswers(answers: Answers): AnswerDrafts {
  return Object.fromEntries(
    Object.entries(answers).map(([code, answer]) => [
      code,
      typeof answer === 'number' ? { typed: String(answer) } : answer,
    ]),
  );
}

/** What was typed as a number: null where nothing was, undefined where it is none. */
export function parseNumber(text: string): number | null | undefined {
  const typed = text.normalize('NFKC').trim();
  if (typed === '') return null;
  return NUMBER.test(typed) ? Number(typed) : undefined;
}

/** As the server takes them; what is empty, and a number that is none, is left out. */
export function bodyAnswers(drafts: AnswerDrafts): Answers {
  const body: Answers = {};
  for (const [code, draft] of Object.entries(drafts)) {
    const answer = typeof draft === 'object' && 'typed' in draft ? parseNumber(draft.typed) : draft;
    if (answer !== null && answer !== undefined && answer !== '' && !(Array.isArray(answer) && answer.length === 0))
      body[code] = answer;
  }
  return body;
}

/** The code of the first answer that was typed as a number and is none. */
export function unreadableAnswer(drafts: AnswerDrafts): string | undefined {
  return Object.entries(drafts).find(
    ([, draft]) => typeof draft === 'object' && 'typed' in draft && parseNumber(draft.typed) === undefined,
  )?.[0];
}

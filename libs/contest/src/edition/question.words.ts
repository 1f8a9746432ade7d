import type { LocalText, QuestionKind } from '@haishi/contracts';

/** What each kind of question is called. */
export const QUESTION_KIND_WORDS: Readonly<Record<QuestionKind, LocalText>> = {
  text: { zh: '一行文字', en: 'one line of text' },
  longText: { zh: '多行文字', en: 'several lines of text' },
  number: { zh: '数字', en: 'number' },
  date: { zh: '日期', en: 'day' },
  choice: { zh: '单选', en: 'one choice' },
  choices: { zh: '多选', en: 'several choices' },
  yesNo: { zh: '是或否', en: 'yes or no' },
};

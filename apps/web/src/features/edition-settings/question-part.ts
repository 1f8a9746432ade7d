import { type LocalText, QUESTION_KINDS, type QuestionKind } from '@haishi/contracts';
import { type OfKind, switchKind } from './part-kind';
import { blank, emptyPart, type Part, type Typed } from './part';

/** A question of the entry form as it is edited; which of the later values it has depends on its kind. */
export interface QuestionPart extends Part {
  help?: LocalText;
  kind: QuestionKind;
  required: boolean;
  groups?: string[];
  forJudges?: boolean;
  personal?: boolean;
  maxLength?: Typed;
  decimals?: Typed;
  unit?: LocalText;
  /** Numbers, or days where the kind is `date`. */
  min?: Typed;
  max?: Typed;
  options?: Part[];
}

export { QUESTION_KINDS };
const COMMON = ['code', 'name', 'help', 'kind', 'required', 'groups', 'forJudges', 'personal'];

export const emptyQuestion = (): QuestionPart => ({
  code: '',
  name: blank(),
  required: false,
  kind: 'text',
  maxLength: 200,
});

export function switchQuestion(question: QuestionPart, kind: string): void {
  switchKind(question, kind, { common: COMMON, usual });
}

function usual(kind: string, { options }: OfKind): OfKind {
  if (kind === 'text') return { maxLength: 200 };
  if (kind === 'longText') return { maxLength: 1000 };
  if (kind === 'number') return { decimals: 0 };
  if (kind === 'choice' || kind === 'choices') return { options: options ?? [emptyPart(), emptyPart()] };
  return {};
}

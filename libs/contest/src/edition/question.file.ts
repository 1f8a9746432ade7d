import { type LocalText, type Question, QUESTION_KINDS, type QuestionKind } from '@haishi/contracts';
import { isDay, parseFixed } from '@haishi/kernel';
import type { ShapeReader } from './shape-reader.js';

type Shape = Record<string, unknown>;

export const MAX_QUESTIONS = 40;
/** With at most four decimals every number up to it is told apart exactly. */
const LARGEST = 99_999_999_999;
const MOST_DECIMALS = 4;
const LONGEST = { text: 500, longText: 5000 } as const;

const COMMON = ['code', 'name', 'help', 'kind', 'required', 'groups', 'forJudges', 'personal'];
/** What each kind knows besides. */
const OF_KIND: Record<QuestionKind, readonly string[]> = {
  text: ['maxLength'],
  longText: ['maxLength'],
  number: ['unit', 'min', 'max', 'decimals'],
  date: ['min', 'max'],
  choice: ['options'],
  choices: ['options'],
  yesNo: [],
};

/** Reads the questions 报名表单 of an edition file. */
export function readQuestions(reader: ShapeReader, top: Shape, groups: readonly string[]): Question[] {
  const questions = reader.list(top, 'questions', '', { min: 0, max: MAX_QUESTIONS }, (value, path) =>
    readQuestion(reader, value, path, groups),
  );
  reader.unique(
    questions.map(({ code }) => code),
    'questions',
    'code',
  );
  return questions;
}

function readQuestion(reader: ShapeReader, value: unknown, path: string, groups: readonly string[]): Question {
  const stated = isShape(value) ? (value['kind'] as QuestionKind) : undefined;
  const ofKind = stated !== undefined && Object.hasOwn(OF_KIND, stated) ? OF_KIND[stated] : undefined;
  const from = reader.object(value, path, [...COMMON, ...(ofKind ?? Object.values(OF_KIND).flat())]);
  const help = reader.optionalLocal(from, 'help', path, 500);
  const only = reader.codesAmong(from, 'groups', path, groups);
  const marks = { ...flag(reader, from, 'forJudges', path), ...flag(reader, from, 'personal', path) };
  if (marks.forJudges && marks.personal) reader.fail(`${path}.forJudges`, 'edition.personal_question_for_judges');
  return {
    code: reader.code(from, path),
    name: reader.local(from, 'name', path, 200),
    ...(help ? { help } : {}),
    required: reader.bool(from, 'required', path),
    ...(only ? { groups: only } : {}),
    ...marks,
    ...readKind(reader, from, path, reader.choice(from, 'kind', path, QUESTION_KINDS), ofKind !== undefined),
  };
}

type Without<Whole, Key extends PropertyKey> = Whole extends unknown ? Omit<Whole, Key> : never;
type OfKind = Without<Question, 'code' | 'name' | 'help' | 'required' | 'groups' | 'forJudges' | 'personal'>;

/** Of a kind that is none nothing more is asked. */
function readKind(reader: ShapeReader, from: Shape, path: string, kind: QuestionKind, known: boolean): OfKind {
  if (!known) return { kind: 'yesNo' };
  if (kind === 'text' || kind === 'longText')
    return { kind, maxLength: reader.int(from, 'maxLength', path, 1, LONGEST[kind]) };
  if (kind === 'number') return { kind, ...readNumber(reader, from, path) };
  if (kind === 'date') {
    const [min, max] = [readDay(reader, from, 'min', path), readDay(reader, from, 'max', path)];
    if (min !== undefined && max !== undefined && max < min) reader.fail(`${path}.max`, 'edition.range_limits');
    return { kind, ...given('min', min), ...given('max', max) };
  }
  if (kind === 'yesNo') return { kind };
  const options = reader.list(from, 'options', path, { min: 2, max: 50 }, (value, at) => {
    const option = reader.object(value, at, ['code', 'name']);
    return { code: reader.code(option, at), name: reader.local(option, 'name', at, 200) };
  });
  reader.unique(
    options.map(({ code }) => code),
    `${path}.options`,
    'code',
  );
  return { kind, options };
}

function readNumber(
  reader: ShapeReader,
  from: Shape,
  path: string,
): { decimals: number; unit?: LocalText; min?: number; max?: number } {
  const decimals = reader.int(from, 'decimals', path, 0, MOST_DECIMALS);
  const unit = reader.optionalLocal(from, 'unit', path, 20);
  const end = (name: 'min' | 'max'): number | undefined => {
    const value = from[name];
    if (value === undefined || value === null) return undefined;
    if (typeof value !== 'number') reader.fail(`${path}.${name}`, 'common.not_a_number');
    else if (!isNumberWithin(value, reader.told(`${path}.decimals`) ? MOST_DECIMALS : decimals))
      reader.fail(`${path}.${name}`, 'edition.number_limit', { decimals });
    else return value;
    return undefined;
  };
  const [min, max] = [end('min'), end('max')];
  if (min !== undefined && max !== undefined && max < min) reader.fail(`${path}.max`, 'edition.range_limits');
  return { decimals, ...(unit ? { unit } : {}), ...given('min', min), ...given('max', max) };
}

/** Whether a number has at most so many decimals and is small enough to be kept exactly. */
export function isNumberWithin(value: number, decimals: number): boolean {
  return Math.abs(value) <= LARGEST && parseFixed(String(value), decimals) !== undefined;
}

function readDay(reader: ShapeReader, from: Shape, name: 'min' | 'max', path: string): string | undefined {
  const value = from[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string' && isDay(value)) return value;
  reader.fail(`${path}.${name}`, 'edition.bad_day');
  return undefined;
}

function flag<Name extends 'forJudges' | 'personal'>(
  reader: ShapeReader,
  from: Shape,
  name: Name,
  path: string,
): Partial<Record<Name, true>> {
  if (from[name] === undefined || !reader.bool(from, name, path)) return {};
  return { [name]: true } as Partial<Record<Name, true>>;
}

function given<Name extends string, Value>(name: Name, value: Value | undefined): Partial<Record<Name, Value>> {
  return value === undefined ? {} : ({ [name]: value } as Partial<Record<Name, Value>>);
}

function isShape(value: unknown): value is Shape {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

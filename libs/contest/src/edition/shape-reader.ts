import type { LocalText } from '@haishi/contracts';
import type { FieldFailure, FailureParams } from '@haishi/kernel';
import { lacks } from './codes.rules.js';

type Shape = Record<string, unknown>;

/** Codes of divisions, regions, groups, stages and criteria: they stand in project numbers, scopes and addresses. */
export const CODE_PATTERN = /^[A-Z0-9]{1,12}$/;

/**
 * Reads a JSON document of ours piece by piece and collects every fault with its path, instead of stopping at the first.
 * A faulty piece is answered by a harmless value; what was read counts only while `failures` is empty. A fault that only follows
 * from another is not told: what compares pieces asks whether they were {@link told}.
 */
export class ShapeReader {
  readonly failures: FieldFailure[] = [];
  /** Where an object should stand and none does. */
  private readonly unread: string[] = [];

  fail(field: string, code: string, params?: FailureParams): void {
    if (this.unread.some((path) => isWithin(field, path))) return;
    this.failures.push({ field, code, ...(params ? { params } : {}) });
  }

  /** Whether what stands at `field` is faulty, somewhere within it or where it should stand. */
  told(field: string): boolean {
    return (
      this.unread.some((path) => isWithin(field, path)) || this.failures.some((fault) => isWithin(fault.field, field))
    );
  }

  /** An object with no other keys than `known`. */
  object(value: unknown, path: string, known: readonly string[]): Shape {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      this.fail(path, value === undefined || value === null ? 'common.required' : 'edition.not_an_object');
      this.unread.push(path);
      return {};
    }
    for (const name of Object.keys(value))
      if (!known.includes(name)) this.fail(join(path, name), 'common.unknown_field', { name });
    return value as Shape;
  }

  text(from: Shape, name: string, path: string, max: number, pattern?: RegExp): string {
    return this.textAt(from[name], join(path, name), max, pattern);
  }

  textAt(value: unknown, field: string, max: number, pattern?: RegExp): string {
    if (value === undefined || value === null || value === '') return this.refuse(field, '', 'common.required');
    if (typeof value !== 'string') return this.refuse(field, '', 'common.not_a_text');
    const text = value.trim();
    if (text.length > max) return this.refuse(field, '', 'common.text_too_long', { max, length: text.length });
    if (text === '') return this.refuse(field, '', 'common.required');
    if (pattern && !pattern.test(text)) return this.refuse(field, '', 'common.bad_format');
    return text;
  }

  code(from: Shape, path: string): string {
    return this.text(from, 'code', path, 12, CODE_PATTERN);
  }

  /** A text in both languages. */
  local(from: Shape, name: string, path: string, max: number): LocalText {
    const field = join(path, name);
    const value = this.object(from[name], field, ['zh', 'en']);
    return { zh: this.text(value, 'zh', field, max), en: this.text(value, 'en', field, max) };
  }

  optionalLocal(from: Shape, name: string, path: string, max: number): LocalText | undefined {
    return from[name] === undefined || from[name] === null ? undefined : this.local(from, name, path, max);
  }

  int(from: Shape, name: string, path: string, min: number, max: number): number {
    const field = join(path, name);
    const value = from[name];
    if (value === undefined || value === null) return this.refuse(field, min, 'common.required');
    if (typeof value !== 'number') return this.refuse(field, min, 'common.not_a_number');
    if (!Number.isSafeInteger(value)) return this.refuse(field, min, 'common.not_an_integer');
    if (value < min || value > max) return this.refuse(field, min, 'common.number_out_of_range', { min, max });
    return value;
  }

  bool(from: Shape, name: string, path: string): boolean {
    const value = from[name];
    if (typeof value === 'boolean') return value;
    return this.refuse(
      join(path, name),
      false,
      value === undefined || value === null ? 'common.required' : 'common.not_a_boolean',
    );
  }

  choice<Choice extends string>(from: Shape, name: string, path: string, choices: readonly Choice[]): Choice {
    return this.choiceAt(from[name], join(path, name), choices);
  }

  choiceAt<Choice extends string>(value: unknown, field: string, choices: readonly Choice[]): Choice {
    if (choices.includes(value as Choice)) return value as Choice;
    const missing = value === undefined || value === null;
    return this.refuse(
      field,
      choices[0]!,
      missing ? 'common.required' : 'common.not_a_choice',
      missing ? undefined : { choices: choices.join(', ') },
    );
  }

  list<Item>(
    from: Shape,
    name: string,
    path: string,
    bounds: { min: number; max: number },
    read: (value: unknown, path: string) => Item,
  ): Item[] {
    const field = join(path, name);
    const value = from[name];
    if (value === undefined || value === null) return bounds.min === 0 ? [] : this.refuse(field, [], 'common.required');
    if (!Array.isArray(value)) return this.refuse(field, [], 'common.not_a_list');
    if (value.length > bounds.max)
      return this.refuse(field, [], 'common.list_too_long', { max: bounds.max, length: value.length });
    if (value.length < bounds.min) return this.refuse(field, [], 'common.list_too_short', { min: bounds.min });
    return value.map((one, index) => read(one, join(field, String(index))));
  }

  /** A list of codes, each among `known`; absent where it is empty, which stands for all. */
  codesAmong(from: Shape, name: string, path: string, known: readonly string[]): string[] | undefined {
    const codes = this.list(from, name, path, { min: 0, max: 50 }, (code, at) => {
      if (lacks(known, code as string)) this.fail(at, 'edition.code_unknown', { code: String(code).slice(0, 40) });
      return String(code);
    });
    return codes.length > 0 ? codes : undefined;
  }

  /** Names every entry of the list at `path` whose `key` stood there before. */
  unique(values: readonly string[], path: string, key: string): void {
    const seen = new Set<string>();
    values.forEach((value, index) => {
      if (value !== '' && seen.has(value))
        this.fail(`${path}.${index}.${key}`, 'edition.code_repeated', { code: value });
      seen.add(value);
    });
  }

  private refuse<Value>(field: string, value: Value, code: string, params?: FailureParams): Value {
    this.fail(field, code, params);
    return value;
  }
}

function isWithin(field: string, path: string): boolean {
  return path === '' || field === path || field.startsWith(`${path}.`);
}

function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}

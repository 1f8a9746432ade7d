import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import type { ErrorCode } from '@haishi/contracts';
import { parseMail, parsePhone, type FailureParams } from '@haishi/kernel';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateBy,
  ValidateNested,
  type ValidationOptions,
} from 'class-validator';
import { tidyLine, tidyText } from './tidy-text.js';

/** Options that every field of a DTO takes. */
interface FieldOptions {
  /** May be absent or null. */
  optional?: boolean;
  description?: string;
}

const fails = (code: ErrorCode, params: FailureParams = {}): ValidationOptions => ({
  context: { code, params },
});

/** class-validator drops the context of a rule of our own that has no message. */
const defaultMessage = () => 'format';

function field(options: FieldOptions, api: ApiPropertyOptions, ...rules: PropertyDecorator[]): PropertyDecorator {
  const { optional = false, description } = options;
  return applyDecorators(
    ApiProperty({
      ...api,
      required: !optional,
      ...(optional ? { nullable: true } : {}),
      ...(description ? { description } : {}),
    } as ApiPropertyOptions),
    ...rules,
    ...(optional ? [IsOptional()] : []),
  );
}

interface TextOptions extends FieldOptions {
  max: number;
  min?: number;
  pattern?: RegExp;
}

/** A text; white space around it and characters that cannot be seen are dropped, unless it is `raw`. `min` is 1 unless said otherwise, so an empty text is refused. */
export function TextField(options: TextOptions & { raw?: boolean }): PropertyDecorator {
  return textOf(options, options.raw ? (text) => text : tidyText);
}

/** A name or a title: a text of one line, with a space where it was broken. */
export function LineField(options: TextOptions): PropertyDecorator {
  return textOf(options, tidyLine);
}

function textOf(options: TextOptions, tidy: (text: string) => string): PropertyDecorator {
  const min = options.min ?? (options.optional ? 0 : 1);
  return field(
    options,
    { type: String, maxLength: options.max, minLength: min },
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? tidy(value) : value)),
    IsString(fails('common.not_a_text')),
    MaxLength(options.max, fails('common.text_too_long', { max: options.max })),
    MinLength(min, min === 1 ? fails('common.required') : fails('common.text_too_short', { min })),
    ...(options.pattern ? [Matches(options.pattern, fails('common.bad_format'))] : []),
  );
}

/** A safe integer. */
export function IntField(options: FieldOptions & { min?: number; max?: number } = {}): PropertyDecorator {
  const min = options.min ?? Number.MIN_SAFE_INTEGER;
  const max = options.max ?? Number.MAX_SAFE_INTEGER;
  return field(
    options,
    { type: 'integer', minimum: min, maximum: max },
    IsInt(fails('common.not_an_integer')),
    Min(min, fails('common.number_out_of_range', { min, max })),
    Max(max, fails('common.number_out_of_range', { min, max })),
  );
}

/** A whole number in a query string. */
export function IntQuery(options: FieldOptions & { min?: number; max?: number } = {}): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value,
    ),
    IntField(options),
  );
}

export function BoolField(options: FieldOptions = {}): PropertyDecorator {
  return field(options, { type: Boolean }, IsBoolean(fails('common.not_a_boolean')));
}

/** One of a fixed set of words. */
export function ChoiceField(choices: readonly string[], options: FieldOptions = {}): PropertyDecorator {
  return field(
    options,
    { type: String, enum: [...choices] },
    IsIn(choices, fails('common.not_a_choice', { choices: choices.join(', ') })),
  );
}

/** An id of ours or one made on a device: a lower-case UUID. */
export function IdField(options: FieldOptions = {}): PropertyDecorator {
  return field(
    options,
    { type: String, format: 'uuid' },
    Matches(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/, fails('common.not_an_id')),
  );
}

/** A moment, as ISO 8601 with a zone; becomes a `Date`. */
export function InstantField(options: FieldOptions = {}): PropertyDecorator {
  return field(
    options,
    { type: String, format: 'date-time' },
    IsISO8601({ strict: true, strictSeparator: true }, fails('common.not_a_date')),
    Matches(/(Z|[+-]\d{2}:\d{2})$/, fails('common.not_a_date')),
  );
}

/** A mail address, kept in normal form. */
export function MailField(options: FieldOptions = {}): PropertyDecorator {
  return field(
    options,
    { type: String, format: 'email', maxLength: 254 },
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? (parseMail(value) ?? value) : value)),
    ValidateBy(
      {
        name: 'isMail',
        validator: { validate: (value) => typeof value === 'string' && parseMail(value) === value, defaultMessage },
      },
      fails('common.bad_format'),
    ),
  );
}

/** A phone number, kept in normal form. */
export function PhoneField(options: FieldOptions = {}): PropertyDecorator {
  return field(
    options,
    { type: String, maxLength: 16 },
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? (parsePhone(value) ?? value) : value)),
    ValidateBy(
      {
        name: 'isPhone',
        validator: { validate: (value) => typeof value === 'string' && parsePhone(value) === value, defaultMessage },
      },
      fails('common.bad_format'),
    ),
  );
}

/** A nested object of class `type`. */
export function ObjectField<Value extends object>(
  type: () => new () => Value,
  options: FieldOptions = {},
): PropertyDecorator {
  return field(
    options,
    { type: () => type() } as ApiPropertyOptions,
    IsObject(fails('common.invalid')),
    ValidateNested(),
    Type(type),
  );
}

interface ListOptions extends FieldOptions {
  max: number;
  min?: number;
}

function listRules(options: ListOptions): PropertyDecorator[] {
  return [
    IsArray(fails('common.not_a_list')),
    ArrayMaxSize(options.max, fails('common.list_too_long', { max: options.max })),
    ArrayMinSize(options.min ?? 0, fails('common.list_too_short', { min: options.min ?? 0 })),
  ];
}

/** A list of objects of class `type`. */
export function ListField<Value extends object>(type: () => new () => Value, options: ListOptions): PropertyDecorator {
  return field(
    options,
    { type: () => type(), isArray: true, maxItems: options.max } as ApiPropertyOptions,
    ...listRules(options),
    ValidateNested({ each: true }),
    Type(type),
  );
}

/** A list of texts. */
export function TextListField(
  options: ListOptions & { maxLength: number; choices?: readonly string[] },
): PropertyDecorator {
  return field(
    options,
    {
      type: String,
      isArray: true,
      maxItems: options.max,
      ...(options.choices ? { enum: [...options.choices] } : {}),
    } as ApiPropertyOptions,
    ...listRules(options),
    IsString({ each: true, ...fails('common.not_a_text') }),
    MaxLength(options.maxLength, { each: true, ...fails('common.text_too_long', { max: options.maxLength }) }),
    ...(options.choices
      ? [
          IsIn([...options.choices], {
            each: true,
            ...fails('common.not_a_choice', { choices: options.choices.join(', ') }),
          }),
        ]
      : []),
  );
}

/** A free object whose content the domain checks itself. */
export function JsonField(options: FieldOptions = {}): PropertyDecorator {
  return field(
    options,
    { type: 'object', additionalProperties: true } as ApiPropertyOptions,
    IsObject(fails('common.invalid')),
  );
}

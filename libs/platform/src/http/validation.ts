import { type ArgumentMetadata, Injectable, type PipeTransform, type Type } from '@nestjs/common';
import { failure } from '@haishi/contracts';
import type { FieldFailure, FailureParams } from '@haishi/kernel';
import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';

const PLAIN_TYPES: unknown[] = [String, Number, Boolean, Array, Object, Date, undefined];

interface FailureContext {
  code: string;
  params?: FailureParams;
}

function collect(errors: ValidationError[], path: string, into: FieldFailure[]): void {
  for (const error of errors) {
    const field = path === '' ? error.property : `${path}.${error.property}`;
    for (const [rule, message] of Object.entries(error.constraints ?? {})) {
      if (rule === 'whitelistValidation') {
        into.push(unknownField(field, error.property));
        break;
      }
      if (error.value === undefined || error.value === null) {
        into.push({ field, code: 'common.required' });
        break;
      }
      const context = (error.contexts?.[rule] as FailureContext | undefined) ?? { code: 'common.invalid' };
      const params = { ...context.params };
      if (typeof error.value === 'string' || Array.isArray(error.value)) params['length'] = error.value.length;
      into.push({ field, code: context.code, params });
      void message;
      break;
    }
    collect(error.children ?? [], field, into);
  }
}

const unknownField = (field: string, name: string): FieldFailure => ({
  field,
  code: 'common.unknown_field',
  params: { name },
});

/** Whether every object has something of this name, such as `constructor`; no field and no code of ours is called so. */
const isInherited = (name: string): boolean => name in Object.prototype;

/** How deep objects and lists may lie in each other; an edition's file, our deepest, needs a dozen. */
const MOST_DEEP = 100;

/** The fields of such names, however deep. Fails with `common.too_deep`, before anything that follows runs out of stack. */
function inheritedFields(value: unknown, path: readonly string[] = []): FieldFailure[] {
  if (typeof value !== 'object' || value === null) return [];
  if (path.length > MOST_DEEP) throw failure('common.too_deep', { field: path[0]!, params: { max: MOST_DEEP } });
  return Object.entries(value).flatMap(([name, part]) => {
    const field = [...path, name];
    return isInherited(name) ? [unknownField(field.join('.'), name)] : inheritedFields(part, field);
  });
}

const withoutInherited = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (name, part: unknown) => (isInherited(name) ? undefined : part));

/** What came in as an instance of the DTO, and every fault by its field. Unknown fields are faults. Fails with `common.too_deep`. */
export function readInput<Input extends object>(
  type: Type<Input>,
  value: unknown,
): { input: Input; faults: FieldFailure[] } {
  const faults = inheritedFields(value);
  // class-transformer drops them unsaid or fails, and class-validator takes some of them for known.
  const rest = faults.length > 0 ? withoutInherited(value) : value;
  const input = plainToInstance(type, rest ?? {}, { exposeDefaultValues: true });
  collect(validateSync(input, { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true }), '', faults);
  return { input, faults };
}

/** Turns what came in into an instance of the DTO, or fails naming every faulty field. Unknown fields are refused. */
@Injectable()
export class InputPipe implements PipeTransform {
  async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const type = metadata.metatype as Type<object> | undefined;
    if (metadata.type === 'custom' || type === undefined || PLAIN_TYPES.includes(type)) return value;
    const { input, faults } = readInput(type, value);
    if (faults.length > 0) throw failure('common.invalid', { fields: faults });
    return input;
  }
}

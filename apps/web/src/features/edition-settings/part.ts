import type { LocalText } from '@haishi/contracts';

/** What a field holds while it is typed: a number once it is one, the text as it stands until then. */
export type Typed = number | string | null;

/** A member of a list, which says what it is by a name or by a text. */
export interface Coded {
  code: string;
  name?: LocalText;
  text?: LocalText;
}
export interface Part extends Coded {
  name: LocalText;
}
export const blank = (): LocalText => ({ zh: '', en: '' });

export const emptyPart = (): Part => ({ code: '', name: blank() });

/** Sets what may be missing: left out where it is empty, so that filling it in and emptying it again is no change. */
export function put<Target extends object, Name extends keyof Target>(
  target: Target,
  name: Name,
  value: Target[Name] | null | undefined,
): void {
  const nothing = value === null || value === undefined || value === '' || value === false;
  if (nothing || (Array.isArray(value) && value.length === 0)) delete target[name];
  else target[name] = value;
}

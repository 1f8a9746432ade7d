import type { FailureKind } from '@haishi/kernel';
import type { Locale, LocalText } from '../locale.js';

export interface ErrorText extends LocalText {
  kind: FailureKind;
}
export type ErrorCatalogue = Record<string, ErrorText>;

/** The wording of `code` in `locale`, its `{parameters}` filled in; the code itself where `catalogue` lacks it. */
export function errorTextIn(
  catalogue: ErrorCatalogue,
  code: string,
  locale: Locale,
  params: Record<string, string | number> = {},
): string {
  const entry = catalogue[code];
  if (!entry) return code;
  return entry[locale].replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}

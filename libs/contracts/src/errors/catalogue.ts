import type { FailureKind, FailureParams } from '@haishi/kernel';
import { listIn, type Locale, type LocalText } from '../locale.js';

export interface ErrorText extends LocalText {
  kind: FailureKind;
}
export type ErrorCatalogue = Record<string, ErrorText>;

/** The wording of `code` in `locale`, its `{parameters}` filled in; the code itself where `catalogue` lacks it. */
export function errorTextIn(
  catalogue: ErrorCatalogue,
  code: string,
  locale: Locale,
  params: FailureParams = {},
): string {
  const entry = catalogue[code];
  if (!entry) return code;
  return entry[locale].replace(/\{(\w+)\}/g, (whole, name: string) => listIn(locale, [params[name] ?? whole].flat()));
}

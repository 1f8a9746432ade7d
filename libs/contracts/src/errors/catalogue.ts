import type { FailureKind } from '@haishi/kernel';
import type { LocalText } from '../locale.js';

export interface ErrorText extends LocalText {
  kind: FailureKind;
}
export type ErrorCatalogue = Record<string, ErrorText>;

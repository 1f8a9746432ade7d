import type { ErrorCatalogue } from './catalogue.js';

export const CONTEST_ERRORS = {} as const satisfies ErrorCatalogue;

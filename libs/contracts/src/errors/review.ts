import type { ErrorCatalogue } from './catalogue.js';

export const REVIEW_ERRORS = {} as const satisfies ErrorCatalogue;

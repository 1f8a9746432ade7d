import type { ErrorCatalogue } from './catalogue.js';

export const FILES_ERRORS = {} as const satisfies ErrorCatalogue;

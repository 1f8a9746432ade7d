import type { ErrorCatalogue } from './catalogue.js';

export const IDENTITY_ERRORS = {} as const satisfies ErrorCatalogue;

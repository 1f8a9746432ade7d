import type { ErrorCatalogue } from './catalogue.js';

export const FAIR_ERRORS = {} as const satisfies ErrorCatalogue;

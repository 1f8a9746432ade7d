import type { ErrorCatalogue } from './catalogue.js';

export const ATTENDANCE_ERRORS = {} as const satisfies ErrorCatalogue;

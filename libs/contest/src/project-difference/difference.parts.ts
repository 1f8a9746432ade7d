import { DifferenceController } from './difference.controller.js';
import { DifferenceReader } from './difference.reader.js';

/** Differences between submissions, a part of the contest's module. */
export const DIFFERENCE_CONTROLLERS = [DifferenceController];
export const DIFFERENCE_PROVIDERS = [DifferenceReader];

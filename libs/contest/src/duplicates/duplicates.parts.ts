import { DuplicatesController } from './duplicates.controller.js';
import { DuplicateQueries } from './duplicates.queries.js';
import { DuplicatesReader } from './duplicates.reader.js';
import { ProjectMarks } from './marks.js';

/** Projects that may be one project handed in twice, a part of the contest's module. */
export const DUPLICATES_CONTROLLERS = [DuplicatesController];
export const DUPLICATES_PROVIDERS = [DuplicateQueries, DuplicatesReader, ProjectMarks];

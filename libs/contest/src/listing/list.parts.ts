import { ListFiles } from './list.files.js';

/** Lists made into files, a part of the contest's module. */
export const LIST_PROVIDERS = [ListFiles];

import { nameIndex } from './lookup.js';
import { UNIVERSITY_ROWS } from './universities.data.js';

/** A university of the Double First-Class list 双一流. Its Chinese name is its key. */
export interface University {
  zh: string;
  en: string;
  /** The full Chinese name of the province that runs it or in which it lies, as in `PROVINCES`. */
  province: string;
  /** Short forms and earlier names. */
  aliases: readonly string[];
}

export const UNIVERSITIES: readonly University[] = UNIVERSITY_ROWS.map(([zh, en, province, ...aliases]) => ({
  zh,
  en,
  province,
  aliases,
}));

/**
 * The university a person means by `text`: its Chinese or English name, a short form or an earlier name,
 * in any width, with any brackets. `undefined` for a name that is not on the list or belongs to several.
 */
export const findUniversity = nameIndex(UNIVERSITIES, ({ zh, en, aliases }) => [
  zh,
  en,
  en.replace(/^The /, ''),
  ...aliases,
]);

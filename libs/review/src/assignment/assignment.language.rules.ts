import type { AssignmentEntry, AssignmentJudge, AssignmentRules } from './assignment.model.js';

/** Whether the rules keep a judge from an entry that is in a language which they do not read. */
export function cannotRead(
  { languages }: Pick<AssignmentJudge, 'languages'>,
  { language }: Pick<AssignmentEntry, 'language'>,
  { readLanguages }: Pick<AssignmentRules, 'readLanguages'>,
): boolean {
  return readLanguages === true && language != null && languages != null && !languages.includes(language);
}

import type { AssignmentEntry, AssignmentJudge, AssignmentRules } from './assignment.model.js';

/** Whether the rules keep a judge from an entry that is in a language which they do not read. */
export function cannotRead(
  { languages }: Pick<AssignmentJudge, 'languages'>,
  { language }: Pick<AssignmentEntry, 'language'>,
  { readLanguages }: Pick<AssignmentRules, 'readLanguages'>,
): boolean {
  return readLanguages === true && language != null && languages != null && !languages.includes(language);
}

/** Whether the rules keep a judge from an entry that is of their own region. */
export function isOfHome(
  { region }: Pick<AssignmentJudge, 'region'>,
  entry: Pick<AssignmentEntry, 'region'>,
  { awayFromHome }: Pick<AssignmentRules, 'awayFromHome'>,
): boolean {
  return awayFromHome && region != null && region === entry.region;
}

/** Rules that keep judges from some entries, and which pairs may nevertheless be: when they are off, and whom they keep. */
export const EXCEPTED = {
  home_region: { off: { awayFromHome: false }, keeps: isOfHome },
  language: { off: { readLanguages: false }, keeps: cannotRead },
} as const;
export type ExceptedRule = keyof typeof EXCEPTED;

import { type Affiliation, organisationKey } from '@haishi/review/rules';
import { declaredAt, type Interest, interestIn, type Involved, type Tying } from './interest.rules.js';

/** A judge who has an interest in a project. */
export interface FoundInterest {
  projectId: string;
  personId: string;
  interest: Interest;
  /** When the judge declared it; null where it follows from the record alone. */
  declaredAt: Date | null;
}

/**
 * Finds every interest of these judges in lists of projects, as {@link interestIn} has it of one. Only judges who share a name,
 * a code or an address with a project are looked at, so that thousands of projects and hundreds of judges take no time.
 */
export function interestsAmong(
  judges: readonly Involved[],
): (projects: readonly (Tying & { id: string })[]) => FoundInterest[] {
  const byMark = new Map<string, Involved[]>();
  for (const judge of judges)
    for (const mark of new Set(marksOf([judge.personId], judge.mails, judge.worksFor)))
      byMark.set(mark, [...(byMark.get(mark) ?? []), judge]);
  return (projects) =>
    projects.flatMap((project) => {
      const mails = project.members.map(({ mail }) => mail.toLowerCase());
      const near = new Set(
        marksOf(
          [project.ownerId, ...project.formerOwnerIds, ...project.teammateIds],
          mails,
          project.organisations,
        ).flatMap((mark) => byMark.get(mark) ?? []),
      );
      return [...near].flatMap((judge) => {
        const interest = interestIn(project, judge);
        const { id: projectId } = project;
        return interest
          ? [{ projectId, personId: judge.personId, interest, declaredAt: declaredAt(project, judge) }]
          : [];
      });
    });
}

function marksOf(
  personIds: readonly string[],
  mails: readonly string[],
  affiliations: readonly Affiliation[],
): string[] {
  const names = affiliations.flatMap(({ name, creditCode }) => [
    `name ${organisationKey(name)}`,
    ...(creditCode ? [`code ${creditCode.toUpperCase()}`] : []),
  ]);
  return [...personIds.map((id) => `person ${id}`), ...mails.map((mail) => `mail ${mail}`), ...names].filter(
    (mark) => mark !== 'name ',
  );
}

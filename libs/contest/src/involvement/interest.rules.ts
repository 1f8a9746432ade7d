import { type Affiliation, type DeclaredTies, sameOrganisation } from '@haishi/review/rules';
import type { ProjectBrief } from '../project/project.queries.js';
import { belongsTo } from '../project/project.rules.js';

/**
 * How a person stands to a project: has it or had it before it was passed on, belongs to its team, works for its organisation, or is
 * named in its team by their address without ever having accepted that. A code, worded by pages.
 */
export type Interest = 'owner' | 'member' | 'organisation' | 'named';

/** The code for who was recused from the project on another panel; worded by pages as an {@link Interest} is. */
export const ELSEWHERE = 'elsewhere';

/** What is on record of a person, as far as it can tie them to a project. */
export interface Involved {
  personId: string;
  /** In normal form. */
  mail: string | null;
  /** What they declared to be tied to included. */
  worksFor: readonly Affiliation[];
  /** What of it they declared themselves, in each pool of experts that has them. */
  ties?: readonly DeclaredTies[];
}

/** What of a project can tie a person to it. */
export type Tying = Pick<
  ProjectBrief,
  'ownerId' | 'formerOwnerIds' | 'teammateIds' | 'creditCode' | 'organisationName'
> & {
  members: readonly { mail: string }[];
};

/** The person's interest in the project 利害关系, as it stands in the record; for which they neither judge nor key nor decide on it. */
export function interestIn(project: Tying, { personId, mail, worksFor }: Involved): Interest | undefined {
  if (project.ownerId === personId || project.formerOwnerIds.includes(personId)) return 'owner';
  if (project.teammateIds.includes(personId)) return 'member';
  if (worksFor.some((one) => sameOrganisation(one, organisationOf(project)))) return 'organisation';
  return belongsTo({ id: personId, mail }, project) ? 'named' : undefined;
}

/** When the person declared a tie to the project's organisation last; null where they did not, whatever else the record has. */
export function declaredAt(
  project: Pick<ProjectBrief, 'creditCode' | 'organisationName'>,
  { ties = [] }: Pick<Involved, 'ties'>,
): Date | null {
  const own = organisationOf(project);
  const declared = ties.flatMap(({ at, to }) => (to.some((one) => sameOrganisation(one, own)) ? [at] : []));
  return declared.sort((one, other) => other.getTime() - one.getTime())[0] ?? null;
}

const organisationOf = ({
  creditCode,
  organisationName: name,
}: Pick<ProjectBrief, 'creditCode' | 'organisationName'>): Affiliation => ({ creditCode, name });

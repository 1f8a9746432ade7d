import { type Affiliation, type DeclaredTies, sameOrganisation } from '@haishi/review/rules';
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
  /** Of the account and of each pool of experts, in normal form. */
  mails: readonly string[];
  /** What they declared to be tied to included. */
  worksFor: readonly Affiliation[];
  /** What of it they declared themselves, in each pool of experts that has them. */
  ties?: readonly DeclaredTies[];
}

/** What of a project can tie a person to it. */
export interface Tying {
  ownerId: string;
  formerOwnerIds: readonly string[];
  teammateIds: readonly string[];
  /** As its entrant's working copy states it, and as what was handed in last does. */
  organisations: readonly Affiliation[];
  /** Of the working copy, and of whatever was handed in. */
  members: readonly { mail: string }[];
}

/** The person's interest in the project 利害关系, as it stands in the record; for which they neither judge nor key nor decide on it. */
export function interestIn(project: Tying, { personId, mails, worksFor }: Involved): Interest | undefined {
  if (project.ownerId === personId || project.formerOwnerIds.includes(personId)) return 'owner';
  if (project.teammateIds.includes(personId)) return 'member';
  if (worksFor.some((one) => isOf(project, one))) return 'organisation';
  return belongsTo({ id: personId, mails }, project) ? 'named' : undefined;
}

/** When the person declared a tie to the project's organisation last; null where they did not, whatever else the record has. */
export function declaredAt(project: Pick<Tying, 'organisations'>, { ties = [] }: Pick<Involved, 'ties'>): Date | null {
  const declared = ties.flatMap(({ at, to }) => (to.some((one) => isOf(project, one)) ? [at] : []));
  return declared.sort((one, other) => other.getTime() - one.getTime())[0] ?? null;
}

const isOf = ({ organisations }: Pick<Tying, 'organisations'>, one: Affiliation): boolean =>
  organisations.some((own) => sameOrganisation(one, own));

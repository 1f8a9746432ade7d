import { normaliseWidth, parseCreditCode } from '@haishi/kernel';

/** An organisation as far as a tie to it can be told: by its code where both have one, else by its name. */
export interface Affiliation {
  organisationId?: string | null;
  creditCode?: string | null;
  name?: string | null;
}

/**
 * Whether two affiliations are the same organisation, so that the seat must be recused 回避.
 * A code decides alone where both sides have one: two branches may bear one name.
 */
export function sameOrganisation(one: Affiliation, other: Affiliation): boolean {
  if (one.organisationId && one.organisationId === other.organisationId) return true;
  const [mine, theirs] = [one, other].map(({ creditCode }) => (creditCode ? parseCreditCode(creditCode) : undefined));
  if (mine && theirs) return mine === theirs;
  const name = plainName(one.name);
  return name !== '' && name === plainName(other.name);
}

/** A name without the differences that typing makes: width, case, white space, points. */
export function plainName(name: string | null | undefined): string {
  return normaliseWidth(name ?? '')
    .toLowerCase()
    .replace(/[\s·.,。]/g, '');
}

import { normaliseWidth, parseCreditCode, withoutUnseen } from '@haishi/kernel';
import { institutionKey } from '@haishi/reference';

/** An organisation as far as a tie to it can be told: by its code where both have one, else by its name. */
export interface Affiliation {
  organisationId?: string | null;
  creditCode?: string | null;
  name?: string | null;
}

/**
 * Whether two affiliations are the same organisation, so that the seat must be recused 回避.
 * A code decides alone where both sides have one: two branches may bear one name. Names of universities and institutes are
 * the same whatever they are called, such as 河北科大 and 河北科技大学.
 */
export function sameOrganisation(one: Affiliation, other: Affiliation): boolean {
  if (one.organisationId && one.organisationId === other.organisationId) return true;
  const [mine, theirs] = [one, other].map(({ creditCode }) => (creditCode ? parseCreditCode(creditCode) : undefined));
  if (mine && theirs) return mine === theirs;
  const name = organisationKey(one.name);
  return name !== '' && name === organisationKey(other.name);
}

/** The organisations to which a judge declared a tie. */
export interface DeclaredTies {
  /** When they did last. */
  at: Date;
  to: readonly Affiliation[];
}

/** What was decided of a judge and an entry before: recused; not recused, since a recusal was dismissed then; nothing yet. */
export type TieDecision = 'recused' | Date | undefined;

/**
 * Whether a tie that was found recuses the judge now. A recusal that is there stays as it is. A dismissed one does not come back by
 * what the record says, however often it is looked at; a tie that the judge declared after the dismissal is a new fact, and
 * recuses again. `declaredAt` is when they declared the tie; null where it follows from the record alone.
 */
export function recuses(decision: TieDecision, declaredAt: Date | null): boolean {
  if (decision === undefined) return true;
  return decision !== 'recused' && declaredAt !== null && declaredAt > decision;
}

/** What two names of one organisation have in common: {@link plainName}, of universities and institutes under whatever name of theirs. */
export function organisationKey(name: string | null | undefined): string {
  return plainName(institutionKey(name ?? ''));
}

/** A name without the differences that typing makes: width, case, white space, points, signs that nobody sees. */
export function plainName(name: string | null | undefined): string {
  return normaliseWidth(withoutUnseen(name ?? ''))
    .toLowerCase()
    .replace(/[\s·.,。]/g, '');
}

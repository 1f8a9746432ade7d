import { grouped, Joined, organisationKey, sameOrganisation } from '@haishi/review/rules';

/** A judge, as far as it tells of which institution they are. */
export interface InstitutionJudge {
  personId: string;
  organisationName: string;
  creditCode: string | null;
  /** Other names of the organisation. */
  aliases: readonly string[];
}

/**
 * The institution of each judge, by what tells judges of one institution from others: judges are of one where they have its credit
 * code or one of its names in common, also by way of a third, but not where both codes are known and differ. A judge of no
 * institution has none.
 */
export function institutionsOf(judges: readonly InstitutionJudge[]): Map<string, string> {
  const ordered = [...judges].sort((one, other) => (one.personId < other.personId ? -1 : 1));
  const sets = new Joined(ordered.length);
  const byMark = grouped(
    ordered.flatMap((judge, at) => marksOf(judge).map((mark) => ({ mark, at }))),
    ({ mark }) => mark,
  );
  for (const marked of byMark.values())
    for (const [from, { at }] of marked.entries())
      for (const { at: other } of marked.slice(from + 1))
        if (areOne(ordered[at]!, ordered[other]!)) sets.join(at, other);
  return new Map(
    ordered.flatMap(({ personId }, at) => {
      const { creditCode, organisationName } = ordered[sets.root(at)]!;
      const institution = creditCode ?? organisationKey(organisationName);
      return institution ? [[personId, institution] as const] : [];
    }),
  );
}

const namesOf = ({ organisationName, aliases }: InstitutionJudge): string[] => [organisationName, ...aliases];

function marksOf(judge: InstitutionJudge): string[] {
  const names = namesOf(judge)
    .map(organisationKey)
    .filter((key) => key !== '');
  return [...new Set(judge.creditCode ? [judge.creditCode, ...names] : names)];
}

const areOne = (one: InstitutionJudge, other: InstitutionJudge): boolean =>
  namesOf(one).some((name) =>
    namesOf(other).some((also) =>
      sameOrganisation({ name, creditCode: one.creditCode }, { name: also, creditCode: other.creditCode }),
    ),
  );

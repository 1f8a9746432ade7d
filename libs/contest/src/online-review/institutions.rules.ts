import { organisationKey, sameOrganisation } from '@haishi/review/rules';

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
  const byMark = new Map<string, InstitutionJudge[]>();
  const first = new Map(ordered.map((judge) => [judge, judge]));
  const rootOf = (judge: InstitutionJudge): InstitutionJudge => {
    const before = first.get(judge)!;
    return before === judge ? judge : rootOf(before);
  };
  for (const judge of ordered)
    for (const mark of marksOf(judge)) {
      const others = byMark.get(mark) ?? [];
      for (const other of others)
        if (areOne(judge, other)) {
          const [one, two] = [rootOf(judge), rootOf(other)];
          if (one !== two) first.set(one, two);
        }
      byMark.set(mark, [...others, judge]);
    }
  return new Map(
    ordered.flatMap((judge) => {
      const { creditCode, organisationName } = rootOf(judge);
      const institution = creditCode ?? organisationKey(organisationName);
      return institution ? [[judge.personId, institution] as const] : [];
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

import { parseCreditCode } from '@haishi/kernel';
import { type Affiliation, organisationKey } from '@haishi/review/rules';

/** What is on record of an organisation. */
export interface RecordedOrganisation {
  creditCode: string;
  name: string;
  aliases: readonly string[];
}

/** An organisation under each of its names. Its aliases may be institutes of it with codes of their own, so that they are names alone. */
export const namesOf = ({ name, creditCode, aliases }: RecordedOrganisation): Affiliation[] => [
  { name, creditCode },
  ...aliases.map((alias) => ({ name: alias })),
];

/**
 * Adds to affiliations every name and code that is on record of the same organisations, as `sameOrganisation` has it: so that
 * whichever of them a project states is found.
 *
 * @param keyOf {@link organisationKey}, which may remember what it answered
 */
export function wideningBy(
  recorded: readonly RecordedOrganisation[],
  keyOf: (name: string) => string = organisationKey,
): (affiliations: readonly Affiliation[]) => Affiliation[] {
  const byCode = new Map(recorded.map((one) => [one.creditCode, one]));
  const byKey = Map.groupBy(
    recorded.flatMap((organisation) =>
      namesOf(organisation).map(({ name, creditCode }) => ({
        key: keyOf(name!),
        code: creditCode ? parseCreditCode(creditCode) : undefined,
        organisation,
      })),
    ),
    ({ key }) => key,
  );
  return (affiliations) => {
    const found = new Set<RecordedOrganisation>();
    for (const { name, creditCode } of affiliations) {
      const own = creditCode ? parseCreditCode(creditCode) : undefined;
      const coded = own && byCode.get(own);
      if (coded) found.add(coded);
      const key = name ? keyOf(name) : '';
      for (const { code, organisation } of key === '' ? [] : (byKey.get(key) ?? []))
        if (!own || !code || own === code) found.add(organisation);
    }
    return [...affiliations, ...[...found].flatMap(namesOf)];
  };
}

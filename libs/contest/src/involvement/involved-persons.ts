import { Organisations, Persons } from '@haishi/identity';
import { parseCreditCode } from '@haishi/kernel';
import { affiliationsOf, AssignedQueries, declaredTies } from '@haishi/review';
import { type Affiliation, organisationKey } from '@haishi/review/rules';
import { Injectable } from '@nestjs/common';
import type { Involved } from './interest.rules.js';
import { namesOf, wideningBy } from './organisation-names.rules.js';

const NO_SEATS: ReadonlyMap<string, Affiliation> = new Map();

/**
 * What is on record of persons that can tie them to a project, in the one place that says so of whoever judges, checks or
 * organises: the account and its mail address, those under which pools of experts have them, the organisations that they act for and those of the pools of experts, each
 * under all of its names, and what they declared as experts of any pool.
 */
@Injectable()
export class InvolvedPersons {
  /** What names of organisations have in common, which takes a while to find out, as far as they were asked for last. */
  private keys: ReadonlyMap<string, string> = new Map();

  constructor(
    private readonly persons: Persons,
    private readonly organisations: Organisations,
    private readonly assigned: AssignedQueries,
  ) {}

  /**
   * By person; unknown ids are absent, but for those of `seats`.
   *
   * @param seats where somebody works by their seat on a panel, beside what is on record
   */
  async of(
    personIds: readonly string[],
    seats: ReadonlyMap<string, Affiliation> = NO_SEATS,
  ): Promise<Map<string, Involved>> {
    const persons = await this.persons.byIds(personIds);
    const ids = [...persons.keys()];
    const actsFor = await this.organisations.ofPersons(ids);
    const experts = Map.groupBy(await this.assigned.expertsOf(ids), ({ personId }) => personId);
    const found = [...new Set([...ids, ...seats.keys()])].map((personId) => {
      const known = experts.get(personId) ?? [];
      const seat = seats.get(personId);
      const mail = persons.get(personId)?.mail;
      const worksFor = [
        ...(actsFor.get(personId) ?? []).flatMap(namesOf),
        ...known.flatMap(affiliationsOf),
        ...(seat ? [seat] : []),
      ];
      const mails = [...new Set([...(mail ? [mail] : []), ...known.map((expert) => expert.mail)])];
      return { personId, mails, worksFor, ties: known.flatMap(declaredTies) };
    });
    const widened = await this.widening(found.flatMap(({ worksFor }) => worksFor));
    return new Map(
      found.map(({ worksFor, ties, ...one }) => [
        one.personId,
        { ...one, worksFor: widened(worksFor), ties: ties.map(({ at, to }) => ({ at, to: widened(to) })) },
      ]),
    );
  }

  /**
   * By what is vetted of organisations: what somebody merely says of one, who may take part in the contest themselves, keeps no judge
   * from the projects of others.
   */
  private async widening(
    affiliations: readonly Affiliation[],
  ): Promise<(affiliations: readonly Affiliation[]) => readonly Affiliation[]> {
    if (affiliations.length === 0) return (own) => own;
    const codes = affiliations.flatMap(({ creditCode }) => parseCreditCode(creditCode ?? '') ?? []);
    const recorded = await this.organisations.vettedNames(codes);
    const before = this.keys;
    const keys = new Map<string, string>();
    const keyOf = (name: string): string => {
      const key = keys.get(name) ?? before.get(name) ?? organisationKey(name);
      keys.set(name, key);
      return key;
    };
    const widened = wideningBy(recorded, keyOf);
    this.keys = keys;
    return widened;
  }
}

import { type Organisation, Organisations, Persons } from '@haishi/identity';
import { affiliationsOf, AssignedQueries, declaredTies } from '@haishi/review';
import type { Affiliation } from '@haishi/review/rules';
import { Injectable } from '@nestjs/common';
import type { Involved } from './interest.rules.js';

/**
 * What is on record of persons that can tie them to a project, in the one place that says so of whoever judges, checks or
 * organises: the account and its mail address, the organisations that they act for and those of the pools of experts, each
 * under all of its names, and what they declared as experts of any pool.
 */
@Injectable()
export class InvolvedPersons {
  constructor(
    private readonly persons: Persons,
    private readonly organisations: Organisations,
    private readonly assigned: AssignedQueries,
  ) {}

  /** By person; unknown ids are absent. */
  async of(personIds: readonly string[]): Promise<Map<string, Involved>> {
    const persons = await this.persons.byIds(personIds);
    const ids = [...persons.keys()];
    const actsFor = await this.organisations.ofPersons(ids);
    const experts = Map.groupBy(await this.assigned.expertsOf(ids), ({ personId }) => personId);
    return new Map(
      [...persons].map(([personId, { mail }]) => {
        const known = experts.get(personId) ?? [];
        const worksFor = [...(actsFor.get(personId) ?? []).flatMap(namesOf), ...known.flatMap(affiliationsOf)];
        return [personId, { personId, mail, worksFor, ties: known.flatMap(declaredTies) }];
      }),
    );
  }
}

const namesOf = ({ name, creditCode, aliases }: Organisation): Affiliation[] => [
  { name, creditCode },
  ...aliases.map((alias) => ({ name: alias })),
];

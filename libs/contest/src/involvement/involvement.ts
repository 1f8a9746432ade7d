import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Actor } from '@haishi/contracts';
import { Organisations, type Person, Persons } from '@haishi/identity';
import { Database } from '@haishi/platform';
import { affiliationsOf, AssignedQueries, ReviewQueries, sameOrganisation } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import { FormerOwners } from '../project/former-owners.js';
import { Teammates } from '../project-team/teammates.js';
import { closedBy, type ClosedBy } from './closed.rules.js';
import { type Interest, interestIn, type Involved, type Tying } from './interest.rules.js';

/** How many ids one statement asks for. */
const BATCH = 500;

/** The projects of which somebody is or was one of the people, whichever way the record knows it. */
const OWN = `SELECT id FROM projects WHERE ownerId = ?
UNION SELECT projectId FROM project_members WHERE mail = ?
UNION SELECT projectId FROM project_former_owners WHERE personId = ?
UNION SELECT projectId FROM project_member_invitations WHERE personId = ?
UNION SELECT projectId FROM project_former_members WHERE personId = ?`;

const CREDIT_CODE = "CASE organisationCountry WHEN 'CN' THEN organisationCode ELSE '' END";

type Someone = Pick<Actor, 'kind' | 'id'>;

/** A project's organisation. */
interface Affiliated {
  id: string;
  name: string;
  creditCode: string;
}

/**
 * Which projects somebody is too close to, and so decides nothing on: the one place that says so for whoever acts as staff. Who
 * they are is what the record holds of them: the account and its mail address, the organisations that they act for and those
 * of the pools of experts, each under all of its names.
 */
@Injectable()
export class Involvement {
  constructor(
    private readonly database: Database,
    private readonly persons: Persons,
    private readonly organisations: Organisations,
    private readonly formers: FormerOwners,
    private readonly teammates: Teammates,
    private readonly assigned: AssignedQueries,
    private readonly review: ReviewQueries,
  ) {}

  /** Those of `projectIds` that they have an interest in or are recused 回避 from on any panel. */
  async conflicts(someone: Someone, projectIds: readonly string[]): Promise<Set<string>> {
    return new Set((await this.closedTo(someone, projectIds)).keys());
  }

  /** As {@link conflicts}, each with why. */
  async closedTo(someone: Someone, projectIds: readonly string[]): Promise<Map<string, ClosedBy>> {
    if (projectIds.length === 0) return new Map();
    const interests = await this.interests(someone, projectIds);
    const recusals = Map.groupBy(await this.review.recusalsOf(someone.id), ({ externalId }) => externalId);
    return new Map(
      projectIds.flatMap((id) => {
        const why = closedBy(interests.get(id), recusals.get(id) ?? []);
        return why ? [[id, why]] : [];
      }),
    );
  }

  /** Whether one of these persons has no interest in any of `projectIds`, and is recused from none of them. */
  async someFree(persons: readonly Person[], projectIds: readonly string[]): Promise<boolean> {
    const among = new Set(projectIds);
    // Of few projects all are read, once for everybody.
    const few = projectIds.length <= BATCH ? await this.tying(projectIds) : null;
    for (const person of persons) {
      const recusals = await this.review.recusalsOf(person.id);
      if (recusals.some(({ externalId }) => among.has(externalId))) continue;
      const involved = await this.involved(person);
      const projects = few ?? (await this.tying(await this.near(involved, projectIds)));
      if ((await this.interestsOf(involved, projects)).size === 0) return true;
    }
    return false;
  }

  /** What the record ties them to of `projectIds`, recusals apart; nothing where no person acts. */
  async interests(someone: Someone, projectIds: readonly string[]): Promise<Map<string, Interest>> {
    if (projectIds.length === 0 || someone.kind !== 'person') return new Map();
    const person = await this.persons.byId(someone.id);
    if (!person) return new Map();
    const involved = await this.involved(person);
    return this.interestsOf(involved, await this.tying(await this.near(involved, projectIds)));
  }

  private async interestsOf(involved: Involved, projects: ReadonlyMap<string, Tying>): Promise<Map<string, Interest>> {
    const found = new Map<string, Interest>();
    for (const [id, project] of projects) {
      const interest = interestIn(project, involved);
      if (interest) found.set(id, interest);
    }
    const byName = [...found].filter(([, interest]) => interest === 'organisation').map(([id]) => id);
    // Names alike that staff found to be two organisations, when they dismissed a recusal of this person, are so for all work.
    for (const id of await this.review.dismissedFrom(involved.personId, byName)) found.delete(id);
    return found;
  }

  private async involved(person: Person): Promise<Involved> {
    const actsFor = await this.organisations.ownOf(person);
    const experts = await this.assigned.expertsOf(person.id);
    return {
      personId: person.id,
      mail: person.mail,
      worksFor: [
        ...actsFor.flatMap(({ name, creditCode, aliases }) => [
          { name, creditCode },
          ...aliases.map((alias) => ({ name: alias })),
        ]),
        ...experts.flatMap(affiliationsOf),
      ],
    };
  }

  /** Those of `projectIds` that anything on record may tie them to: of thousands only these few are looked at. */
  private async near(
    { personId, mail, worksFor }: Involved,
    projectIds: readonly string[],
  ): Promise<readonly string[]> {
    if (projectIds.length <= BATCH) return projectIds;
    const own = await this.database.query<{ id: string }>(OWN, [personId, mail, personId, personId, personId]);
    const found = new Set(own.map(({ id }) => id));
    const known = new Map<string, boolean>();
    for (let start = 0; worksFor.length > 0 && start < projectIds.length; start += BATCH) {
      await nextTurn();
      const ids = projectIds.slice(start, start + BATCH);
      for (const { id, name, creditCode } of await this.database.query<Affiliated>(
        `SELECT id, organisationName AS name, ${CREDIT_CODE} AS creditCode FROM projects WHERE id IN (${ids.map(() => '?').join(', ')})`,
        ids,
      )) {
        const key = `${creditCode} ${name}`;
        if (!known.has(key))
          known.set(
            key,
            worksFor.some((one) => sameOrganisation(one, { name, creditCode })),
          );
        if (known.get(key)) found.add(id);
      }
    }
    return projectIds.filter((id) => found.has(id));
  }

  /** What of these projects can tie somebody to them. */
  async tyingOf(projectIds: readonly string[]): Promise<(Tying & { id: string })[]> {
    return [...(await this.tying(projectIds))].map(([id, one]) => ({ id, ...one }));
  }

  private async tying(projectIds: readonly string[]): Promise<Map<string, Tying>> {
    const wanted = [...new Set(projectIds)];
    const found = new Map<string, Tying>();
    for (let start = 0; start < wanted.length; start += BATCH) {
      const ids = wanted.slice(start, start + BATCH);
      const among = `IN (${ids.map(() => '?').join(', ')})`;
      const members = Map.groupBy(
        await this.database.query<{ projectId: string; mail: string }>(
          `SELECT projectId, mail FROM project_members WHERE projectId ${among}`,
          ids,
        ),
        (one) => one.projectId,
      );
      const formers = await this.formers.ofProjects(ids);
      const teammates = await this.teammates.ofProjects(ids);
      for (const { id, ownerId, name, creditCode } of await this.database.query<Affiliated & { ownerId: string }>(
        `SELECT id, ownerId, organisationName AS name, ${CREDIT_CODE} AS creditCode FROM projects WHERE id ${among}`,
        ids,
      ))
        found.set(id, {
          ownerId,
          formerOwnerIds: formers.get(id) ?? [],
          teammateIds: teammates.get(id) ?? [],
          organisationName: name,
          creditCode,
          members: members.get(id) ?? [],
        });
    }
    return found;
  }
}

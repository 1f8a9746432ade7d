import type { Actor } from '@haishi/contracts';
import { Organisations, type Person, Persons } from '@haishi/identity';
import { Database } from '@haishi/platform';
import { affiliationsOf, AssignedQueries, ReviewQueries } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { FormerOwners } from '../project/former-owners.js';
import { Teammates } from '../project-team/teammates.js';
import { Project, ProjectMember } from '../project/project.entity.js';
import { closedBy, type ClosedBy } from './closed.rules.js';
import { type Interest, interestIn, type Involved, type Tying } from './interest.rules.js';

/** How many ids one statement asks for. */
const BATCH = 500;

type Someone = Pick<Actor, 'kind' | 'id'>;

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
    const projects = await this.tying(projectIds);
    for (const person of persons) {
      const recusals = await this.review.recusalsOf(person.id);
      if (recusals.some(({ externalId }) => projects.has(externalId))) continue;
      if ((await this.interestsOf(person, projects)).size === 0) return true;
    }
    return false;
  }

  /** What the record ties them to of `projectIds`, recusals apart; nothing where no person acts. */
  async interests(someone: Someone, projectIds: readonly string[]): Promise<Map<string, Interest>> {
    if (projectIds.length === 0 || someone.kind !== 'person') return new Map();
    const person = await this.persons.byId(someone.id);
    return person ? this.interestsOf(person, await this.tying(projectIds)) : new Map<string, Interest>();
  }

  private async interestsOf(person: Person, projects: ReadonlyMap<string, Tying>): Promise<Map<string, Interest>> {
    const involved = await this.involved(person);
    const found = new Map<string, Interest>();
    for (const [id, project] of projects) {
      const interest = interestIn(project, involved);
      if (interest) found.set(id, interest);
    }
    const byName = [...found].filter(([, interest]) => interest === 'organisation').map(([id]) => id);
    // Names alike that staff found to be two organisations, when they dismissed a recusal of this person, are so for all work.
    for (const id of await this.review.dismissedFrom(person.id, byName)) found.delete(id);
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

  private async tying(projectIds: readonly string[]): Promise<Map<string, Tying>> {
    const wanted = [...new Set(projectIds)];
    const found = new Map<string, Tying>();
    const { manager } = this.database;
    for (let start = 0; start < wanted.length; start += BATCH) {
      const ids = wanted.slice(start, start + BATCH);
      const members = Map.groupBy(
        await manager.find(ProjectMember, { select: { projectId: true, mail: true }, where: { projectId: In(ids) } }),
        (one) => one.projectId,
      );
      const formers = await this.formers.ofProjects(ids);
      const teammates = await this.teammates.ofProjects(ids);
      for (const one of await manager.find(Project, {
        select: {
          id: true,
          ownerId: true,
          organisationName: true,
          organisationCountry: true,
          organisationCode: true,
        },
        where: { id: In(ids) },
      }))
        found.set(one.id, {
          ownerId: one.ownerId,
          formerOwnerIds: formers.get(one.id) ?? [],
          teammateIds: teammates.get(one.id) ?? [],
          organisationName: one.organisationName,
          creditCode: one.organisationCountry === 'CN' ? one.organisationCode : '',
          members: members.get(one.id) ?? [],
        });
    }
    return found;
  }
}

import { Database } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { FormerOwners } from '../project/former-owners.js';
import { ProjectParties } from '../project/project-parties.js';
import { Teammates } from '../project-team/teammates.js';
import type { Tying } from './interest.rules.js';

/** How many ids one statement asks for. */
export const BATCH = 500;

const CREDIT_CODE = "CASE organisationCountry WHEN 'CN' THEN organisationCode ELSE '' END";

/** A project with its organisation. */
interface Affiliated {
  id: string;
  ownerId: string;
  name: string;
  creditCode: string;
}

/**
 * What of projects can tie somebody to them: as their entrants' working copy says it, and as what was handed in does, which staff and
 * judges read.
 */
@Injectable()
export class TyingFacts {
  constructor(
    private readonly database: Database,
    private readonly formers: FormerOwners,
    private readonly teammates: Teammates,
    private readonly parties: ProjectParties,
  ) {}

  /** By project; unknown ids are absent. */
  async of(projectIds: readonly string[]): Promise<Map<string, Tying>> {
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
      const handedIn = await this.parties.ofProjects(ids);
      for (const { id, ownerId, name, creditCode } of await this.database.query<Affiliated>(
        `SELECT id, ownerId, organisationName AS name, ${CREDIT_CODE} AS creditCode FROM projects WHERE id ${among}`,
        ids,
      )) {
        const { mails = [], organisations = [] } = handedIn.get(id) ?? {};
        found.set(id, {
          ownerId,
          formerOwnerIds: formers.get(id) ?? [],
          teammateIds: teammates.get(id) ?? [],
          organisations: [
            { name, creditCode },
            ...organisations.filter((one) => one.name !== name || one.creditCode !== creditCode),
          ],
          members: [...(members.get(id) ?? []), ...mails.map((mail) => ({ mail }))],
        });
      }
    }
    return found;
  }
}

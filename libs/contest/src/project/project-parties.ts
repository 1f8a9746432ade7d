import { newId, parseMail } from '@haishi/kernel';
import { Database, type Work } from '@haishi/platform';
import type { Affiliation } from '@haishi/review/rules';
import { Injectable } from '@nestjs/common';
import { Equal, In } from 'typeorm';
import { ProjectParty } from './project-party.entity.js';
import { keyOfOrganisation } from './project.rules.js';
import type { ProjectSnapshot } from './project.snapshot.js';

/** Whom and what the submissions of a project name. */
export interface HandedInParties {
  mails: string[];
  organisations: Affiliation[];
}

/** What is kept of one submission, the organisation first. */
export function partiesOf(
  projectId: string,
  { organisation, members }: Pick<ProjectSnapshot, 'organisation' | 'members'>,
): [ProjectParty, ...ProjectParty[]] {
  const { name: organisationName, country, code } = organisation;
  const none = { organisationName: null, organisationKey: null, organisationCode: null };
  const mails = new Set(members.flatMap(({ mail }) => parseMail(mail) ?? []));
  return [
    {
      id: newId(),
      projectId,
      mail: null,
      organisationName,
      organisationKey: keyOfOrganisation(organisationName),
      organisationCode: country === 'CN' ? code : '',
    },
    ...[...mails].map((mail) => ({ id: newId(), projectId, mail, ...none })),
  ];
}

/** Who is tied to projects by what was handed in: read, and kept where something is. */
@Injectable()
export class ProjectParties {
  constructor(private readonly database: Database) {}

  /** By project; those of which nothing was handed in are absent. */
  async ofProjects(projectIds: readonly string[]): Promise<Map<string, HandedInParties>> {
    const found = await this.database.manager.findBy(ProjectParty, { projectId: In([...projectIds]) });
    const byProject = Map.groupBy(found, ({ projectId }) => projectId);
    return new Map(
      [...byProject].map(([projectId, parties]) => [
        projectId,
        {
          mails: parties.flatMap(({ mail }) => mail ?? []),
          organisations: parties.flatMap(({ organisationName: name, organisationCode: creditCode }) =>
            name === null ? [] : [{ name, creditCode }],
          ),
        },
      ]),
    );
  }

  /** Adds the team of a submission to those before, and takes its organisation in place of theirs. Who calls it holds the project's row. */
  async write(
    work: Work,
    projectId: string,
    snapshot: Pick<ProjectSnapshot, 'organisation' | 'members'>,
  ): Promise<void> {
    const [organisation, ...members] = partiesOf(projectId, snapshot);
    const held = await work.manager.findBy(ProjectParty, { projectId: Equal(projectId) });
    const before = held.find(({ mail }) => mail === null);
    const known = new Set(held.map(({ mail }) => mail));
    const fresh = members.filter(({ mail }) => !known.has(mail));
    if (before) await work.manager.update(ProjectParty, before.id, { ...organisation, id: before.id });
    const rows = before ? fresh : [organisation, ...fresh];
    if (rows.length > 0) await work.manager.insert(ProjectParty, rows);
  }
}

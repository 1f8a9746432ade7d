import { nameKey } from '@haishi/identity';
import type { Work } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Recounting } from '../eligibility-rules/recounting.js';
import { EntryRenewal } from '../online-review/entry.renewal.js';
import { Project } from '../project/project.entity.js';
import { ProjectQueries } from '../project/project.queries.js';
import { keyOfOrganisation } from '../project/project.rules.js';
import type { Decision } from './decision-input.js';

/** What follows for projects, as they stood, once they were decided on. */
@Injectable()
export class DecisionFollows {
  constructor(
    private readonly entries: EntryRenewal,
    private readonly recounting: Recounting,
    private readonly queries: ProjectQueries,
  ) {}

  /** Who calls it holds the projects' rows. */
  async follow(work: Work, action: Decision['action'], projects: readonly Project[]): Promise<void> {
    if (action === 'accept') await this.entries.renew(work, projects);
    if (action !== 'reject') return;
    await this.asHandedIn(
      work,
      projects.filter(({ state }) => state === 'returned'),
    );
    for (const project of projects) await this.recounting.beside(work, project);
  }

  /**
   * A correction that never came in is nothing to whoever lists, judges or publishes the project, should the rejection be taken back:
   * it is called, and stands, as it was handed in.
   */
  private async asHandedIn(work: Work, projects: readonly Project[]): Promise<void> {
    for (const [id, { snapshot }] of await this.queries.lastSubmissions(projects)) {
      const { title, language, organisation } = snapshot;
      await work.manager.update(Project, id, {
        title,
        titleKey: nameKey(title),
        language,
        organisationName: organisation.name,
        organisationCountry: organisation.country,
        organisationCode: organisation.code,
        organisationKey: keyOfOrganisation(organisation.name),
        chosenPlace: null,
      });
    }
  }
}

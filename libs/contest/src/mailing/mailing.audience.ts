import { setImmediate as nextTurn } from 'node:timers/promises';
import { failure, type Locale } from '@haishi/contracts';
import { Persons } from '@haishi/identity';
import { parseMail } from '@haishi/kernel';
import { Database } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Edition } from '../edition/edition.entity.js';
import { Project, ProjectMember } from '../project/project.entity.js';
import type { Reach } from '../project/reach.js';
import type { AudienceInput } from './mailing.dto.js';
import { MailingJudges } from './mailing.judges.js';
import { MailingPlaces } from './mailing.places.js';
import { type Addressee, distinct } from './mailing.rules.js';

const AT_ONCE = 500;

/** What of a project decides who is written to, and what they are told of it. */
type WrittenAbout = Pick<Project, 'id' | 'ownerId' | 'title' | 'number' | 'language'>;

/** Works out who is written to, within the reach of who writes. */
@Injectable()
export class MailingAudience {
  constructor(
    private readonly database: Database,
    private readonly persons: Persons,
    private readonly places: MailingPlaces,
    private readonly judgesOf: MailingJudges,
  ) {}

  /**
   * Each once for each project, in a fixed order. Fails with `common.forbidden` where judges are written to by who organises a
   * region alone, and as {@link MailingPlaces} says.
   */
  async of(edition: Edition, reach: Reach, audience: AudienceInput): Promise<Addressee[]> {
    if (audience.kind === 'judges') {
      if (!reach.all) throw failure('common.forbidden');
      return this.judges(await this.judgesOf.of(edition, audience.session));
    }
    const stands = await this.places.projects(edition, audience);
    const found = await this.projects(edition.id, reach, audience);
    const projects = stands ? found.filter(({ id }) => stands(id)) : found;
    const all: Addressee[] = [];
    for (let start = 0; start < projects.length; start += AT_ONCE) {
      await nextTurn();
      const part = projects.slice(start, start + AT_ONCE);
      all.push(...(await (audience.kind === 'entrants' ? this.owners(part) : this.core(part))));
    }
    return distinct(all);
  }

  private projects(
    editionId: string,
    reach: Reach,
    { states, division, region, group }: AudienceInput,
  ): Promise<WrittenAbout[]> {
    const select = this.database.manager
      .createQueryBuilder(Project, 'project')
      .select('project.id', 'id')
      .addSelect('project.ownerId', 'ownerId')
      .addSelect('project.title', 'title')
      .addSelect('project.number', 'number')
      .addSelect('project.language', 'language')
      .where('project.editionId = :editionId', { editionId });
    if (!reach.all)
      select.andWhere(reach.regions.length > 0 ? 'project.region IN (:...regions)' : '1 = 0', {
        regions: reach.regions,
      });
    if (states && states.length > 0) select.andWhere('project.state IN (:...states)', { states });
    if (division) select.andWhere('project.division = :division', { division });
    if (region) select.andWhere('project.region = :region', { region });
    if (group) select.andWhere('project.groupCode = :group', { group });
    return select.orderBy('project.id', 'ASC').getRawMany<WrittenAbout>();
  }

  private async owners(projects: readonly WrittenAbout[]): Promise<Addressee[]> {
    const persons = await this.persons.byIds(projects.map(({ ownerId }) => ownerId));
    return projects.flatMap((project) => {
      const person = persons.get(project.ownerId);
      if (!person?.mail) return [];
      const { id: personId, name, mail, locale } = person;
      return [{ personId, name, mail, locale, ...aboutOf(project) }];
    });
  }

  private async core(projects: readonly WrittenAbout[]): Promise<Addressee[]> {
    const members = await this.database.manager.find(ProjectMember, {
      where: { projectId: In(projects.map(({ id }) => id)), isCore: true },
      order: { projectId: 'ASC', position: 'ASC' },
    });
    const byId = new Map(projects.map((project) => [project.id, project]));
    return members.flatMap(({ projectId, name, mail: written }) => {
      const mail = parseMail(written);
      if (!mail) return [];
      const project = byId.get(projectId)!;
      const locale: Locale = project.language;
      return [{ personId: null, name, mail, locale, ...aboutOf(project) }];
    });
  }

  private async judges(ids: readonly string[]): Promise<Addressee[]> {
    const persons = [...(await this.persons.byIds(ids)).values()];
    return distinct(
      persons
        .sort((one, other) => (one.id < other.id ? -1 : 1))
        .flatMap(({ id: personId, name, mail, locale }) =>
          mail ? [{ personId, name, mail, locale, projectId: null, title: '', number: '' }] : [],
        ),
    );
  }
}

const aboutOf = ({ id, title, number }: WrittenAbout) => ({ projectId: id, title, number: number ?? '' });

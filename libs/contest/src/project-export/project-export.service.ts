import { type Actor, failure, type Locale, type LocalText } from '@haishi/contracts';
import { type ListCell, type ListFile, writeCursor } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { CollectedQueries } from '../collected/collected.queries.js';
import type { Edition } from '../edition/edition.entity.js';
import { EditionQueries } from '../edition/edition.queries.js';
import { Involvement } from '../involvement/involvement.js';
import { ListFiles } from '../listing/list.files.js';
import { NARROWED } from '../listing/withheld.js';
import { filterOf } from '../project/project.filter.js';
import { type ProjectFilter, ProjectQueries, type ProjectSort } from '../project/project.queries.js';
import { reachesAnything, reachIn } from '../project/reach.js';
import type { ProjectExportQuery } from './project-export.dto.js';
import { exportCells, exportColumns, type ExportedProject } from './project-export.sheet.js';

/** Projects read at once, with what was handed in: more would hold up whoever acts meanwhile. */
const BATCH = 50;

const TITLE: LocalText = { zh: '参赛项目', en: 'Projects' };

/** The projects of an edition as a file that a department keeps. Each export is recorded. */
@Injectable()
export class ProjectExport {
  constructor(
    private readonly editions: EditionQueries,
    private readonly queries: ProjectQueries,
    private readonly involvement: Involvement,
    private readonly collected: CollectedQueries,
    private readonly files: ListFiles,
  ) {}

  /**
   * Every project in reach that the filters let through, as it was handed in last, but those that the actor is recused
   * from. Fails with `common.not_found`.
   */
  async file(actor: Actor, editionName: string, query: ProjectExportQuery): Promise<ListFile> {
    const edition = await this.editions.getByName(editionName);
    const reach = reachIn(actor, 'project.read', edition.id);
    if (!reachesAnything(reach)) throw failure('common.not_found');
    const { format, q, sort = 'number', ...filters } = query;
    const { locale } = actor;
    const filter = filterOf(edition, reach, query, await this.involvement.closedIn(actor, edition.id));
    const title = TITLE[locale];
    return this.files.make(actor, format, {
      edition,
      name: `${edition.code}-projects`,
      title,
      notes: Object.keys(filters).length > 0 || q ? [NARROWED[locale]] : [],
      parts: [
        {
          name: title,
          columns: exportColumns(edition.definition, locale),
          rows: this.rows(edition, filter, sort, locale),
        },
      ],
      // What was typed may be a person's name, so only whether it was asked for is kept.
      event: { type: 'project.exported', payload: { ...filters, ...(q ? { q: true } : {}) } },
    });
  }

  private async *rows(
    edition: Edition,
    filter: ProjectFilter,
    sort: ProjectSort,
    locale: Locale,
  ): AsyncGenerator<ListCell[]> {
    const { definition } = edition;
    for (let cursor: string | undefined; ;) {
      const page = await this.queries.page(filter, sort, cursor, BATCH);
      const rows = page.slice(0, BATCH);
      for (const one of await this.asHandedIn(rows)) yield exportCells(one, { locale, definition });
      if (page.length <= BATCH) return;
      const last = rows.at(-1)!;
      const key = sort.endsWith('submittedAt') ? last.submittedAt!.toISOString() : last.number!;
      cursor = writeCursor([key, last.id]);
    }
  }

  private async asHandedIn(projects: Awaited<ReturnType<ProjectQueries['page']>>): Promise<ExportedProject[]> {
    const submissions = await this.queries.lastSubmissions(projects);
    const referrals = await this.collected.referralsOf(projects.map(({ id }) => id));
    return projects.flatMap((project) => {
      const submission = submissions.get(project.id);
      return submission ? { project, content: submission.snapshot, referral: referrals.get(project.id) } : [];
    });
  }
}

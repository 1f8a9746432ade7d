import { type Actor, failure } from '@haishi/contracts';
import { type Cell, EventLog, writeCsv, writeCursor, writeWorkbook } from '@haishi/platform';
import { ReviewQueries } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import { type Edition, editionScopes } from '../edition/edition.entity.js';
import { EditionQueries } from '../edition/edition.queries.js';
import { filterOf } from '../project/project.filter.js';
import { type ProjectFilter, ProjectQueries, type ProjectSort } from '../project/project.queries.js';
import { reachesAnything, reachIn } from '../project/reach.js';
import type { ProjectExportQuery } from './project-export.dto.js';
import { exportCells, exportColumns, type ExportedProject } from './project-export.sheet.js';

const BATCH = 500;

/** The projects of an edition as a file that a department keeps. Each export is recorded. */
@Injectable()
export class ProjectExport {
  constructor(
    private readonly editions: EditionQueries,
    private readonly queries: ProjectQueries,
    private readonly review: ReviewQueries,
    private readonly log: EventLog,
  ) {}

  /**
   * Every project in reach that the filters let through, as it was handed in last, but those that the actor is recused
   * from. Fails with `common.not_found`.
   */
  async file(actor: Actor, editionName: string, query: ProjectExportQuery): Promise<{ name: string; bytes: Buffer }> {
    const edition = await this.editions.getByName(editionName);
    const reach = reachIn(actor, 'project.read', edition.id);
    if (!reachesAnything(reach)) throw failure('common.not_found');
    const { format, q, sort = 'number', ...filters } = query;
    await this.log.record(actor, {
      type: 'project.exported',
      subjectType: 'edition',
      subjectId: edition.id,
      scopes: editionScopes(edition.id),
      // What was typed may be a person's name, so only whether it was asked for is kept.
      payload: { format, ...filters, ...(q ? { q: true } : {}) },
    });
    const { locale } = actor;
    const filter = filterOf(edition.id, reach, query, await this.review.recusedFrom(actor.id));
    const rows = this.rows(edition, filter, sort, actor);
    const columns = exportColumns(edition.definition, locale);
    const bytes =
      format === 'csv'
        ? await writeCsv(
            withHeader(
              columns.map(({ header }) => header),
              rows,
            ),
          )
        : await writeWorkbook([{ name: locale === 'zh' ? '参赛项目' : 'Projects', columns, rows }]);
    return { name: `${edition.code}-projects.${format}`, bytes };
  }

  private async *rows(
    edition: Edition,
    filter: ProjectFilter,
    sort: ProjectSort,
    { locale }: Actor,
  ): AsyncGenerator<Cell[]> {
    const { definition, timeZone } = edition;
    for (let cursor: string | undefined; ;) {
      const page = await this.queries.page(filter, sort, cursor, BATCH);
      const rows = page.slice(0, BATCH);
      for (const one of await this.asHandedIn(rows)) yield exportCells(one, { locale, definition, timeZone });
      if (page.length <= BATCH) return;
      const last = rows.at(-1)!;
      const key = sort.endsWith('submittedAt') ? last.submittedAt!.toISOString() : last.number!;
      cursor = writeCursor([key, last.id]);
    }
  }

  private async asHandedIn(projects: Awaited<ReturnType<ProjectQueries['page']>>): Promise<ExportedProject[]> {
    const submissions = await this.queries.lastSubmissions(projects);
    return projects.flatMap((project) => {
      const submission = submissions.get(project.id);
      return submission ? { project, content: submission.snapshot } : [];
    });
  }
}

async function* withHeader(header: readonly string[], rows: AsyncIterable<Cell[]>): AsyncGenerator<readonly Cell[]> {
  yield header;
  yield* rows;
}

import { type Actor, failure, type LocalText } from '@haishi/contracts';
import { type ListCell, type ListFile, writeCursor } from '@haishi/platform';
import { ReviewQueries } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import { CollectedQueries } from '../collected/collected.queries.js';
import type { EditionDefinition } from '../edition/edition.definition.js';
import type { Edition } from '../edition/edition.entity.js';
import { EditionQueries } from '../edition/edition.queries.js';
import { Involvement } from '../involvement/involvement.js';
import { ListFiles } from '../listing/list.files.js';
import { filterOf } from '../project/project.filter.js';
import { type ProjectFilter, ProjectQueries, type ProjectSort } from '../project/project.queries.js';
import { reachesAnything, reachIn } from '../project/reach.js';
import { toldTo } from '../project/told.rules.js';
import type { ProjectExportQuery } from './project-export.dto.js';
import { exportCells, exportColumns, type ExportedProject } from './project-export.sheet.js';

/** Projects read at once, with what was handed in: more would hold up whoever acts meanwhile. */
const BATCH = 50;

const WORDS = {
  title: { zh: '参赛项目', en: 'Projects' },
  narrowed: { zh: '按筛选条件导出，不是全部项目。', en: 'Narrowed by filters: not every project.' },
} as const satisfies Record<string, LocalText>;

/** The projects of an edition as a file that a department keeps. Each export is recorded. */
@Injectable()
export class ProjectExport {
  constructor(
    private readonly editions: EditionQueries,
    private readonly queries: ProjectQueries,
    private readonly review: ReviewQueries,
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
    const filter = filterOf(edition.id, reach, query, await this.review.recusedFrom(actor.id));
    const title = WORDS.title[locale];
    return this.files.make(actor, format, {
      edition,
      name: `${edition.code}-projects`,
      title,
      notes: Object.keys(filters).length > 0 || q ? [WORDS.narrowed[locale]] : [],
      parts: [
        {
          name: title,
          columns: exportColumns(edition.definition, locale),
          rows: this.rows(actor, edition, filter, sort),
        },
      ],
      // What was typed may be a person's name, so only whether it was asked for is kept.
      event: { type: 'project.exported', payload: { ...filters, ...(q ? { q: true } : {}) } },
    });
  }

  private async *rows(
    actor: Actor,
    edition: Edition,
    filter: ProjectFilter,
    sort: ProjectSort,
  ): AsyncGenerator<ListCell[]> {
    const { definition } = edition;
    const { locale } = actor;
    for (let cursor: string | undefined; ;) {
      const page = await this.queries.page(filter, sort, cursor, BATCH);
      const rows = page.slice(0, BATCH);
      for (const one of await this.asHandedIn(actor, rows, definition)) yield exportCells(one, { locale, definition });
      if (page.length <= BATCH) return;
      const last = rows.at(-1)!;
      const key = sort.endsWith('submittedAt') ? last.submittedAt!.toISOString() : last.number!;
      cursor = writeCursor([key, last.id]);
    }
  }

  /** What the leader of a project that the actor belongs to answered about themselves is left out, as on its page. */
  private async asHandedIn(
    actor: Actor,
    projects: Awaited<ReturnType<ProjectQueries['page']>>,
    definition: EditionDefinition,
  ): Promise<ExportedProject[]> {
    const submissions = await this.queries.lastSubmissions(projects);
    const asksPersonal = definition.questions?.some(({ personal }) => personal) ?? false;
    const ids = asksPersonal ? projects.map(({ id }) => id) : [];
    const own = await this.involvement.interests(actor, ids);
    const referrals = await this.collected.referralsOf(projects.map(({ id }) => id));
    return projects.flatMap((project) => {
      const submission = submissions.get(project.id);
      if (!submission) return [];
      const role = own.has(project.id) ? 'member' : 'reader';
      const referral = referrals.get(project.id);
      return { project, content: toldTo(role, definition, submission.snapshot), referral };
    });
  }
}

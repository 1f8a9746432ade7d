import { type Actor, failure } from '@haishi/contracts';
import { isAllowed, toPage } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { projectScopes } from '../edition/edition.entity.js';
import { EditionQueries } from '../edition/edition.queries.js';
import { Involvement } from '../involvement/involvement.js';
import { Claims } from '../eligibility-claim/claims.js';
import type { Project } from '../project/project.entity.js';
import { filterOf } from '../project/project.filter.js';
import { toRow } from '../project/project.views.js';
import { reachesAnything, reachIn } from '../project/reach.js';
import type { ClaimStateView, QueuePage, CheckQueueQuery } from './check-queue.dto.js';
import { type QueueFilter, QueueQueries } from './queue.queries.js';
import { ProjectLoader } from '../project/project.loader.js';

const PAGE = 50;

/** The checkers' queue 审查队列: what waits, the longest waiting first, and who checks it. */
@Injectable()
export class QueueReader {
  constructor(
    private readonly editions: EditionQueries,
    private readonly queue: QueueQueries,
    private readonly claims: Claims,
    private readonly loader: ProjectLoader,
    private readonly involvement: Involvement,
  ) {}

  /** What the actor's part of an edition is narrowed to. Fails with `common.not_found` where they check none of it. */
  async filter(
    actor: Actor,
    editionName: string,
    query: Omit<CheckQueueQuery, 'cursor' | 'limit'>,
  ): Promise<QueueFilter> {
    const edition = await this.editions.getByName(editionName);
    const reach = reachIn(actor, 'project.check', edition.id);
    if (!reachesAnything(reach)) throw failure('common.not_found');
    const { claim, conditions, waitingDays } = query;
    const closed = await this.involvement.closedIn(actor, edition.id);
    return { ...filterOf(edition, reach, query, closed), claim, conditions, waitingDays };
  }

  async list(actor: Actor, editionName: string, query: CheckQueueQuery): Promise<QueuePage> {
    const filter = await this.filter(actor, editionName, query);
    const now = new Date();
    const limit = query.limit ?? PAGE;
    const rows = await this.queue.page(actor, filter, now, query.cursor, limit);
    const claims = await this.claims.live(
      actor,
      rows.map(({ id }) => id),
      now,
    );
    const position = (row: Project) => [row.submittedAt!.toISOString(), row.id];
    const view = (row: Project) => ({
      ...toRow(row),
      claim: claims.get(row.id) ?? null,
      unmetRules: row.unmetRules,
      unknownRules: row.unknownRules,
    });
    return {
      ...toPage(rows, limit, position, view),
      total: await this.queue.count(actor, filter, now),
      recused: await this.queue.recused(filter),
    };
  }

  /** Who checks a project at present. Fails with `common.not_found`, and with `common.forbidden` for who does not check. */
  async claim(actor: Actor, projectId: string): Promise<ClaimStateView> {
    const { project, role } = await this.loader.visible(actor, projectId);
    if (role !== 'checker') throw failure('common.forbidden');
    const claims = await this.claims.live(actor, [projectId], new Date());
    const mayRelease = isAllowed(actor, 'edition.manage', projectScopes(project));
    return { claim: claims.get(projectId) ?? null, mayRelease };
  }
}

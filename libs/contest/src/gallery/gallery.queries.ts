import { Database } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal, In, IsNull, Not } from 'typeorm';
import { StageAdvancement } from '../advancement/advancement.entity.js';
import { AdvancementQueries } from '../advancement/advancement.queries.js';
import { standing } from '../advancement/advancement.rules.js';
import type { Edition } from '../edition/edition.entity.js';
import { EditionQueries } from '../edition/edition.queries.js';
import { Project } from '../project/project.entity.js';
import { NoticeObjection, PublicNotice } from '../public-notice/public-notice.entity.js';
import { GalleryRefusal } from './gallery.entity.js';
import { type PublishedStage, type Shown, shownProjects } from './gallery.rules.js';

const LINE = {
  id: true,
  title: true,
  titleKey: true,
  organisationName: true,
  division: true,
  region: true,
} as const;
export type ListedProject = Pick<Project, keyof typeof LINE>;

/** Projects read by one statement. */
const AT_ONCE = 1000;

/** Named reads of what is published of an edition's projects. */
@Injectable()
export class GalleryQueries {
  /** What was worked out last of each edition, with the heads of all that it rests on. */
  private readonly held = new Map<string, { heads: string; shown: Shown[] }>();

  constructor(
    private readonly database: Database,
    private readonly editions: EditionQueries,
    private readonly advancements: AdvancementQueries,
  ) {}

  /**
   * Of which projects something is published. A decision holds all entries of its stage, so that it is read again only
   * where a few numbers say that something was decided, replaced, published, revoked or struck off since.
   */
  async shown(edition: Edition): Promise<Shown[]> {
    const heads = await this.heads(edition);
    const held = this.held.get(edition.id);
    if (held?.heads === heads) return held.shown;
    const stages: PublishedStage[] = [];
    for (const { code, kind, position } of await this.editions.stages(edition.id))
      if (kind === 'review' || kind === 'roadshow') stages.push(await this.published(edition, code, position));
    const shown = shownProjects(stages, edition.definition.awards);
    this.held.set(edition.id, { heads, shown });
    return shown;
  }

  /** Those of these that are eligible and that their entrants let be shown. */
  async listed(ids: readonly string[]): Promise<Map<string, ListedProject>> {
    const { manager } = this.database;
    const found = new Map<string, ListedProject>();
    for (let start = 0; start < ids.length; start += AT_ONCE) {
      const some = In(ids.slice(start, start + AT_ONCE));
      const refused = new Set((await manager.findBy(GalleryRefusal, { projectId: some })).map((one) => one.projectId));
      const projects = await manager.find(Project, { select: LINE, where: { id: some, state: Equal('accepted') } });
      for (const project of projects) if (!refused.has(project.id)) found.set(project.id, project);
    }
    return found;
  }

  async summaries(ids: readonly string[]): Promise<Map<string, string>> {
    if (ids.length === 0) return new Map();
    const select = { id: true, summary: true } as const;
    const found = await this.database.manager.find(Project, { select, where: { id: In([...ids]) } });
    return new Map(found.map(({ id, summary }) => [id, summary]));
  }

  isRefused(projectId: string): Promise<boolean> {
    return this.database.manager.existsBy(GalleryRefusal, { projectId: Equal(projectId) });
  }

  /** Numbers that differ once anything published of the edition does. */
  private async heads({ id, version }: Edition): Promise<string> {
    const { manager } = this.database;
    const editionId = Equal(id);
    const decisions = await manager.find(StageAdvancement, {
      select: { id: true, revision: true },
      where: { editionId, publishedAt: Not(IsNull()) },
      order: { id: 'ASC' },
    });
    const notices = await manager.find(PublicNotice, {
      select: { id: true, revision: true },
      where: { editionId },
      order: { id: 'ASC' },
    });
    const noticeIds = notices.map((one) => one.id);
    const struck =
      noticeIds.length === 0
        ? 0
        : await manager.countBy(NoticeObjection, { noticeId: In(noticeIds), struck: Equal(true) });
    return JSON.stringify([version, struck, ...[...decisions, ...notices].flatMap((one) => [one.id, one.revision])]);
  }

  private async published(edition: Edition, code: string, position: number): Promise<PublishedStage> {
    const { manager } = this.database;
    const decision = await this.advancements.latest(edition.id, code);
    const notices = await manager.findBy(PublicNotice, {
      editionId: Equal(edition.id),
      stageCode: Equal(code),
      state: Not('revoked' as const),
    });
    const struck = await manager.findBy(NoticeObjection, {
      noticeId: In(notices.map(({ id }) => id)),
      struck: Equal(true),
    });
    return {
      code,
      position,
      advancing: decision?.publishedAt ? await this.advancing(edition, decision) : [],
      awarded: notices
        .filter(({ kind }) => kind === 'awards')
        .flatMap(({ items }) => items.map(({ projectId, result }) => ({ projectId, award: result.zh }))),
      struck: struck.flatMap(({ projectId }) => projectId ?? []),
    };
  }

  private async advancing(edition: Edition, decision: StageAdvancement): Promise<string[]> {
    const left = (await this.advancements.replacements(decision.id)).map(({ withdrawnId }) => withdrawnId);
    const { entries } = standing(decision.answer, left);
    const projectOf = new Map(
      (await this.advancements.stage(edition, decision.stageCode)).entries.map((one) => [one.id, one.projectId]),
    );
    return entries
      .filter(({ status }) => status === 'advances' || status === 'wildcard')
      .flatMap(({ entryId }) => projectOf.get(entryId) ?? []);
  }
}

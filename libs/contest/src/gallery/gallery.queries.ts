import { setImmediate as breathe } from 'node:timers/promises';
import { nameKey } from '@haishi/identity';
import { Database } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal, In, IsNull, Not } from 'typeorm';
import { StageAdvancement } from '../advancement/advancement.entity.js';
import { AdvancementQueries } from '../advancement/advancement.queries.js';
import { standing } from '../advancement/advancement.rules.js';
import { Awards, type StandingAward } from '../certificate/awards.js';
import { CertificateQueries } from '../certificate/certificate.queries.js';
import type { Edition } from '../edition/edition.entity.js';
import { EditionQueries } from '../edition/edition.queries.js';
import { Project } from '../project/project.entity.js';
import { PublicNotice } from '../public-notice/public-notice.entity.js';
import { PublicNoticeQueries } from '../public-notice/public-notice.queries.js';
import { GalleryRefusal } from './gallery.entity.js';
import { type GalleryLine, type PublishedStage, type Shown, shownProjects } from './gallery.rules.js';

/** A project of the gallery, with what a list says of it. */
export interface ListedLine extends GalleryLine {
  title: string;
  organisation: string;
}

/** Projects read by one statement. */
const AT_ONCE = 1000;

interface ProjectRow {
  id: string;
  title: string;
  titleKey: string;
  organisationName: string;
  division: string | null;
  field: string | null;
  region: string | null;
}

/** Named reads of what is published of an edition's projects. */
@Injectable()
export class GalleryQueries {
  /** What was worked out last of each edition, with the heads of all that it rests on. */
  private readonly held = new Map<string, { heads: string; shown: Shown[] }>();
  private readonly lists = new Map<string, { shown: Shown[]; marks: string; lines: Promise<ListedLine[]> }>();
  private readonly visible = new WeakMap<readonly ListedLine[], { refused: string; lines: readonly ListedLine[] }>();

  constructor(
    private readonly database: Database,
    private readonly editions: EditionQueries,
    private readonly advancements: AdvancementQueries,
    private readonly notices: PublicNoticeQueries,
    private readonly awards: Awards,
    private readonly certificates: CertificateQueries,
  ) {}

  /**
   * Of which projects something is published. A decision holds all entries of its stage, so that it is read again only
   * where a few numbers say that something was decided, replaced, published, revoked, struck off or certified since.
   */
  private async shown(edition: Edition): Promise<Shown[]> {
    const struck = await this.notices.struck(edition.id);
    const heads = await this.heads(edition, struck);
    const held = this.held.get(edition.id);
    if (held?.heads === heads) return held.shown;
    const awards = await this.awards.ofEdition(edition.id);
    const stages: PublishedStage[] = [];
    for (const { code, kind, position } of await this.editions.stages(edition.id))
      if (kind === 'review' || kind === 'roadshow')
        stages.push(await this.published(edition, { code, position }, awards));
    const shown = shownProjects(stages, edition.definition.awards, struck);
    this.held.set(edition.id, { heads, shown });
    return shown;
  }

  /**
   * Those that are eligible and that their entrants let be shown, in their order. They are read again only where what is
   * published, or the version of any project of the edition, says that something changed; until then the answer is the same list.
   */
  async lines(edition: Edition): Promise<readonly ListedLine[]> {
    const shown = await this.shown(edition);
    const marks = await this.marks(edition.id);
    let held = this.lists.get(edition.id);
    if (held?.shown !== shown || held.marks !== marks) {
      held = { shown, marks, lines: this.read(shown) };
      this.lists.set(edition.id, held);
      held.lines.catch(() => this.lists.delete(edition.id));
    }
    const lines = await held.lines;
    const refused = await this.refused(edition.id);
    if (refused.size === 0) return lines;
    const key = [...refused].sort().join();
    const before = this.visible.get(lines);
    if (before?.refused === key) return before.lines;
    const visible = lines.filter(({ projectId }) => !refused.has(projectId));
    this.visible.set(lines, { refused: key, lines: visible });
    return visible;
  }

  private async read(shown: readonly Shown[]): Promise<ListedLine[]> {
    const lines: ListedLine[] = [];
    for (let start = 0; start < shown.length; start += AT_ONCE) {
      if (start > 0) await breathe();
      const some = shown.slice(start, start + AT_ONCE);
      const rows = await this.database.query<ProjectRow>(
        `SELECT id, title, titleKey, organisationName, division, field, region FROM projects
         WHERE state = 'accepted' AND id IN (${some.map(() => '?').join(', ')})`,
        some.map(({ projectId }) => projectId),
      );
      const byId = new Map(rows.map((row) => [row.id, row]));
      for (const one of some) {
        const row = byId.get(one.projectId);
        if (!row) continue;
        const { title, titleKey, organisationName: organisation } = row;
        lines.push({
          ...one,
          title,
          organisation,
          division: row.division ?? '',
          field: row.field ?? '',
          region: row.region ?? '',
          words: `${titleKey}\n${nameKey(organisation)}`,
        });
      }
    }
    return lines;
  }

  /** Differs once any project of the edition that was handed in does: each change of one raises its version. Drafts are saved all the time. */
  private async marks(editionId: string): Promise<string> {
    const rows = await this.database.query<{ state: string; count: number; versions: number }>(
      `SELECT state, COUNT(*) AS count, SUM(version) AS versions FROM projects
       WHERE editionId = ? AND state <> 'draft' GROUP BY state`,
      [editionId],
    );
    return rows
      .map(({ state, count, versions }) => `${state} ${count} ${versions}`)
      .sort()
      .join(';');
  }

  private async refused(editionId: string): Promise<Set<string>> {
    const rows = await this.database.query<{ projectId: string }>(
      `SELECT refusal.projectId AS projectId FROM gallery_refusals refusal
       JOIN projects project ON project.id = refusal.projectId WHERE project.editionId = ?`,
      [editionId],
    );
    return new Set(rows.map(({ projectId }) => projectId));
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
  private async heads({ id, version }: Edition, struck: ReadonlySet<string>): Promise<string> {
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
    const certificates = await this.certificates.counts(id);
    return JSON.stringify([
      version,
      struck.size,
      certificates,
      ...[...decisions, ...notices].flatMap((one) => [one.id, one.revision]),
    ]);
  }

  private async published(
    edition: Edition,
    { code, position }: Pick<PublishedStage, 'code' | 'position'>,
    awards: readonly StandingAward[],
  ): Promise<PublishedStage> {
    const decision = await this.advancements.latest(edition.id, code);
    return {
      code,
      position,
      advancing: decision?.publishedAt ? await this.advancing(edition, decision) : [],
      awarded: awards
        .filter(({ stageCode }) => stageCode === code)
        .map(({ projectId, result }) => ({ projectId, award: result.zh })),
    };
  }

  private async advancing(edition: Edition, decision: StageAdvancement): Promise<string[]> {
    const entries = standing(decision.answer, await this.advancements.replacements(decision.id));
    const projectOf = new Map(
      (await this.advancements.stage(edition, decision.stageCode)).entries.map((one) => [one.id, one.projectId]),
    );
    return entries
      .filter(({ status }) => status === 'advances' || status === 'wildcard')
      .flatMap(({ entryId }) => projectOf.get(entryId) ?? []);
  }
}

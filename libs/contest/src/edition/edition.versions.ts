import { createHash } from 'node:crypto';
import { failure } from '@haishi/contracts';
import { newId } from '@haishi/kernel';
import { Database, type Work } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal } from 'typeorm';
import { Edition } from './edition.entity.js';
import { rewriteEditionFile, writeEditionFile } from './edition.file.js';
import { EditionQueries } from './edition.queries.js';
import { EditionVersion, type VersionKind } from './edition-version.entity.js';

/** A version without its file, for lists. */
export type VersionHead = Omit<EditionVersion, 'file'>;

/** The numbered files of an edition. Whoever changes its shape keeps the new one here, within the same unit of work. */
@Injectable()
export class EditionVersions {
  constructor(
    private readonly database: Database,
    private readonly editions: EditionQueries,
  ) {}

  /** The edition as its file says it now. */
  async current(edition: Edition): Promise<Record<string, unknown>> {
    const { code, nameZh, nameEn, timeZone, definition } = edition;
    const stages = (await this.editions.stages(edition.id)).map(
      ({ code: stage, kind, nameZh: zh, nameEn: en, opensAt, closesAt, settings }) => ({
        code: stage,
        kind,
        name: { zh, en },
        opensAt,
        closesAt,
        settings,
      }),
    );
    return plain(writeEditionFile({ code, name: { zh: nameZh, en: nameEn }, timeZone, definition, stages }));
  }

  /** Keeps the file as it stands before a change, where no version says the same. */
  async keepFound(work: Work, edition: Edition): Promise<void> {
    const file = await this.current(edition);
    const latest = await this.latest(edition.id);
    if (latest?.digest === digestOf(file)) return;
    const kept = latest && rewriteEditionFile((await this.get(edition.id, latest.number)).file);
    if (!kept || digestOf(kept) !== digestOf(file)) await this.add(work, edition.id, 'found', file, latest, null);
  }

  /** Keeps the file as it stands after a change; answers its number. */
  async keep(work: Work, editionId: string, kind: VersionKind, reason: string | null): Promise<number> {
    const file = await this.current(await this.editions.get(editionId));
    return this.add(work, editionId, kind, file, await this.latest(editionId), reason);
  }

  /** The latest first. */
  heads(editionId: string): Promise<VersionHead[]> {
    return this.database.manager.find(EditionVersion, {
      select: { id: true, editionId: true, number: true, kind: true, digest: true, reason: true, at: true, byId: true },
      where: { editionId: Equal(editionId) },
      order: { number: 'DESC' },
    });
  }

  /** Fails with `common.not_found`. */
  async get(editionId: string, number: number): Promise<EditionVersion> {
    const version = await this.database.manager.findOneBy(EditionVersion, {
      editionId: Equal(editionId),
      number: Equal(number),
    });
    if (!version) throw failure('common.not_found');
    return version;
  }

  private async latest(editionId: string): Promise<VersionHead | undefined> {
    return (await this.heads(editionId))[0];
  }

  private async add(
    work: Work,
    editionId: string,
    kind: VersionKind,
    file: Record<string, unknown>,
    latest: VersionHead | undefined,
    reason: string | null,
  ): Promise<number> {
    const number = (latest?.number ?? 0) + 1;
    await work.manager.insert(EditionVersion, {
      id: newId(),
      editionId,
      number,
      kind,
      file: file as never,
      digest: digestOf(file),
      reason,
      at: work.now,
      byId: kind === 'found' ? null : work.actor.id,
    });
    return number;
  }
}

/** As JSON holds it: without what is undefined. */
function plain(file: Record<string, unknown>): Record<string, unknown> {
  return JSON.parse(JSON.stringify(file)) as Record<string, unknown>;
}

function digestOf(file: Record<string, unknown>): string {
  return createHash('sha256').update(JSON.stringify(file), 'utf8').digest('hex');
}

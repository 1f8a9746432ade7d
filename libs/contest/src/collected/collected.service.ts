import { type Actor, errorText, failure } from '@haishi/contracts';
import { nameKey } from '@haishi/identity';
import { newId } from '@haishi/kernel';
import { FilesService, isDuplicateKey, namedFaults, readTable, UnitOfWork, type Work } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal } from 'typeorm';
import { type Edition, editionScopes, projectScopes } from '../edition/edition.entity.js';
import { reachIncludes } from '../project/reach.js';
import { CollectedAccess } from './collected.access.js';
import type { CollectedImportInput, CollectedImportView } from './collected.dto.js';
import { CollectedProject } from './collected.entity.js';
import { COLLECTED_FILE, COLLECTED_FILE_BYTES } from './collected.files.js';
import { CollectedNotices } from './collected.notices.js';
import { CollectedQueries } from './collected.queries.js';
import { COLLECTED_MOST, type CollectedFacts, readCollected, readCollectedHeader } from './collected-row.rules.js';

const COLUMNS_MOST = 50;
const CHUNK = 100;

/** Projects that staff collect for an edition: of all of it, or of their own region. */
@Injectable()
export class CollectedService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: CollectedAccess,
    private readonly queries: CollectedQueries,
    private readonly files: FilesService,
    private readonly notices: CollectedNotices,
  ) {}

  /**
   * Reads an uploaded list, and takes it over where that is asked for and every row is good; the entrants are told then.
   * What was collected before stays as it is. Fails with `files.…` or `collected.import_…`.
   */
  async import(actor: Actor, editionName: string, input: CollectedImportInput): Promise<CollectedImportView> {
    const { edition, reach } = await this.access.edition(actor, editionName);
    const { fileId, commit } = input;
    const file = await this.files.find(actor, fileId);
    if (file.purpose !== COLLECTED_FILE || file.ownerId !== actor.id)
      throw failure('files.not_usable', { field: 'fileId' });
    if (file.state === 'uploading') throw failure('files.not_ready', { field: 'fileId' });
    const [header = [], ...body] = await readTable(await this.files.read(fileId), {
      maxBytes: COLLECTED_FILE_BYTES,
      maxRows: COLLECTED_MOST * 2,
      maxColumns: COLUMNS_MOST,
    });
    const columns = readCollectedHeader(header);
    if (columns.fault !== undefined) throw failure(columns.fault, { params: columns.params, field: 'fileId' });
    const rows = readCollected(body, columns.places, edition.definition, (region) => reachIncludes(reach, { region }));
    if (rows.length === 0) throw failure('collected.import_empty', { field: 'fileId' });
    if (rows.length > COLLECTED_MOST)
      throw failure('collected.import_too_many', {
        field: 'fileId',
        params: { max: COLLECTED_MOST, count: rows.length },
      });
    const faulty = rows.filter(({ faults }) => faults.length > 0).length;
    if (commit && faulty > 0)
      throw failure('collected.import_has_faults', { field: 'fileId', params: { count: faulty } });
    if (commit) this.access.assertOpen(edition);
    const facts = rows.flatMap(({ project }) => project ?? []);
    return {
      total: rows.length,
      faults: namedFaults(rows).map(({ params, ...fault }) => ({
        ...fault,
        message: errorText(fault.code, actor.locale, params),
      })),
      unknownColumns: columns.unknown,
      done: commit ? await this.unitOfWork.run(actor, (work) => this.take(work, edition, facts)) : null,
    };
  }

  /** Tells the entrant once more. Fails with `collected.not_open`. */
  remind(actor: Actor, id: string): Promise<void> {
    return this.unitOfWork.run(actor, async (work) => {
      const { one, edition } = await this.access.managed(actor, id);
      if (one.state !== 'open') throw failure('collected.not_open');
      await this.notices.offered(work, edition, one, work.now.toISOString().slice(0, 10));
      await this.record(work, one, 'collected.reminded', {});
    });
  }

  /** Takes back what was not claimed. Fails with `collected.not_open`. */
  withdraw(actor: Actor, id: string, reason: string): Promise<void> {
    return this.unitOfWork.run(actor, async (work) => {
      const { one } = await this.access.managed(actor, id);
      const { affected } = await work.manager.update(
        CollectedProject,
        { id: Equal(id), state: 'open' },
        { state: 'withdrawn', decidedAt: work.now, decidedBy: actor.id, reason },
      );
      if (affected !== 1) throw failure('collected.not_open');
      await this.record(work, one, 'collected.withdrawn', { reason });
    });
  }

  private async take(work: Work, edition: Edition, facts: readonly CollectedFacts[]) {
    const known = new Set<string>();
    const mails = [...new Set(facts.map(({ leaderMail }) => leaderMail))];
    for (let start = 0; start < mails.length; start += CHUNK)
      for (const { leaderMail, titleKey } of await this.queries.of(edition.id, mails.slice(start, start + CHUNK)))
        known.add(`${leaderMail} ${titleKey}`);
    const rows = facts
      .map((one): CollectedProject => ({
        ...one,
        id: newId(),
        editionId: edition.id,
        titleKey: nameKey(one.title),
        state: 'open',
        importedBy: work.actor.id,
        importedAt: work.now,
        decidedAt: null,
        decidedBy: null,
        reason: null,
      }))
      .filter(({ leaderMail, titleKey }) => !known.has(`${leaderMail} ${titleKey}`));
    try {
      for (let start = 0; start < rows.length; start += CHUNK)
        await work.manager.insert(CollectedProject, rows.slice(start, start + CHUNK));
    } catch (error) {
      throw isDuplicateKey(error) ? failure('common.stale') : error;
    }
    for (const one of rows) await this.notices.offered(work, edition, one, 'first');
    await work.event({
      type: 'collected.imported',
      subjectType: 'edition',
      subjectId: edition.id,
      scopes: editionScopes(edition.id),
      payload: { added: rows.length, known: facts.length - rows.length },
    });
    return { added: rows.length, known: facts.length - rows.length };
  }

  private async record(
    work: Work,
    { id, editionId, region, division }: CollectedProject,
    type: string,
    payload: Record<string, unknown>,
  ): Promise<void> {
    const scopes = projectScopes({ editionId, region, division });
    await work.event({ type, subjectType: 'collected', subjectId: id, scopes, payload });
  }
}

import { type Actor, errorText, failure } from '@haishi/contracts';
import { FilesService, Jobs, namedFaults, UnitOfWork, type Work } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal } from 'typeorm';
import { Edition, editionScopes, projectScopes } from '../edition/edition.entity.js';
import { assertNotArchived } from '../edition/edition.words.js';
import { CollectedAccess } from './collected.access.js';
import type { CollectedImportInput, CollectedImportView } from './collected.dto.js';
import { CollectedProject } from './collected.entity.js';
import { COLLECTED_FILE } from './collected.files.js';
import { COLLECTED_JOB, type CollectedImport } from './collected.import.js';
import { CollectedLists } from './collected.list.js';
import { CollectedNotices } from './collected.notices.js';
import { closedOf, CollectedQueries } from './collected.queries.js';
import { referredBefore } from './referred-before.rules.js';

/** Projects that staff collect for an edition: of all of it, or of their own region. */
@Injectable()
export class CollectedService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: CollectedAccess,
    private readonly files: FilesService,
    private readonly lists: CollectedLists,
    private readonly queries: CollectedQueries,
    private readonly jobs: Jobs,
    private readonly notices: CollectedNotices,
  ) {}

  /**
   * Reads an uploaded list, and has it taken over in the background where that is asked for and every row is good, or
   * `skipFaulty` leaves out those that are not; the entrants are told then. What was collected before stays as it is, unless it was declined or taken back and `reopen` is asked for. Lists of one edition are taken over one after another,
   * since what one that breaks off leaves unseen is taken along by the next. Fails with `files.…` or `collected.import_…`.
   */
  async import(actor: Actor, editionName: string, input: CollectedImportInput): Promise<CollectedImportView> {
    const { edition, reach } = await this.access.edition(actor, editionName);
    const { fileId, commit, reopen = false, skipFaulty = false } = input;
    const file = await this.files.find(actor, fileId);
    if (file.purpose !== COLLECTED_FILE || file.ownerId !== actor.id)
      throw failure('files.not_usable', { field: 'fileId' });
    if (file.state === 'uploading') throw failure('files.not_ready', { field: 'fileId' });
    const { rows, faulty, unknownColumns } = await this.lists.read(fileId, edition.definition, reach);
    const good = rows.flatMap(({ row, project }) => (project ? [{ ...project, row }] : []));
    if (commit && faulty > 0 && !(skipFaulty && good.length > 0))
      throw failure('collected.import_has_faults', { field: 'fileId', params: { count: faulty } });
    if (commit) this.access.assertOpen(edition);
    const held = await this.queries.heldAmong(edition.id, good);
    return {
      total: rows.length,
      faults: namedFaults(rows).map(({ params, ...fault }) => ({
        ...fault,
        message: errorText(fault.code, actor.locale, params),
      })),
      faultyRows: rows.flatMap(({ row, faults }) => (faults.length > 0 ? [row] : [])),
      unknownColumns,
      referredBefore: referredBefore(held, reach),
      closed: closedOf(held, reach).length,
      jobId: commit
        ? await this.takeOver(actor, { editionId: edition.id, fileId, reach, reopen, skipFaulty }, good.length)
        : null,
    };
  }

  /** Tells the entrant once more. Fails with `collected.not_open`, and with `edition.action_not_allowed` where the edition is not open. */
  remind(actor: Actor, id: string): Promise<void> {
    return this.unitOfWork.run(actor, async (work) => {
      const { one, edition } = await this.access.managed(actor, id);
      this.access.assertOpen(edition);
      if (one.state !== 'open') throw failure('collected.not_open');
      await this.notices.offered(work, edition, one, work.now.toISOString().slice(0, 10));
      await this.record(work, one, 'collected.reminded', {});
    });
  }

  /** Takes back what was not claimed. Fails with `collected.not_open`, and with `edition.action_not_allowed` in an archived edition. */
  withdraw(actor: Actor, id: string, reason: string): Promise<void> {
    return this.unitOfWork.run(actor, async (work) => {
      const { one, edition } = await this.access.managed(actor, id);
      assertNotArchived(edition);
      const { affected } = await work.manager.update(
        CollectedProject,
        { id: Equal(id), state: 'open' },
        { state: 'withdrawn', decidedAt: work.now, decidedBy: actor.id, reason },
      );
      if (affected !== 1) throw failure('collected.not_open');
      await this.record(work, one, 'collected.withdrawn', { reason });
    });
  }

  private takeOver(actor: Actor, input: CollectedImport, listed: number): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      await work.lockRow(Edition, input.editionId);
      const others = await this.jobs.underWay(COLLECTED_JOB);
      if (others.some((job) => (job.input as CollectedImport).editionId === input.editionId))
        throw failure('collected.import_running');
      const jobId = await this.jobs.enqueue(work, COLLECTED_JOB, input);
      await work.event({
        type: 'collected.import_begun',
        subjectType: 'edition',
        subjectId: input.editionId,
        scopes: editionScopes(input.editionId),
        payload: { import: jobId, listed },
      });
      return jobId;
    });
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

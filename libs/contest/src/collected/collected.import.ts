import { setImmediate as nextTurn } from 'node:timers/promises';
import { failure } from '@haishi/contracts';
import { nameKey } from '@haishi/identity';
import { newId } from '@haishi/kernel';
import { type JobHandler, Jobs, type RunningJob, systemActor, UnitOfWork, type Work } from '@haishi/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Equal, In } from 'typeorm';
import { type Edition, editionScopes, projectScopes } from '../edition/edition.entity.js';
import { EditionQueries } from '../edition/edition.queries.js';
import type { Reach } from '../project/reach.js';
import { ARRIVING, CollectedProject } from './collected.entity.js';
import { CollectedLists } from './collected.list.js';
import { CollectedNotices } from './collected.notices.js';
import { CLOSED_STATES, CollectedQueries, keyOf } from './collected.queries.js';
import type { CollectedFacts } from './collected-row.rules.js';

export const COLLECTED_JOB = 'collected.import';

export interface CollectedImport {
  editionId: string;
  fileId: string;
  reach: Reach;
  /** Whether what was declined or taken back is offered again. */
  reopen?: boolean;
  /** Whether faulty rows are left out, and the others taken over. */
  skipFaulty?: boolean;
}

interface Taken {
  added: number;
  known: number;
  reopened?: number;
  skipped?: number;
}

/** Rows written, and notices ordered, by one transaction: few enough that nobody who writes meanwhile notices. */
const ROWS = 50;
const TOLD = 20;
/** How long a piece lets whoever acts go first. */
const GIVE_WAY_MS = 20;
const ACTOR = systemActor('collected');

/**
 * Takes a list over in pieces, unseen until the last row is there: all of it then stands at once, and its entrants are told.
 * Where a server dies over it, another goes on; no row comes in and nobody is told a second time.
 */
@Injectable()
export class CollectedImporter implements JobHandler<CollectedImport>, OnModuleInit {
  readonly kind = COLLECTED_JOB;

  constructor(
    private readonly jobs: Jobs,
    private readonly unitOfWork: UnitOfWork,
    private readonly editions: EditionQueries,
    private readonly lists: CollectedLists,
    private readonly queries: CollectedQueries,
    private readonly notices: CollectedNotices,
  ) {}

  onModuleInit(): void {
    this.jobs.register(this);
  }

  /**
   * Fails with `collected.import_has_faults` where the edition changed so that rows no longer fit; nothing is taken over then.
   * What is skipped, though, is whatever is faulty by now.
   */
  async run(job: RunningJob<CollectedImport>): Promise<Taken> {
    const { editionId, fileId, reach, reopen = false, skipFaulty = false } = job.input;
    const edition = await this.editions.get(editionId);
    const { rows, faulty } = await this.lists.read(fileId, edition.definition, reach);
    const facts = rows.flatMap(({ project }) => project ?? []);
    // A server may have died after everybody saw it: then only who was not told is left to do.
    if ((await this.queries.countOfImport(job.id)) === 0) {
      if (faulty > 0 && !(skipFaulty && facts.length > 0)) {
        await this.inPieces((work) => this.drop(work, job.id));
        throw failure('collected.import_has_faults', { field: 'fileId', params: { count: faulty } });
      }
      for (let start = 0; start < facts.length; start += ROWS) {
        await job.progress(start, facts.length * 2);
        await this.piece((work) => this.write(work, job, facts.slice(start, start + ROWS)));
      }
      await this.piece((work) =>
        this.show(work, job.id, edition, { listed: facts.length, skipped: rows.length - facts.length }),
      );
    }
    if (reopen)
      for (let start = 0; start < facts.length; start += ROWS)
        await this.piece((work) => this.offerAgain(work, job, facts.slice(start, start + ROWS)));
    let after = '';
    let told = 0;
    await this.inPieces(
      async (work) => {
        const part = await this.queries.openOfImport(job.id, after, TOLD);
        for (const one of part)
          await this.notices.offered(work, edition, one, one.reopenedAt ? `again-${job.id}` : 'first');
        after = part.at(-1)?.id ?? after;
        told += part.length;
        return part.length;
      },
      () => job.progress(facts.length + told, facts.length * 2),
    );
    const reopened = reopen ? await this.queries.reopenedByImport(job.id) : 0;
    const added = (await this.queries.countOfImport(job.id)) - reopened;
    return {
      added,
      known: facts.length - added - reopened,
      ...(reopen ? { reopened } : {}),
      ...(skipFaulty ? { skipped: faulty } : {}),
    };
  }

  /** Those of the part that nobody collected before; what an import that was given up left unseen is taken along. */
  private async write(work: Work, job: RunningJob<CollectedImport>, part: readonly CollectedFacts[]): Promise<void> {
    const { editionId } = job.input;
    const mails = [...new Set(part.map(({ leaderMail }) => leaderMail))];
    const held = new Map((await this.queries.of(editionId, mails)).map((one) => [keyOf(one), one]));
    const fresh: CollectedProject[] = [];
    const left: string[] = [];
    for (const facts of part) {
      const titleKey = nameKey(facts.title);
      const before = held.get(keyOf({ ...facts, titleKey }));
      if (before?.state === ARRIVING) left.push(before.id);
      if (before) continue;
      fresh.push({
        ...facts,
        id: newId(),
        editionId,
        titleKey,
        state: ARRIVING,
        importId: job.id,
        importedBy: job.ownerId,
        importedAt: work.now,
        reopenedAt: null,
        decidedAt: null,
        decidedBy: null,
        reason: null,
      });
    }
    if (fresh.length > 0) await work.manager.insert(CollectedProject, fresh);
    // A server that was taken for dead may be on its last piece: what it has shown since is its own.
    const unseen = { id: In(left), state: ARRIVING } as const;
    if (left.length > 0) await work.manager.update(CollectedProject, unseen, { importId: job.id });
  }

  /** Of the part what was declined or taken back, but for what this import itself had offered before. */
  private async offerAgain(
    work: Work,
    job: RunningJob<CollectedImport>,
    part: readonly CollectedFacts[],
  ): Promise<void> {
    const { editionId, reach } = job.input;
    const closed = await this.queries.closedAmong(editionId, reach, part);
    for (const { one, facts } of closed.filter(({ one: { importId } }) => importId !== job.id)) {
      const { affected } = await work.manager.update(
        CollectedProject,
        { id: Equal(one.id), state: In([...CLOSED_STATES]) },
        {
          ...facts,
          state: 'open',
          importId: job.id,
          reopenedAt: work.now,
          decidedAt: null,
          decidedBy: null,
          reason: null,
        },
      );
      if (affected !== 1) continue;
      await work.event({
        type: 'collected.reopened',
        subjectType: 'collected',
        subjectId: one.id,
        scopes: projectScopes({ editionId, region: facts.region, division: facts.division }),
        payload: { import: job.id, was: one.state, by: job.ownerId },
      });
    }
  }

  private async show(
    work: Work,
    importId: string,
    edition: Edition,
    { listed, skipped }: { listed: number; skipped: number },
  ): Promise<void> {
    await work.manager.update(CollectedProject, { importId: Equal(importId), state: ARRIVING }, { state: 'open' });
    const added = await this.queries.countOfImport(importId);
    await work.event({
      type: 'collected.imported',
      subjectType: 'edition',
      subjectId: edition.id,
      scopes: editionScopes(edition.id),
      payload: { import: importId, added, known: listed - added, skipped },
    });
  }

  private async drop(work: Work, importId: string): Promise<number> {
    const part = await this.queries.arrivingOf(importId, ROWS);
    if (part.length > 0) await work.manager.delete(CollectedProject, { id: In(part.map(({ id }) => id)) });
    return part.length;
  }

  /** One transaction after another, until one has nothing left to do. */
  private async inPieces(
    act: (work: Work) => Promise<number>,
    after: () => Promise<void> = () => Promise.resolve(),
  ): Promise<void> {
    while ((await this.piece(act)) > 0) await after();
  }

  private async piece<Result>(act: (work: Work) => Promise<Result>): Promise<Result> {
    await nextTurn();
    await this.unitOfWork.idle(GIVE_WAY_MS);
    return this.unitOfWork.run(ACTOR, act);
  }
}

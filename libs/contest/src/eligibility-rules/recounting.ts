import { Database, inPieces, Jobs, type RunningJob, systemActor, UnitOfWork, type Work } from '@haishi/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Equal, In } from 'typeorm';
import { Edition } from '../edition/edition.entity.js';
import { EditionQueries } from '../edition/edition.queries.js';
import { Project } from '../project/project.entity.js';
import { RuleCheck } from './rule-check.js';

const JOB = 'eligibility.recount';

const ACTOR = systemActor('eligibility');

const WAITING = Equal<Project['state']>('submitted');

/**
 * Keeps the numbers of conditions that a project fails, and that cannot be told, while it waits for its checkers, by which
 * their queue marks and filters it, as what they read beside it says.
 */
@Injectable()
export class Recounting implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly editions: EditionQueries,
    private readonly check: RuleCheck,
  ) {}

  onModuleInit(): void {
    this.jobs.register<{ editionId: string }>({ kind: JOB, run: (job) => this.run(job) });
  }

  /** Counts anew all that wait in an edition whose conditions change, some at a time after the commit. */
  async begin(work: Work, editionId: string): Promise<void> {
    await this.jobs.enqueue(work, JOB, { editionId });
  }

  /** Counts anew a project that comes back to its checkers, and those beside it. Who calls it holds the project's row. */
  async comesBack(work: Work, project: Project): Promise<void> {
    await work.lockRow(Edition, project.editionId);
    await this.keep(work, await this.editions.get(project.editionId), [project.id]);
    await this.beside(work, project);
  }

  /**
   * Counts anew the waiting projects of the same entrant or organisation as one that begins or ceases to take part, or is another's
   * by now. Who calls it holds the project's row and has written what changes.
   *
   * @param before the project as it was, where its owner or what it says of its organisation changes
   */
  async beside(work: Work, project: Project, before: Project = project): Promise<void> {
    const { definition } = await this.editions.get(project.editionId);
    if (project.submissions === 0 || !definition.rules?.some(({ kind }) => kind === 'onePerEntrant')) return;
    await work.lockRow(Edition, project.editionId);
    const edition = await this.editions.get(project.editionId);
    const ids = [
      ...(await this.check.waitingBeside(edition, before)),
      ...(before === project ? [] : await this.check.waitingBeside(edition, project)),
    ];
    await this.keep(work, edition, ids);
  }

  private async run({ input: { editionId }, progress }: RunningJob<{ editionId: string }>): Promise<void> {
    const waiting = await this.database.manager.find(Project, {
      select: { id: true },
      where: { editionId: Equal(editionId), state: WAITING },
      order: { id: 'ASC' },
    });
    await inPieces(
      this.unitOfWork,
      ACTOR,
      waiting.map(({ id }) => id),
      async (work, part) => {
        await work.lockRows(Project, part);
        await work.lockRow(Edition, editionId);
        await this.keep(work, await this.editions.get(editionId), part);
      },
      progress,
    );
  }

  /** Of those that wait by now. */
  private async keep(work: Work, edition: Edition, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    for (const project of await work.manager.findBy(Project, { id: In([...ids]), state: WAITING })) {
      const counts = await this.check.counts(edition, project);
      // What stays as it is needs no row of others.
      if (counts.unmetRules !== project.unmetRules || counts.unknownRules !== project.unknownRules)
        await work.manager.update(Project, project.id, { ...counts });
    }
  }
}

import { inPieces, Jobs, type RunningJob, systemActor, UnitOfWork, type Work } from '@haishi/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EditionQueries } from '../edition/edition.queries.js';
import { AdvancementNotices } from './advancement.notices.js';
import { AdvancementQueries } from './advancement.queries.js';

const JOB = 'advancement.tell';

const ACTOR = systemActor('advancement');

interface Telling {
  editionId: string;
  stageCode: string;
}

/**
 * Tells the entrants of a stage how its published decision came out, some at a time: the decision stands at once, however many
 * they are. Where a server dies over it, another goes on, and nobody is told twice.
 */
@Injectable()
export class AdvancementTelling implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly unitOfWork: UnitOfWork,
    private readonly editions: EditionQueries,
    private readonly queries: AdvancementQueries,
    private readonly notices: AdvancementNotices,
  ) {}

  onModuleInit(): void {
    this.jobs.register<Telling>({ kind: JOB, run: (job) => this.run(job) });
  }

  /** Begins after the commit that publishes the decision. */
  async begin(work: Work, editionId: string, stageCode: string): Promise<void> {
    await this.jobs.enqueue(work, JOB, { editionId, stageCode });
  }

  private async run({ input: { editionId, stageCode }, progress }: RunningJob<Telling>): Promise<void> {
    const decision = await this.queries.latest(editionId, stageCode);
    if (!decision?.publishedAt) return;
    const place = await this.queries.stage(await this.editions.get(editionId), stageCode);
    const published = {
      decision,
      candidates: new Map(decision.candidates.map((one) => [one.entryId, one])),
      ranked: decision.candidates.filter((one) => one.place !== null).length,
    };
    const { entries } = decision.answer;
    await inPieces(
      this.unitOfWork,
      ACTOR,
      entries,
      (work, part) => this.notices.published(work, place, published, part),
      progress,
    );
  }
}

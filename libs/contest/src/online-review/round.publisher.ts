import { ONLINE_REVIEW, type OnlineReviewDelta, type OnlineReviewRun } from '@haishi/contracts';
import { Realtime, systemActor, UnitOfWork, type Work } from '@haishi/platform';
import type { AssignmentRun, RunBrief } from '@haishi/review';
import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { Equal } from 'typeorm';
import { ReviewRound } from './round.entity.js';
import { RoundQueries } from './round.queries.js';

/** Sheets that come within as long are told of together: to count thousands after each would take longer than to store it. */
const TOGETHER_MS = 500;
const ACTOR = systemActor('online-review');

/** Tells who organises a round how far it is. Never what was scored. */
@Injectable()
export class RoundPublisher implements BeforeApplicationShutdown {
  private readonly logger = new Logger('RoundPublisher');
  private readonly due = new Map<string, NodeJS.Timeout>();
  private readonly counting = new Set<Promise<void>>();
  private ending = false;

  constructor(
    private readonly realtime: Realtime,
    private readonly rounds: RoundQueries,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Told soon after the commit, with whatever else changes it until then. */
  progress(work: Work, roundId: string): void {
    work.afterCommit(() => {
      if (this.ending || this.due.has(roundId)) return;
      this.due.set(roundId, setTimeout(() => this.begin(roundId), TOGETHER_MS).unref());
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.ending = true;
    for (const timer of this.due.values()) clearTimeout(timer);
    await Promise.all(this.counting);
  }

  async run(work: Work, roundId: string, run: RunBrief | AssignmentRun): Promise<void> {
    await this.publish(work, roundId, { run: runView(run) });
  }

  private begin(roundId: string): void {
    this.due.delete(roundId);
    const counted = this.count(roundId).finally(() => this.counting.delete(counted));
    this.counting.add(counted);
  }

  private async count(roundId: string): Promise<void> {
    try {
      const progress = await this.rounds.progress(roundId);
      await this.unitOfWork.run(ACTOR, async (work) => {
        // The demonstration may have been cleared meanwhile, the round with it.
        if (await work.manager.existsBy(ReviewRound, { id: Equal(roundId) }))
          await this.publish(work, roundId, { progress });
      });
    } catch (error) {
      this.logger.error(`How far the round ${roundId} is could not be told`, (error as Error).stack);
    }
  }

  private publish(work: Work, roundId: string, delta: OnlineReviewDelta): Promise<void> {
    return this.realtime.publish(work, ONLINE_REVIEW, roundId, delta);
  }
}

export function runView({ id, number, state, progress }: RunBrief | AssignmentRun): OnlineReviewRun {
  return { id, number, state, progress };
}

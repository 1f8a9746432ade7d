import { ONLINE_REVIEW, type OnlineReviewDelta, type OnlineReviewRun } from '@haishi/contracts';
import { Realtime, type Work } from '@haishi/platform';
import type { AssignmentRun, RunBrief } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import { RoundQueries } from './round.queries.js';

/** Tells who organises a round how far it is, in the transaction that changed it. Never what was scored. */
@Injectable()
export class RoundPublisher {
  constructor(
    private readonly realtime: Realtime,
    private readonly rounds: RoundQueries,
  ) {}

  async progress(work: Work, roundId: string): Promise<void> {
    await this.publish(work, roundId, { progress: await this.rounds.progress(roundId) });
  }

  async run(work: Work, roundId: string, run: RunBrief | AssignmentRun): Promise<void> {
    await this.publish(work, roundId, { run: runView(run) });
  }

  private publish(work: Work, roundId: string, delta: OnlineReviewDelta): Promise<void> {
    return this.realtime.publish(work, ONLINE_REVIEW, roundId, delta);
  }
}

export function runView({ id, number, state, progress }: RunBrief | AssignmentRun): OnlineReviewRun {
  return { id, number, state, progress };
}

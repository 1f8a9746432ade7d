import { ONLINE_REVIEW, type OnlineReviewSnapshot } from '@haishi/contracts';
import { Channels } from '@haishi/platform';
import { AssignedQueries, AssignmentRuns } from '@haishi/review';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { RoundAccess } from './round.access.js';
import { RoundPublisher, runView } from './round.publisher.js';
import { ROUND_CONTEXT } from './round.context.js';
import { RoundQueries } from './round.queries.js';

/** What of a round is pushed live: to who organises it alone. */
@Injectable()
export class RoundChannel implements OnModuleInit {
  constructor(
    private readonly channels: Channels,
    private readonly access: RoundAccess,
    private readonly assigned: AssignedQueries,
    private readonly runs: AssignmentRuns,
    private readonly publisher: RoundPublisher,
    private readonly rounds: RoundQueries,
  ) {}

  onModuleInit(): void {
    this.channels.register({
      name: ONLINE_REVIEW,
      authorise: async (actor, key) => {
        await this.access.managed(actor, key);
        return { actor };
      },
      snapshot: async (key): Promise<OnlineReviewSnapshot> => {
        const [run] = await this.assigned.runs(key);
        return { run: run ? runView(run) : null, progress: await this.rounds.progress(key) };
      },
    });
    this.runs.listen(ROUND_CONTEXT, (work, run) => this.publisher.run(work, run.panelId, run));
  }
}

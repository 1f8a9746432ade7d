import { type Actor, failure } from '@haishi/contracts';
import { assertContent, type HeldContent, type Work } from '@haishi/platform';
import { Panels, ReviewQueries } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import { EditionQueries } from '../edition/edition.queries.js';
import { breakersOf, chainOf, judgedBefore, tieFaults, tiesOf } from '../edition/ties.rules.js';
import { RoundCommands } from '../online-review/round.commands.js';
import { SessionCommands } from '../roadshow/session.commands.js';

/** What separates equal results of one online review or session, where it is not what its stage says; before anybody scores. */
@Injectable()
export class TieChainService {
  constructor(
    private readonly rounds: RoundCommands,
    private readonly sessions: SessionCommands,
    private readonly editions: EditionQueries,
    private readonly panels: Panels,
    private readonly review: ReviewQueries,
  ) {}

  /** Null for what the stage says. Fails with `common.stale` where another chain than `held` stands, with `common.invalid` that names every faulty member, and `review.panel_scored`. */
  ofRound(actor: Actor, roundId: string, held: HeldContent, ties: readonly string[] | null): Promise<void> {
    return this.rounds.manage(actor, roundId, 'prepare', async (work, round) => {
      return { type: 'review_round.ties_set', payload: { ties: await this.set(work, round, held, ties) } };
    });
  }

  /** As {@link ofRound}. */
  ofSession(actor: Actor, sessionId: string, held: HeldContent, ties: readonly string[] | null): Promise<void> {
    return this.sessions.run(actor, sessionId, 'roadshow.manage', ['edit'], async (work, session) => {
      return { type: 'roadshow.ties_set', payload: { ties: await this.set(work, session, held, ties) } };
    });
  }

  /** Answers the chain. */
  private async set(
    work: Work,
    { id, editionId, stageCode }: { id: string; editionId: string; stageCode: string },
    held: HeldContent,
    ties: readonly string[] | null,
  ): Promise<readonly string[]> {
    const { rubric, aggregation } = (await this.review.panel(id))!;
    assertContent(chainOf(aggregation), held);
    const stages = await this.editions.stages(editionId);
    const earlier = judgedBefore(stages, stageCode).map(({ code }) => code);
    const faults = tieFaults(ties ?? [], rubric, earlier, 'ties');
    if (faults.length > 0) throw failure('common.invalid', { fields: faults });
    const { settings } = stages.find(({ code }) => code === stageCode)!;
    const chain = ties ?? tiesOf(settings, rubric);
    await this.panels.revise(work, id, { rubric, aggregation: { ...aggregation, ties: breakersOf(chain) } });
    return chain;
  }
}

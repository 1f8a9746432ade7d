import type { Work } from '@haishi/platform';
import { Panels, type RecusalOf, Recusals, ReviewQueries } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import { editionScopes } from '../edition/edition.entity.js';
import { isFound } from '../involvement/closed.rules.js';
import { RoundPublisher } from '../online-review/round.publisher.js';
import { RoundQueries } from '../online-review/round.queries.js';
import { ROUND_MACHINE } from '../online-review/round.rules.js';
import { SessionPublisher } from '../roadshow/session.publisher.js';
import { SessionQueries } from '../roadshow/session.queries.js';
import { SESSION_MACHINE } from '../roadshow/session.rules.js';
import { sessionScopes } from '../roadshow/session.scopes.js';

interface Dismissal {
  projectId: string;
  personId: string;
  reason: string;
}

/** What panels took over of a recusal from a project, or found by names alike themselves. */
@Injectable()
export class PanelCopies {
  constructor(
    private readonly review: ReviewQueries,
    private readonly panels: Panels,
    private readonly recusals: Recusals,
    private readonly rounds: RoundQueries,
    private readonly progress: RoundPublisher,
    private readonly sessions: SessionQueries,
    private readonly stage: SessionPublisher,
  ) {}

  /**
   * Lifts it with the dismissal at the project: in reviews that still give entries to judges, and in sessions that have not begun. On
   * any other panel it stays, since scores may rest on it, and is lifted there by hand; so it does where a panel decided of its own that
   * the person is recused, which the others follow.
   */
  async lift(work: Work, dismissal: Dismissal): Promise<void> {
    const held = (await this.review.recusalsOf(dismissal.personId)).filter(
      ({ externalId }) => externalId === dismissal.projectId,
    );
    if (!held.every(isFound)) return;
    for (const copy of held) {
      await this.panels.lock(work, copy.panelId);
      await this.inRound(work, copy, dismissal);
      await this.inSession(work, copy, dismissal);
    }
  }

  private async inRound(work: Work, { panelId, entryId }: RecusalOf, { personId, reason }: Dismissal): Promise<void> {
    const round = await this.rounds.find(panelId);
    if (!round || !ROUND_MACHINE.next(round.state, 'assign')) return;
    const { tookPair } = await this.recusals.lift(work, { panelId, entryId, personId, reason });
    await work.event({
      type: 'recusal.lifted',
      subjectType: 'review_round',
      subjectId: panelId,
      scopes: editionScopes(round.editionId),
      payload: { stage: round.stageCode, entryId, personId, reason, tookPair },
    });
    this.progress.progress(work, panelId);
  }

  private async inSession(work: Work, { panelId, entryId }: RecusalOf, { personId, reason }: Dismissal): Promise<void> {
    const session = await this.sessions.find(panelId);
    if (!session || !(['edit', 'gather'] as const).some((action) => SESSION_MACHINE.next(session.state, action)))
      return;
    const { seatNo } = (await this.review.seatOf(panelId, personId))!;
    const phones = await this.stage.held(panelId);
    await this.recusals.lift(work, { panelId, entryId, personId, reason });
    await work.event({
      type: 'recusal.lifted',
      subjectType: 'session',
      subjectId: panelId,
      scopes: sessionScopes(session),
      payload: { entryId, seatNo, personId, reason },
    });
    await this.stage.stage(work, panelId, phones);
  }
}

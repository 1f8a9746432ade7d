import { type Actor } from '@haishi/contracts';
import { UnitOfWork, type Work } from '@haishi/platform';
import { Panels } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import { editionScopes } from '../edition/edition.entity.js';
import { DeskNotices } from './desk.notices.js';
import { RoundAccess } from './round.access.js';
import { ReviewRound } from './round.entity.js';
import { RoundPublisher } from './round.publisher.js';
import { ROUND_MACHINE, type RoundAction } from './round.rules.js';
import { notInRoundState } from './round.words.js';

/** What a command says of itself for the audit; never a score. */
export interface RoundEvent {
  type: string;
  payload?: Record<string, unknown>;
  /** Set where the round does not move on after all: what it led to began at once. */
  stays?: true;
  /** Judges who have something to score by it; they are told once judges are let in. */
  given?: readonly string[];
}

/** Runs a command on a round: one after another, checked, in its state, recorded, and its progress told to who organises it. */
@Injectable()
export class RoundCommands {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly panels: Panels,
    private readonly access: RoundAccess,
    private readonly publisher: RoundPublisher,
    private readonly notices: DeskNotices,
  ) {}

  /** By who organises the edition. Fails with `online_review.action_not_allowed` where the round's state forbids it. */
  manage(
    actor: Actor,
    roundId: string,
    action: RoundAction,
    act: (work: Work, round: ReviewRound) => Promise<RoundEvent>,
  ): Promise<void> {
    return this.run(actor, roundId, action, () => this.access.managed(actor, roundId), act);
  }

  /** By a judge of the round. Fails as {@link manage} does. */
  judge(
    actor: Actor,
    roundId: string,
    action: RoundAction,
    act: (work: Work, round: ReviewRound) => Promise<RoundEvent>,
  ): Promise<void> {
    return this.run(actor, roundId, action, () => this.access.judged(actor, roundId), act);
  }

  private run(
    actor: Actor,
    roundId: string,
    action: RoundAction,
    find: () => Promise<ReviewRound>,
    act: (work: Work, round: ReviewRound) => Promise<RoundEvent>,
  ): Promise<void> {
    return this.unitOfWork.run(actor, async (work) => {
      await this.panels.lock(work, roundId);
      const round = await find();
      const next = ROUND_MACHINE.next(round.state, action);
      if (!next) throw notInRoundState(round.state);
      const { type, payload = {}, stays, given = [] } = await act(work, round);
      if (MOVES.includes(action) && !stays) await work.manager.update(ReviewRound, roundId, { state: next });
      await work.event({
        type,
        subjectType: 'review_round',
        subjectId: roundId,
        scopes: editionScopes(round.editionId),
        payload: { stage: round.stageCode, ...payload },
      });
      if (action === 'open') await this.notices.opened(work, round, given);
      else if (round.state === 'open') await this.notices.given(work, round, given);
      this.publisher.progress(work, roundId);
    });
  }
}

/** The actions that change a round's state; the others are done in it. */
const MOVES: readonly RoundAction[] = ['open', 'close', 'reopen', 'rereview', 'confirm', 'unconfirm'];

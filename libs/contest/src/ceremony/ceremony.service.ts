import { type Actor, failure, ROADSHOW_ENDED } from '@haishi/contracts';
import { assertContent, type HeldContent, type Work } from '@haishi/platform';
import { rank, ReviewQueries } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import { moveBoard } from '../roadshow/session.board.js';
import { type CommandEvent, SessionCommands } from '../roadshow/session.commands.js';
import { RoadshowEntry } from '../roadshow/session.entity.js';
import { SessionQueries } from '../roadshow/session.queries.js';
import { SessionResults } from '../roadshow/session.results.js';
import { ANY_STATE } from '../roadshow/session.rules.js';
import { nextDue } from './automatic.rules.js';
import type { CeremonyPlanInput } from './ceremony.dto.js';
import { Ceremony, type CeremonyPlan, NO_PLAN, type SealedResult } from './ceremony.entity.js';
import { CeremonyQueries } from './ceremony.queries.js';
import { toldBy } from './ceremony.scene.js';
import { type RevealEntry, revealSteps } from './reveal.rules.js';

const PERMISSION = 'roadshow.chair';

/** What the chair does for the ceremony of a session. */
@Injectable()
export class CeremonyService {
  constructor(
    private readonly commands: SessionCommands,
    private readonly sessions: SessionQueries,
    private readonly ceremonies: CeremonyQueries,
    private readonly review: ReviewQueries,
    private readonly results: SessionResults,
  ) {}

  /** Fails with `common.stale` where another plan than `held` stands, with `ceremony.begun_already`, `ceremony.range_turned`, `ceremony.line_missing`. */
  plan(actor: Actor, sessionId: string, held: HeldContent, input: CeremonyPlanInput): Promise<void> {
    return this.commands.run(actor, sessionId, PERMISSION, ANY_STATE, async (work) => {
      assertContent((await this.ceremonies.find(sessionId))?.plan ?? NO_PLAN, held);
      const plan = toPlan(input);
      await this.change(work, sessionId, { plan: plan as never });
      const { awards, slides, advancing, lineFirst } = plan;
      return {
        type: 'ceremony.planned',
        payload: {
          awards: awards.length,
          slides: slides.length,
          ...(advancing === null ? {} : { advancing }),
          ...(lineFirst ? { lineFirst } : {}),
        },
      };
    });
  }

  /** From now on scores are locked and not shown. Fails with `roadshow.frozen`. */
  freeze(actor: Actor, sessionId: string): Promise<void> {
    return this.commands.run(actor, sessionId, PERMISSION, ['run'], async (work) => {
      if ((await this.ceremonies.find(sessionId))?.frozenAt) throw failure('roadshow.frozen');
      await this.change(work, sessionId, { frozenAt: work.now });
      return { type: 'ceremony.frozen' };
    });
  }

  /** Scores can be shown again, and the board is ranked as it would be without the freeze. Fails with `roadshow.not_frozen`. */
  unfreeze(actor: Actor, sessionId: string): Promise<void> {
    return this.commands.run(actor, sessionId, PERMISSION, ['run'], async (work) => {
      if (!(await this.ceremonies.find(sessionId))?.frozenAt) throw failure('roadshow.not_frozen');
      await this.change(work, sessionId, { frozenAt: null });
      await this.moveBoard(work, sessionId);
      return { type: 'ceremony.unfrozen' };
    });
  }

  /** Works out every step from the results as they stand; the actor presents. Fails with `ceremony.session_not_closed`, `ceremony.begun_already`. */
  begin(actor: Actor, sessionId: string): Promise<void> {
    return this.commands.run(actor, sessionId, PERMISSION, ANY_STATE, async (work, session) => {
      if (!ROADSHOW_ENDED.includes(session.state)) throw failure('ceremony.session_not_closed');
      const plan = (await this.ceremonies.find(sessionId))?.plan ?? NO_PLAN;
      const { entries, sealed, order } = await this.workOut(work, sessionId);
      const steps = revealSteps(entries, order, {
        advancing: plan.advancing,
        lineFirst: plan.lineFirst === true,
        awards: plan.awards.map(({ from, to }, award) => ({ award, from, to })),
        slides: plan.slides.map(({ beforePlace }, slide) => ({ slide, beforePlace })),
      });
      await this.change(work, sessionId, {
        state: 'running',
        steps: steps as never,
        sealed: sealed as never,
        begunAt: work.now,
        presenterId: actor.id,
      });
      return { type: 'ceremony.begun' };
    });
  }

  /** From now on the actor presents, and sees what comes next instead of who did. Fails with `ceremony.not_running`, `ceremony.presented_already`. */
  takeOver(actor: Actor, sessionId: string): Promise<void> {
    return this.commands.run(actor, sessionId, PERMISSION, ANY_STATE, async (work) => {
      const { presenterId } = await this.running(sessionId);
      if (presenterId === actor.id) throw failure('ceremony.presented_already');
      await work.manager.update(Ceremony, sessionId, { presenterId: actor.id });
      return { type: 'ceremony.taken_over' };
    });
  }

  /**
   * Goes one step on or back; `at` says how many steps are triggered then, so that what is sent twice moves once. The
   * last step makes the results the session's own. Fails with `ceremony.not_running`, `ceremony.not_presenter`,
   * `ceremony.step_elsewhere`.
   */
  step(actor: Actor, sessionId: string, at: number): Promise<void> {
    return this.commands.run(actor, sessionId, PERMISSION, ANY_STATE, async (work) => {
      const ceremony = await this.presented(actor, sessionId);
      if (Math.abs(at - ceremony.at) !== 1 || at > ceremony.steps.length) throw failure('ceremony.step_elsewhere');
      const autoSeconds = at < ceremony.at ? null : ceremony.autoSeconds;
      return this.go(work, { ...ceremony, autoSeconds }, at);
    });
  }

  /**
   * From now on every step follows the one before by itself after `seconds`; going back ends that, and the last step waits
   * for a hand. Fails with `ceremony.not_running`, `ceremony.not_presenter`, `ceremony.last_by_hand`.
   */
  goAutomatic(actor: Actor, sessionId: string, seconds: number): Promise<void> {
    return this.commands.run(actor, sessionId, PERMISSION, ANY_STATE, async (work) => {
      const ceremony = await this.presented(actor, sessionId);
      const dueAt = nextDue({ ...ceremony, autoSeconds: seconds }, work.now);
      if (dueAt === null) throw failure('ceremony.last_by_hand');
      await work.manager.update(Ceremony, sessionId, { autoSeconds: seconds, dueAt });
      return { type: 'ceremony.automatic', payload: { seconds } };
    });
  }

  /** Anybody who may chair can halt it. Fails with `ceremony.not_running`, `ceremony.not_automatic`. */
  goByHand(actor: Actor, sessionId: string): Promise<void> {
    return this.commands.run(actor, sessionId, PERMISSION, ANY_STATE, async (work) => {
      const { autoSeconds } = await this.running(sessionId);
      if (autoSeconds === null) throw failure('ceremony.not_automatic');
      await work.manager.update(Ceremony, sessionId, BY_HAND);
      return { type: 'ceremony.by_hand' };
    });
  }

  /**
   * Goes the step that is due by itself. Where nobody would see it, since screens are blank, it goes by hand from now on.
   * Fails with `ceremony.step_elsewhere` where another server was first, or a hand.
   */
  stepDue(actor: Actor, sessionId: string): Promise<void> {
    return this.commands.run(actor, sessionId, PERMISSION, ANY_STATE, async (work, session) => {
      const ceremony = await this.running(sessionId);
      if (ceremony.dueAt === null || ceremony.dueAt > work.now) throw failure('ceremony.step_elsewhere');
      if (session.blankedAt === null) return this.go(work, ceremony, ceremony.at + 1);
      await work.manager.update(Ceremony, sessionId, BY_HAND);
      return { type: 'ceremony.by_hand' };
    });
  }

  private async running(sessionId: string): Promise<Ceremony> {
    const ceremony = await this.ceremonies.find(sessionId);
    if (ceremony?.state !== 'running') throw failure('ceremony.not_running');
    return ceremony;
  }

  private async presented(actor: Actor, sessionId: string): Promise<Ceremony> {
    const ceremony = await this.running(sessionId);
    if (ceremony.presenterId !== actor.id) throw failure('ceremony.not_presenter');
    return ceremony;
  }

  /** Moves to `at`, and says when the next step is due. */
  private async go(work: Work, ceremony: Ceremony, at: number): Promise<CommandEvent> {
    const { sessionId, autoSeconds, steps } = ceremony;
    const dueAt = nextDue({ autoSeconds, at, steps }, work.now);
    await work.manager.update(Ceremony, sessionId, { at, dueAt, autoSeconds: dueAt && autoSeconds });
    const step = steps[at - 1];
    if (step?.kind === 'end') {
      await this.end(work, sessionId, ceremony);
      return { type: 'ceremony.ended' };
    }
    const entry = step && 'entryId' in step ? { entryId: step.entryId } : {};
    return { type: 'ceremony.stepped', payload: { at, ...(step ? { kind: step.kind } : {}), ...entry } };
  }

  private async end(work: Work, sessionId: string, { steps, sealed }: Ceremony): Promise<void> {
    for (const { entryId, shown, tieValues } of toldBy(steps, sealed).values())
      await work.manager.update(RoadshowEntry, entryId, {
        state: 'shown',
        shown: shown as never,
        shownTies: tieValues,
        shownAt: work.now,
      });
    await this.moveBoard(work, sessionId);
    await work.manager.update(Ceremony, sessionId, { state: 'ended', endedAt: work.now });
  }

  private async moveBoard(work: Work, sessionId: string): Promise<void> {
    const { ties } = (await this.review.panel(sessionId))!.aggregation;
    await moveBoard(work, await this.sessions.entries(sessionId), ties, await this.review.rulings(sessionId));
  }

  /** The results as they will be told, the final order, and the sealed entries in the order of the stage. */
  private async workOut(
    work: Work,
    sessionId: string,
  ): Promise<{ entries: RevealEntry[]; sealed: SealedResult[]; order: string[] }> {
    const { ties } = (await this.review.panel(sessionId))!.aggregation;
    const held = await this.sessions.entries(sessionId);
    const sealed = await this.results.untold(work, sessionId, held);
    const sealedOf = (entryId: string) => sealed.find((one) => one.entryId === entryId);
    const places = rank(
      held.flatMap(({ id, shown, shownTies }) => {
        const own = sealedOf(id);
        if (own) return [{ entryId: id, result: { score: own.shown.score, tieValues: own.tieValues } }];
        return shown ? [{ entryId: id, result: { score: shown.score, tieValues: shownTies! } }] : [];
      }),
      ties,
      await this.review.rulings(sessionId),
    );
    const unplaced = held.filter(({ id }) => !places.some(({ entryId }) => entryId === id));
    const entries = [...places.map(({ entryId }) => entryId), ...unplaced.map(({ id }) => id)].map((entryId, order) => {
      const { state, shown, position } = held.find(({ id }) => id === entryId)!;
      return {
        entryId,
        order,
        place: places.find((one) => one.entryId === entryId)?.place ?? null,
        known: shown !== null && sealedOf(entryId) === undefined,
        withdrawn: state !== 'locked' && state !== 'shown',
        turn: position,
      };
    });
    return { entries, sealed, order: sealed.map(({ entryId }) => entryId) };
  }

  /** Changes what has not begun; makes it where there is none. */
  private async change(work: Work, sessionId: string, part: Partial<Ceremony>): Promise<void> {
    const held = await this.ceremonies.find(sessionId);
    if (held && held.state !== 'planned') throw failure('ceremony.begun_already');
    if (held) await work.manager.update(Ceremony, sessionId, part as never);
    else
      await work.manager.insert(Ceremony, {
        sessionId,
        state: 'planned',
        plan: NO_PLAN,
        steps: [],
        sealed: [],
        at: 0,
        frozenAt: null,
        begunAt: null,
        presenterId: null,
        ...BY_HAND,
        endedAt: null,
        ...part,
      } as never);
  }
}

const BY_HAND = { autoSeconds: null, dueAt: null };

function toPlan({ awards, slides, advancing, lineFirst }: CeremonyPlanInput): CeremonyPlan {
  if (lineFirst && advancing == null) throw failure('ceremony.line_missing', { field: 'advancing' });
  awards.forEach(({ from, to }, index) => {
    if (from > to) throw failure('ceremony.range_turned', { field: `awards.${index}.to` });
  });
  return {
    awards: awards.map(({ nameZh, nameEn, from, to }) => ({ name: { zh: nameZh, en: nameEn || nameZh }, from, to })),
    slides: slides.map(({ titleZh, titleEn, textZh, textEn, beforePlace }) => ({
      title: { zh: titleZh, en: titleEn || titleZh },
      text: { zh: textZh ?? '', en: textEn || (textZh ?? '') },
      beforePlace: beforePlace ?? null,
    })),
    advancing: advancing ?? null,
    ...(lineFirst ? { lineFirst } : {}),
  };
}

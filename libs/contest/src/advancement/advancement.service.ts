import { type Actor, failure, type LocalText } from '@haishi/contracts';
import { newId } from '@haishi/kernel';
import { assertVersion, isDuplicateKey, UnitOfWork, type Work } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { CeremonyQueries } from '../ceremony/ceremony.queries.js';
import { editionScopes } from '../edition/edition.entity.js';
import type { DecideInput, ReplaceInput } from './advancement.dto.js';
import { StageAdvancement } from './advancement.entity.js';
import { AdvancementNotices } from './advancement.notices.js';
import { AdvancementQueries } from './advancement.queries.js';
import { AdvancementReader } from './advancement.reader.js';
import type { JudgedStage } from './judged-stages.js';
import { workOut } from './advancement.rules.js';
import { AdvancementTelling } from './advancement.telling.js';
import { AdvancementTies } from './advancement.ties.js';
import { problemWords } from './advancement.words.js';
import { Replacing } from './replacing.js';

/** What organisers decide on who advances. Every command raises the stage's revision, held against `revision`. */
@Injectable()
export class AdvancementService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly queries: AdvancementQueries,
    private readonly reader: AdvancementReader,
    private readonly ceremonies: CeremonyQueries,
    private readonly notices: AdvancementNotices,
    private readonly ties: AdvancementTies,
    private readonly replacing: Replacing,
    private readonly telling: AdvancementTelling,
  ) {}

  /**
   * Decides what was previewed, with all that it was made of. Fails with `advancement.published`, `advancement.stale` where
   * the results are others than those previewed, `advancement.impossible`, `common.required` where an earlier decision is
   * replaced without a reason, as {@link AdvancementTies.assertDecides} says, and as a preview does.
   */
  decide(actor: Actor, name: string, stageCode: string, revision: number, input: DecideInput): Promise<void> {
    return this.run(actor, name, stageCode, revision, async (work, place, latest) => {
      if (latest?.publishedAt) throw failure('advancement.published');
      if (latest && !input.reason) throw failure('common.required', { field: 'reason' });
      const tied = await this.ties.assertDecides(actor, place, await this.queries.counted(place, input.plan));
      const { plan, outcome } = await this.reader.outcome(actor, place, input.plan);
      if ('problems' in outcome) {
        const words = outcome.problems.map((one) => problemWords(one, place.edition.definition));
        throw failure('advancement.impossible', {
          field: 'plan',
          params: { why: textOf(words, actor) },
          data: { problems: words },
        });
      }
      const { candidates, answer, digest } = outcome;
      if (digest !== input.digest) throw failure('advancement.stale', { field: 'digest' });
      if (latest) await this.replacing.raise(work, latest);
      try {
        await work.manager.insert(StageAdvancement, {
          id: newId(),
          editionId: place.edition.id,
          stageCode,
          number: (latest?.number ?? 0) + 1,
          revision: revision + 1,
          plan,
          candidates,
          answer,
          digest,
          reason: latest ? input.reason! : null,
          decidedAt: work.now,
          decidedBy: actor.id,
          publishedAt: null,
          publishedBy: null,
        });
      } catch (error) {
        if (isDuplicateKey(error)) throw failure('common.stale');
        throw error;
      }
      const reason = latest ? { reason: input.reason } : {};
      return {
        type: 'advancement.decided',
        payload: { number: (latest?.number ?? 0) + 1, digest, ...reason, ...tiedTo(tied) },
      };
    });
  }

  /**
   * Publishes the decision, for good; its entrants are told in the background. Fails as {@link AdvancementTies.assertDecides} says, with `advancement.not_decided`, `advancement.published`,
   * `advancement.not_told` where a ceremony has yet to tell results of it or of an earlier stage that counts, and with `advancement.stale` where an entry withdrew or a result changed since.
   */
  publish(actor: Actor, name: string, stageCode: string, revision: number): Promise<void> {
    return this.run(actor, name, stageCode, revision, async (work, place, latest) => {
      if (!latest) throw failure('advancement.not_decided');
      if (latest.publishedAt) throw failure('advancement.published');
      const counted = await this.queries.counted(place, latest.plan);
      const tied = await this.ties.assertDecides(actor, place, counted);
      const parts = [place, ...counted].flatMap((one) => one.parts);
      const waiting = await this.ceremonies.untold(parts.map(({ id }) => id));
      const untold = parts.filter(({ id }) => waiting.includes(id)).map(({ name: called }) => called);
      if (untold.length > 0) throw failure('advancement.not_told', { params: { sessions: untold } });
      const now = workOut(await this.queries.facts(place, latest.plan), latest.plan);
      if (!('digest' in now) || now.digest !== latest.digest) throw failure('advancement.stale');
      await this.replacing.raise(work, latest, { publishedAt: work.now, publishedBy: actor.id });
      await this.telling.begin(work, place.edition.id, stageCode);
      return {
        type: 'advancement.published',
        payload: { number: latest.number, digest: latest.digest, ...tiedTo(tied) },
      };
    });
  }

  /**
   * Takes out an entry that withdrew or gave up after the publication; the next on the waiting list moves up. Fails with
   * `advancement.not_published` and as {@link Replacing.takeOut} does.
   */
  replace(actor: Actor, name: string, stageCode: string, revision: number, input: ReplaceInput): Promise<void> {
    return this.run(actor, name, stageCode, revision, async (work, place, latest) => {
      if (!latest?.publishedAt) throw failure('advancement.not_published');
      const { entryId, reason } = input;
      const leaving = { entryId, reason, struckBy: null, vacant: false };
      const { number, movedUp, tied } = await this.replacing.takeOut(work, place, latest, leaving, 'entryId');
      await this.notices.left(work, place, latest, { entryId, reason });
      await this.notices.movedUp(work, place, latest, movedUp);
      return { type: 'advancement.replaced', payload: { number, left: entryId, movedUp, reason, ...tiedTo(tied) } };
    });
  }

  private run(
    actor: Actor,
    name: string,
    stageCode: string,
    revision: number,
    command: (
      work: Work,
      place: JudgedStage,
      latest: StageAdvancement | null,
    ) => Promise<{ type: string; payload: Record<string, unknown> }>,
  ): Promise<void> {
    return this.unitOfWork.run(actor, async (work) => {
      const edition = await this.reader.edition(actor, name);
      const place = await this.queries.stage(edition, stageCode);
      const latest = await this.queries.latest(edition.id, stageCode);
      assertVersion(latest?.revision ?? 0, revision);
      const { type, payload } = await command(work, place, latest);
      await work.event({
        type,
        subjectType: 'edition',
        subjectId: edition.id,
        scopes: editionScopes(edition.id),
        payload: { stage: stageCode, ...payload },
      });
    });
  }
}

/** For the audit, of who decides on a stage with a tie to some of it. */
const tiedTo = (tied: readonly string[]) => (tied.length > 0 ? { tied } : {});

const textOf = (words: readonly LocalText[], { locale }: Actor): string => words.map((one) => one[locale]).join(' ');

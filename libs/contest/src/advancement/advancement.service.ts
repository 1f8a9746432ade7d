import { type Actor, failure, type LocalText } from '@haishi/contracts';
import { newId } from '@haishi/kernel';
import { isDuplicateKey } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { CeremonyQueries } from '../ceremony/ceremony.queries.js';
import type { DecideInput } from './advancement.dto.js';
import { StageAdvancement } from './advancement.entity.js';
import { AdvancementQueries } from './advancement.queries.js';
import { workOut } from './advancement.rules.js';
import { AdvancementTelling } from './advancement.telling.js';
import { AdvancementTies } from './advancement.ties.js';
import { problemWords } from './advancement.words.js';
import { Outcomes } from './outcomes.js';
import { raiseRevision, StageCommands, tiedTo } from './stage.commands.js';

/** What organisers decide on who advances, and make public. */
@Injectable()
export class AdvancementService {
  constructor(
    private readonly commands: StageCommands,
    private readonly queries: AdvancementQueries,
    private readonly outcomes: Outcomes,
    private readonly ceremonies: CeremonyQueries,
    private readonly ties: AdvancementTies,
    private readonly telling: AdvancementTelling,
  ) {}

  /**
   * Decides what was previewed, with all that it was made of. Fails with `advancement.published`, `advancement.stale` where
   * the results are others than those previewed, `advancement.impossible`, `common.required` where an earlier decision is
   * replaced without a reason, as {@link AdvancementTies.assertDecides} says, and as a preview does.
   */
  decide(actor: Actor, name: string, stageCode: string, revision: number, input: DecideInput): Promise<void> {
    return this.commands.run(actor, name, stageCode, revision, async (work, place, latest) => {
      if (latest?.publishedAt) throw failure('advancement.published');
      if (latest && !input.reason) throw failure('common.required', { field: 'reason' });
      const { numbers } = await this.ties.assertDecides(actor, place, await this.queries.counted(place, input.plan));
      const { plan, outcome } = await this.outcomes.of(actor, place, input.plan);
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
      if (latest) await raiseRevision(work, latest);
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
        payload: { number: (latest?.number ?? 0) + 1, digest, ...reason, ...tiedTo(numbers) },
      };
    });
  }

  /**
   * Publishes the decision, for good; its entrants are told in the background. Fails as {@link AdvancementTies.assertDecides} says, with `advancement.not_decided`, `advancement.published`,
   * `advancement.not_told` where a ceremony has yet to tell results of it or of an earlier stage that counts, and with `advancement.stale` where an entry withdrew or a result changed since.
   */
  publish(actor: Actor, name: string, stageCode: string, revision: number): Promise<void> {
    return this.commands.run(actor, name, stageCode, revision, async (work, place, latest) => {
      if (!latest) throw failure('advancement.not_decided');
      if (latest.publishedAt) throw failure('advancement.published');
      const counted = await this.queries.counted(place, latest.plan);
      const { numbers } = await this.ties.assertDecides(actor, place, counted);
      const parts = [place, ...counted].flatMap((one) => one.parts);
      const waiting = await this.ceremonies.untold(parts.map(({ id }) => id));
      const untold = parts.filter(({ id }) => waiting.includes(id)).map(({ name: called }) => called);
      if (untold.length > 0) throw failure('advancement.not_told', { params: { sessions: untold } });
      const now = workOut(await this.queries.facts(place, latest.plan), latest.plan);
      if (!('digest' in now) || now.digest !== latest.digest) throw failure('advancement.stale');
      await raiseRevision(work, latest, { publishedAt: work.now, publishedBy: actor.id });
      await this.telling.begin(work, place.edition.id, stageCode);
      return {
        type: 'advancement.published',
        payload: { number: latest.number, digest: latest.digest, ...tiedTo(numbers) },
      };
    });
  }
}

const textOf = (words: readonly LocalText[], { locale }: Actor): string => words.map((one) => one[locale]).join(' ');

import { type Actor, failure } from '@haishi/contracts';
import { assertVersion, UnitOfWork, type Work } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal, IsNull } from 'typeorm';
import { editionScopes } from '../edition/edition.entity.js';
import { StageAdvancement } from './advancement.entity.js';
import { AdvancementQueries } from './advancement.queries.js';
import type { JudgedStage } from './judged-stages.js';
import { Outcomes } from './outcomes.js';

/** What a command did, for the audit. */
interface StageEvent {
  type: string;
  payload: Record<string, unknown>;
}

/** Runs a command on who advances from a stage, by who organises the whole edition, and records it. */
@Injectable()
export class StageCommands {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly outcomes: Outcomes,
    private readonly queries: AdvancementQueries,
  ) {}

  /** Every command raises the stage's revision, held against `revision`. Fails with `common.stale`. */
  run(
    actor: Actor,
    name: string,
    stageCode: string,
    revision: number,
    command: (work: Work, place: JudgedStage, latest: StageAdvancement | null) => Promise<StageEvent>,
  ): Promise<void> {
    return this.unitOfWork.run(actor, async (work) => {
      const edition = await this.outcomes.edition(actor, name);
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

/** Raises the revision of the latest decision; of two commands only the first does. Fails with `common.stale`. */
export async function raiseRevision(
  work: Work,
  latest: StageAdvancement,
  change: Partial<StageAdvancement> = {},
): Promise<void> {
  const { affected } = await work.manager.update(
    StageAdvancement,
    {
      id: Equal(latest.id),
      revision: Equal(latest.revision),
      ...(latest.publishedAt === null ? { publishedAt: IsNull() } : {}),
    },
    { ...change, revision: latest.revision + 1 },
  );
  if (affected !== 1) throw failure('common.stale');
}

/** For the audit, of who acts on a stage with a tie to some of it. */
export const tiedTo = (tied: readonly string[]) => (tied.length > 0 ? { tied } : {});

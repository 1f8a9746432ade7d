import { type Actor, failure } from '@haishi/contracts';
import { Injectable } from '@nestjs/common';
import type { ReplaceInput } from './advancement.dto.js';
import { AdvancementNotices } from './advancement.notices.js';
import { Replacing } from './replacing.js';
import { StageCommands, tiedTo } from './stage.commands.js';

/** Who leaves a published decision 退出, and who moves up for them 递补. */
@Injectable()
export class LeavingService {
  constructor(
    private readonly commands: StageCommands,
    private readonly notices: AdvancementNotices,
    private readonly replacing: Replacing,
  ) {}

  /**
   * Takes out an entry that withdrew or gave up after the publication; the next on the waiting list moves up. Fails with
   * `advancement.not_published` and as {@link StageCommands.run} and {@link Replacing.takeOut} do.
   */
  replace(actor: Actor, name: string, stageCode: string, revision: number, input: ReplaceInput): Promise<void> {
    return this.commands.run(actor, name, stageCode, revision, async (work, place, latest) => {
      if (!latest?.publishedAt) throw failure('advancement.not_published');
      const { entryId, reason } = input;
      const leaving = { entryId, reason, struckBy: null, vacant: false };
      const { number, movedUp, tied } = await this.replacing.takeOut(work, place, latest, leaving, 'entryId');
      await this.notices.left(work, place, latest, { entryId, reason });
      await this.notices.movedUp(work, place, latest, movedUp);
      return { type: 'advancement.replaced', payload: { number, left: entryId, movedUp, reason, ...tiedTo(tied) } };
    });
  }
}

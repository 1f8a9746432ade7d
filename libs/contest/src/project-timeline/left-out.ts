import { Injectable } from '@nestjs/common';
import { AdvancementQueries } from '../advancement/advancement.queries.js';
import { EditionQueries } from '../edition/edition.queries.js';
import { RoundQueries } from '../online-review/round.queries.js';
import type { Project } from '../project/project.entity.js';
import { MoveQueries } from '../project-move/move.queries.js';

/** Tells whether an accepted project came too late for what its edition begins with. */
@Injectable()
export class LeftOut {
  constructor(
    private readonly editions: EditionQueries,
    private readonly rounds: RoundQueries,
    private readonly moves: MoveQueries,
    private readonly advancement: AdvancementQueries,
  ) {}

  /** Whether the first stage that judges is over, or who advances from it published, and the project stands in no review and no session. */
  async of({ id, editionId }: Pick<Project, 'id' | 'editionId'>): Promise<boolean> {
    const stages = await this.editions.stages(editionId);
    const first = stages.find(({ kind }) => kind === 'review' || kind === 'roadshow');
    if (!first) return false;
    const round = await this.rounds.ofStage(editionId, first.code);
    const over = round?.state === 'closed' || round?.state === 'confirmed';
    if (!over && !(await this.advancement.latest(editionId, first.code))?.publishedAt) return false;
    return (await this.rounds.entriesOf(id)).length === 0 && (await this.moves.sessionsWith(id)).length === 0;
  }
}

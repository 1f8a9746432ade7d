import { Persons } from '@haishi/identity';
import { ReviewQueries } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import { CeremonyQueries } from '../ceremony/ceremony.queries.js';
import type { Edition, EditionStage } from '../edition/edition.entity.js';
import type { RoadshowSession } from '../roadshow/session.entity.js';
import { SessionQueries } from '../roadshow/session.queries.js';
import { type JudgedSheet, judgeFigures } from './judges.rules.js';
import type { JudgedStageView } from './statistics.dto.js';

/** How the judges of roadshow stages scored. It checks nobody: who asks has done so. */
@Injectable()
export class JudgesReader {
  constructor(
    private readonly sessions: SessionQueries,
    private readonly ceremonies: CeremonyQueries,
    private readonly review: ReviewQueries,
    private readonly persons: Persons,
  ) {}

  /**
   * Of sessions alone that are confirmed and whose ceremony, if any, has told the results: before that scores are sealed,
   * and of one judge's mean they could be worked out.
   *
   * @param but projects that are left out
   */
  async ofStages(
    edition: Edition,
    stages: readonly EditionStage[],
    but: readonly string[],
  ): Promise<JudgedStageView[]> {
    const sessions = await this.sessions.ofEdition(edition.id);
    const confirmed = sessions.filter(({ state }) => state === 'confirmed');
    const untold = await this.ceremonies.untold(confirmed.map(({ id }) => id));
    const told = confirmed.filter(({ id }) => !untold.includes(id));
    const views: JudgedStageView[] = [];
    for (const { code, nameZh, nameEn } of stages) {
      const all = sessions.filter(({ stageCode }) => stageCode === code);
      const counted = all.filter(({ id }) => told.some((one) => one.id === id));
      const figures = judgeFigures((await Promise.all(counted.map((one) => this.sheets(one, but)))).flat());
      const persons = await this.persons.byIds(figures.map(({ personId }) => personId));
      views.push({
        code,
        name: { zh: nameZh, en: nameEn },
        kind: 'roadshow',
        load: null,
        sessions: counted.length,
        sealed: all.length - counted.length,
        judges: figures.map(({ personId, ...rest }) => ({
          ...{ name: persons.get(personId)?.name ?? '', assigned: null, late: null },
          ...rest,
        })),
      });
    }
    return views;
  }

  /** The valid sheets of entries that did not withdraw. */
  private async sheets({ id }: RoadshowSession, but: readonly string[]): Promise<JudgedSheet[]> {
    const [sheets, recusals, entries] = await Promise.all([
      this.review.sheets(id),
      this.review.recusals(id),
      this.sessions.entries(id),
    ]);
    const shown = new Set(
      entries
        .filter(({ projectId, state }) => state !== 'withdrawn' && !but.includes(projectId))
        .map((entry) => entry.id),
    );
    return sheets.filter(
      ({ entryId, personId, state }) =>
        state !== 'struck' &&
        shown.has(entryId) &&
        !recusals.some((one) => one.entryId === entryId && one.personId === personId),
    );
  }
}

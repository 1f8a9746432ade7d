import type { Actor } from '@haishi/contracts';
import { EventLog } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { editionScopes } from '../edition/edition.entity.js';
import { EditionQueries } from '../edition/edition.queries.js';
import { EntriesReader } from './entries.reader.js';
import { resultsWorkbook } from './results.workbook.js';
import { RoundQueries } from './round.queries.js';

/** The results of an online review as a file. It names judges and scores, so each export is recorded. */
@Injectable()
export class ResultsExport {
  constructor(
    private readonly reader: EntriesReader,
    private readonly rounds: RoundQueries,
    private readonly editions: EditionQueries,
    private readonly log: EventLog,
  ) {}

  /** In the actor's language. Fails as {@link EntriesReader.resultsOf} does. */
  async workbook(actor: Actor, roundId: string): Promise<{ name: string; bytes: Buffer }> {
    const view = await this.reader.resultsOf(actor, roundId);
    const { editionId, stageCode } = await this.rounds.get(roundId);
    const { code } = await this.editions.get(editionId);
    const bytes = await resultsWorkbook(view, actor.locale);
    await this.log.record(actor, {
      type: 'review_round.results_exported',
      subjectType: 'review_round',
      subjectId: roundId,
      scopes: editionScopes(editionId),
      payload: { stage: stageCode, entries: view.entries.length },
    });
    return { name: `${code}-${stageCode}-results.xlsx`, bytes };
  }
}

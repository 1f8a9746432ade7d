import type { Actor } from '@haishi/contracts';
import type { ListFile, ListFormat } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { EditionQueries } from '../edition/edition.queries.js';
import { ListFiles } from '../listing/list.files.js';
import { ResultsReader } from './results.reader.js';
import { resultParts, WORDS } from './results.tables.js';
import { RoundQueries } from './round.queries.js';

/** The results of an online review as a file. It names judges and scores, so each export is recorded. */
@Injectable()
export class ResultsExport {
  constructor(
    private readonly reader: ResultsReader,
    private readonly rounds: RoundQueries,
    private readonly editions: EditionQueries,
    private readonly files: ListFiles,
  ) {}

  /** In the actor's language. Fails as {@link ResultsReader.whole} does. */
  async file(actor: Actor, roundId: string, format: ListFormat): Promise<ListFile> {
    const { locale } = actor;
    const view = await this.reader.whole(actor, roundId);
    const { editionId, stageCode } = await this.rounds.get(roundId);
    const edition = await this.editions.get(editionId);
    return this.files.make(actor, format, {
      edition,
      name: `${edition.code}-${stageCode}-results`,
      title: WORDS.list[locale],
      parts: resultParts(view, locale),
      event: {
        type: 'review_round.results_exported',
        subjectType: 'review_round',
        subjectId: roundId,
        payload: { stage: stageCode, entries: view.entries.length },
      },
    });
  }
}

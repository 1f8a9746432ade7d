import type { Actor } from '@haishi/contracts';
import { EventLog } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { editionScopes } from '../edition/edition.entity.js';
import { EditionQueries } from '../edition/edition.queries.js';
import { StatisticsReader } from './statistics.reader.js';
import { statisticsWorkbook } from './statistics.workbook.js';

/** The statistics of an edition as a file. It names judges, so each export is recorded. */
@Injectable()
export class StatisticsExport {
  constructor(
    private readonly reader: StatisticsReader,
    private readonly editions: EditionQueries,
    private readonly log: EventLog,
  ) {}

  /** In the actor's language. Fails as {@link StatisticsReader.view} does. */
  async workbook(actor: Actor, name: string, group: string | undefined): Promise<{ name: string; bytes: Buffer }> {
    const view = await this.reader.view(actor, name, group);
    const { id, code } = await this.editions.getByName(name);
    const bytes = await statisticsWorkbook(view, actor.locale);
    await this.log.record(actor, {
      type: 'edition.statistics_exported',
      subjectType: 'edition',
      subjectId: id,
      scopes: editionScopes(id),
      payload: group === undefined ? {} : { group },
    });
    return { name: `${code}-statistics.xlsx`, bytes };
  }
}

import type { Actor } from '@haishi/contracts';
import type { ListFile, ListFormat } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { EditionQueries } from '../edition/edition.queries.js';
import { nameOf } from '../edition/named.js';
import { ListFiles } from '../listing/list.files.js';
import { StatisticsReader } from './statistics.reader.js';
import { ENTRY_CHANNEL_WORDS, type Narrowing } from './statistics.rules.js';
import { statisticsParts, WORDS } from './statistics.tables.js';

/** The statistics of an edition as a file. It names judges, so each export is recorded. */
@Injectable()
export class StatisticsExport {
  constructor(
    private readonly reader: StatisticsReader,
    private readonly editions: EditionQueries,
    private readonly files: ListFiles,
  ) {}

  /** In the actor's language. Fails as {@link StatisticsReader.view} does. */
  async file(actor: Actor, name: string, narrowing: Narrowing, format: ListFormat): Promise<ListFile> {
    const { locale } = actor;
    const { group, channel } = narrowing;
    const view = await this.reader.view(actor, name, narrowing);
    const edition = await this.editions.getByName(name);
    return this.files.make(actor, format, {
      edition,
      name: `${edition.code}-statistics`,
      title: WORDS.title[locale],
      notes: [
        ...(group === undefined ? [] : [WORDS.group[locale] + nameOf(view.groups, group)[locale]]),
        ...(channel === undefined ? [] : [WORDS.channel[locale] + ENTRY_CHANNEL_WORDS[channel][locale]]),
        ...(view.recused > 0 ? [`${WORDS.recused[locale]}${view.recused}`] : []),
      ],
      parts: statisticsParts(view, locale),
      event: { type: 'edition.statistics_exported', payload: { ...narrowing } },
    });
  }
}

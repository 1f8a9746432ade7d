import type { Edition } from '@haishi/contest';
import type { Fair } from '@haishi/fair';
import { Database, StoredEvent, StoredFile, UnitOfWork } from '@haishi/platform';
import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { CLEARING, FILES } from './clear-statements.js';
import { ContestScene } from './contest.scene.js';
import { DemoFiles } from './demo-files.js';
import type { DemoLoader, DemoProgress, DemoState } from './demo-loader.js';
import { FairScene } from './fair.scene.js';
import { DEMO_ACTOR, Load } from './load.js';
import { PeoplePart } from './people.part.js';

const MARKS = ['demonstration.begun', 'demonstration.loaded', 'demonstration.cleared'] as const;
const STATES: Record<string, DemoState> = {
  'demonstration.begun': 'half',
  'demonstration.loaded': 'loaded',
  'demonstration.cleared': 'absent',
};
/** Rows and files, measured; for the progress alone. */
const EXPECTED = 549_000;

/** Where the files lie from which edition and fair are made. */
export interface SuppliedFiles {
  edition: URL;
  fair: URL;
}
export const SUPPLIED_FILES = Symbol('SuppliedFiles');

/** Loads and clears the demonstration. What state it is in is told by the last of its events. */
@Injectable()
export class DemonstrationLoader implements DemoLoader {
  constructor(
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly people: PeoplePart,
    private readonly contest: ContestScene,
    private readonly fair: FairScene,
    private readonly files: DemoFiles,
    @Inject(SUPPLIED_FILES) private readonly supplied: SuppliedFiles,
  ) {}

  async state(): Promise<DemoState> {
    const last = await this.database.manager.findOne(StoredEvent, {
      select: { type: true },
      where: { type: In([...MARKS]) },
      order: { at: 'DESC', id: 'DESC' },
    });
    return last ? STATES[last.type]! : 'absent';
  }

  async load(progress: DemoProgress): Promise<void> {
    if ((await this.state()) === 'half') await this.clear(() => {});
    const load = new Load(this.uow, this.database.dataSource, EXPECTED, progress);
    load.begin('届次与洽谈会 edition and fair');
    const { edition, fair } = await this.begin(load);
    const regions = edition.definition.regions.map(({ code }) => code);
    const cast = await this.people.load(load, regions);
    await this.people.grant(load, cast, { editionId: edition.id, regions, fairId: fair.id });
    await this.contest.load(load, edition, cast);
    await this.fair.load(load, fair, cast);
    await this.contest.review(load, edition, cast);
    await this.contest.before(load, this.supplied.edition, cast);
    await this.mark('loaded');
    load.finish();
  }

  async clear(progress: DemoProgress): Promise<void> {
    const { dataSource } = this.database;
    const files = await this.database.manager
      .createQueryBuilder(StoredFile, 'file')
      .where(FILES)
      .select(['file.id', 'file.storageKey'])
      .getMany();
    for (const [index, [table, condition]] of CLEARING.entries()) {
      progress(index, CLEARING.length, table);
      await this.uow.run(DEMO_ACTOR, (work) =>
        work.execute(`DELETE FROM ${dataSource.driver.escape(table)} WHERE ${condition}`),
      );
    }
    await this.files.remove(files.flatMap(({ storageKey }) => storageKey ?? []));
    await this.mark('cleared');
    progress(CLEARING.length, CLEARING.length, '');
  }

  /** Edition, fair and the mark that a load has begun: together, so that nothing of it ever stands unmarked. */
  private begin(load: Load): Promise<{ edition: Edition; fair: Fair }> {
    return load.run(async (work) => {
      await work.event({ type: 'demonstration.begun', subjectType: 'demonstration', subjectId: '' });
      return {
        edition: await this.contest.begin(load, this.supplied.edition),
        fair: await this.fair.begin(load, work, this.supplied.fair),
      };
    });
  }

  private async mark(happened: 'loaded' | 'cleared'): Promise<void> {
    await this.uow.run(DEMO_ACTOR, (work) =>
      work.event({ type: `demonstration.${happened}`, subjectType: 'demonstration', subjectId: '' }),
    );
  }
}

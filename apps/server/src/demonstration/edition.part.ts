import { readFile } from 'node:fs/promises';
import { Edition, EditionQueries, EditionService, EditionStage } from '@haishi/contest';
import { dayAt } from '@haishi/reference';
import { Injectable } from '@nestjs/common';
import { Equal } from 'typeorm';
import { DEMO_ACTOR, type Load } from './load.js';

/** Marks the numbers of its projects, and leaves the supplied file's own code free. */
export const DEMO_EDITION_CODE = 'HSB-DEMO';
/** Of the edition before. */
export const PAST_EDITION_CODE = 'HSB-DEMO-PAST';
/** When registration of the edition before began, so many days ago that its last stage is over. */
const PAST_OPENED = 570;
const ZONE = 'Asia/Shanghai';
/** How long registration has been open. */
const OPEN_FOR_DAYS = 45;

/**
 * When stages begin and end, in days from the first: heats go on while registration is still open elsewhere, so that
 * entrants, checkers and juries all have work on the day of the load.
 */
const DAYS: Record<string, readonly [opens: number, closes: number]> = {
  REG: [0, 60],
  ELIG: [0, 66],
  ONLINE: [25, 70],
  HEAT: [38, 78],
  FINAL: [95, 97],
  NOTICE: [105, 112],
  LAND: [115, 480],
};

interface SuppliedFile {
  name: { zh: string; en: string };
  stages: { code: string; opensAt: { day: number }; closesAt: { day: number }; settings: object }[];
}

/** The edition, from the file that comes with the product. */
@Injectable()
export class EditionPart {
  constructor(
    private readonly service: EditionService,
    private readonly queries: EditionQueries,
  ) {}

  async load(load: Load, location: URL): Promise<Edition> {
    const file = await read(location);
    for (const stage of file.stages) {
      const [opens, closes] = DAYS[stage.code]!;
      stage.opensAt.day = opens;
      stage.closesAt.day = closes;
    }
    const firstDay = dayAt(load.ago(OPEN_FOR_DAYS), ZONE);
    const { id } = await this.service.import(DEMO_ACTOR, file, { code: DEMO_EDITION_CODE, firstDay });
    return this.queries.get(id);
  }

  /** The edition before: its stages lay as the supplied file plans them, and all are over. It opens a gallery. */
  async loadPast(load: Load, location: URL): Promise<Edition> {
    const { name, stages, ...file } = await read(location);
    const firstDay = dayAt(load.ago(PAST_OPENED), ZONE);
    const year = firstDay.slice(0, 4);
    const named = { zh: `${year} 年${name.zh}`, en: `${name.en} ${year}` };
    // Told entry by entry, by judges who came without a list to sign.
    const held = stages.map((stage) =>
      stage.code === 'FINAL' ? { ...stage, settings: { ...stage.settings, reveal: 'live', signIn: false } } : stage,
    );
    const raw = { ...file, name: named, stages: held, gallery: true };
    const { id } = await this.service.import(DEMO_ACTOR, raw, { code: PAST_EDITION_CODE, firstDay });
    await load.run(async ({ manager }) => {
      await manager.update(Edition, { id: Equal(id) }, { state: 'closed', createdAt: load.ago(PAST_OPENED + 30) });
      await manager.update(EditionStage, { editionId: Equal(id) }, { state: 'closed' });
    });
    return this.queries.get(id);
  }

  /** Opens registration, the online review and the heats. */
  async open(edition: Edition): Promise<void> {
    await this.service.open(DEMO_ACTOR, edition.id, edition.version);
    await this.service.switchStage(DEMO_ACTOR, edition.id, 'ONLINE', 'open', edition.version + 1);
    await this.service.switchStage(DEMO_ACTOR, edition.id, 'HEAT', 'open', edition.version + 2);
  }
}

async function read(location: URL): Promise<SuppliedFile> {
  return JSON.parse(await readFile(location, 'utf8')) as SuppliedFile;
}

import { readFile } from 'node:fs/promises';
import { type Edition, EditionQueries, EditionService } from '@haishi/contest';
import { dayAt } from '@haishi/reference';
import { Injectable } from '@nestjs/common';
import { DEMO_ACTOR, type Load } from './load.js';

/** Marks the numbers of its projects, and leaves the supplied file's own code free. */
export const DEMO_EDITION_CODE = 'HSB-DEMO';
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
  stages: { code: string; opensAt: { day: number }; closesAt: { day: number } }[];
}

/** The edition, from the file that comes with the product. */
@Injectable()
export class EditionPart {
  constructor(
    private readonly service: EditionService,
    private readonly queries: EditionQueries,
  ) {}

  async load(load: Load, location: URL): Promise<Edition> {
    const file = JSON.parse(await readFile(location, 'utf8')) as SuppliedFile;
    for (const stage of file.stages) {
      const [opens, closes] = DAYS[stage.code]!;
      stage.opensAt.day = opens;
      stage.closesAt.day = closes;
    }
    const firstDay = dayAt(load.ago(OPEN_FOR_DAYS), 'Asia/Shanghai');
    const { id } = await this.service.import(DEMO_ACTOR, file, { code: DEMO_EDITION_CODE, firstDay });
    return this.queries.get(id);
  }

  /** Opens registration, the online review and the heats. */
  async open(edition: Edition): Promise<void> {
    await this.service.open(DEMO_ACTOR, edition.id, edition.version);
    await this.service.switchStage(DEMO_ACTOR, edition.id, 'ONLINE', 'open', edition.version + 1);
    await this.service.switchStage(DEMO_ACTOR, edition.id, 'HEAT', 'open', edition.version + 2);
  }
}

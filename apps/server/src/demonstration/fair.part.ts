import { Admissions } from '@haishi/attendance';
import { type Fair, FairService, readFairFile, readSuppliedFair } from '@haishi/fair';
import type { Work } from '@haishi/platform';
import { dayAt } from '@haishi/reference';
import { Injectable } from '@nestjs/common';
import { DEMO_ACTOR, type Load } from './load.js';

const CODE = 'DEMO';
/** The fair's hours in the file are those of one day; the demonstration's began yesterday and ends tomorrow. */
const DAYS = [-1, 0, 1];
/** How many days the gates of the demonstration admit, so that they can be tried at any hour. */
const ADMITS_FOR_DAYS = 60;

/** The fair, from the file that comes with the product. */
@Injectable()
export class FairPart {
  constructor(
    private readonly service: FairService,
    private readonly admissions: Admissions,
  ) {}

  async load(load: Load, work: Work, location: URL): Promise<Fair> {
    const file = await readSuppliedFair(location);
    const year = dayAt(load.now, file.timeZone).slice(0, 4);
    const [hours] = file.days;
    const settings = readFairFile(
      {
        ...file,
        name: { zh: file.name.zh.replace(/^\d{4}/, year), en: file.name.en.replace(/\d{4}$/, year) },
        permit: { ...file.permit, number: `石公特许〔${year}〕演 037 号` },
        days: DAYS.map((day) => ({ ...hours!, date: dayAt(load.ago(-day), file.timeZone) })),
      },
      { code: CODE },
    );
    return this.service.create(work, settings, true);
  }

  /** Opens the fair to employers and its gates to everybody. */
  async open(load: Load, fair: Fair): Promise<void> {
    await this.service.move(DEMO_ACTOR, fair.id, fair.version, 'open');
    const event = (await this.admissions.find('fair', fair.id))!;
    await this.admissions.change(DEMO_ACTOR, event.id, event.version, {
      approvedCapacity: event.approvedCapacity,
      reentry: 'allowed',
      opensAt: load.ago(2),
      closesAt: load.ago(-ADMITS_FOR_DAYS),
      state: 'active',
    });
  }
}

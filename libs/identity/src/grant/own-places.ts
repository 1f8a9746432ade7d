import { countyByCode } from '@haishi/reference';
import { Database } from '@haishi/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Equal } from 'typeorm';
import { Organisation } from '../organisation/organisation.entity.js';
import { ScopePlaces } from './scope-places.js';

/** The kinds of scope that need no upper room: counties and organisations. */
@Injectable()
export class OwnPlaces implements OnModuleInit {
  constructor(
    private readonly places: ScopePlaces,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.places.register('county', async (code) => {
      const county = countyByCode(code);
      return county && { label: { zh: county.zh, en: county.en }, within: { county: code } };
    });
    this.places.register('organisation', async (id) => {
      const found = await this.database.manager.findOneBy(Organisation, { id: Equal(id) });
      return found ? { label: { zh: found.name, en: found.name }, within: { organisation: id } } : undefined;
    });
  }
}

import { ScopePlaces } from '@haishi/identity';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { FairQueries } from './fair/fair.queries.js';

/** Tells identity which fairs roles can be limited to. */
@Injectable()
export class FairPlaces implements OnModuleInit {
  constructor(
    private readonly places: ScopePlaces,
    private readonly fairs: FairQueries,
  ) {}

  onModuleInit(): void {
    this.places.register('fair', async (id) => {
      const fair = (await this.fairs.byIds([id])).get(id);
      return fair ? { label: fair.name, within: { fair: id } } : undefined;
    });
  }
}

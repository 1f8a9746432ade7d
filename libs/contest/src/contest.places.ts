import { type ScopeFinder, ScopePlaces } from '@haishi/identity';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EditionQueries } from './edition/edition.queries.js';

/** Tells identity which editions, regions and divisions roles can be limited to. */
@Injectable()
export class ContestPlaces implements OnModuleInit {
  constructor(
    private readonly places: ScopePlaces,
    private readonly editions: EditionQueries,
  ) {}

  onModuleInit(): void {
    this.places.register('edition', async (id) => {
      const edition = await this.editions.find(id);
      return edition ? { label: { zh: edition.nameZh, en: edition.nameEn }, within: { edition: id } } : undefined;
    });
    this.places.register('region', this.partOf('region'));
    this.places.register('division', this.partOf('division'));
  }

  private partOf(kind: 'region' | 'division'): ScopeFinder {
    return async (scopeId) => {
      const [editionId = '', code] = scopeId.split('/');
      const edition = await this.editions.find(editionId);
      const part = edition?.definition[kind === 'region' ? 'regions' : 'divisions'].find((one) => one.code === code);
      if (!edition || !part || scopeId !== `${editionId}/${part.code}`) return undefined;
      const label = { zh: `${edition.nameZh} · ${part.name.zh}`, en: `${edition.nameEn} · ${part.name.en}` };
      return { label, within: { edition: editionId, [kind]: scopeId } };
    };
  }
}

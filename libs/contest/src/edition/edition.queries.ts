import { failure } from '@haishi/contracts';
import { isId } from '@haishi/kernel';
import { Database } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal, In } from 'typeorm';
import { Edition, EditionStage } from './edition.entity.js';
import type { EditionState } from './edition.rules.js';

export interface EditionWithStages {
  edition: Edition;
  /** In order. */
  stages: EditionStage[];
}

const RESULTS = `SELECT id FROM advancements WHERE editionId = ? AND publishedAt IS NOT NULL
UNION ALL SELECT id FROM public_notices WHERE editionId = ? AND state <> 'revoked' LIMIT 1`;

/** Named reads of editions. */
@Injectable()
export class EditionQueries {
  constructor(private readonly database: Database) {}

  find(id: string): Promise<Edition | null> {
    return this.database.manager.findOneBy(Edition, { id: Equal(id) });
  }

  /** By id; unknown ids are absent. */
  async byIds(ids: readonly string[]): Promise<Map<string, Edition>> {
    const found = await this.database.manager.findBy(Edition, { id: In([...new Set(ids)]) });
    return new Map(found.map((edition) => [edition.id, edition]));
  }

  findByCode(code: string): Promise<Edition | null> {
    return this.database.manager.findOneBy(Edition, { code: Equal(code) });
  }

  /** Fails with `common.not_found`. */
  async get(id: string): Promise<Edition> {
    const edition = await this.find(id);
    if (!edition) throw failure('common.not_found');
    return edition;
  }

  /** By id or by code, as addresses name it. Fails with `common.not_found`. */
  async getByName(name: string): Promise<Edition> {
    const edition = isId(name) ? await this.find(name) : await this.findByCode(name);
    if (!edition) throw failure('common.not_found');
    return edition;
  }

  /** Newest first. */
  async inStates(states: readonly EditionState[]): Promise<EditionWithStages[]> {
    const editions = await this.database.manager.find(Edition, {
      where: { state: In([...states]) },
      order: { createdAt: 'DESC', id: 'DESC' },
    });
    if (editions.length === 0) return [];
    const stages = await this.database.manager.find(EditionStage, {
      where: { editionId: In(editions.map(({ id }) => id)) },
      order: { position: 'ASC' },
    });
    return editions.map((edition) => ({ edition, stages: stages.filter(({ editionId }) => editionId === edition.id) }));
  }

  stages(editionId: string): Promise<EditionStage[]> {
    return this.database.manager.find(EditionStage, {
      where: { editionId: Equal(editionId) },
      order: { position: 'ASC' },
    });
  }

  /** The stage in which projects are handed in; every edition has exactly one. */
  submissionStage(editionId: string): Promise<EditionStage> {
    return this.database.manager.findOneByOrFail(EditionStage, { editionId: Equal(editionId), kind: 'submission' });
  }

  /** Whether who advances from a stage of it is published, or a public notice that was not revoked. */
  async hasResults(editionId: string): Promise<boolean> {
    return (await this.database.query(RESULTS, [editionId, editionId])).length > 0;
  }
}

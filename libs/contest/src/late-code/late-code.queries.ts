import { failure } from '@haishi/contracts';
import { Database } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal, In } from 'typeorm';
import { Project } from '../project/project.entity.js';
import { LateCode, LateCodeUse } from './late-code.entity.js';

/** Named reads of late codes. */
@Injectable()
export class LateCodeQueries {
  constructor(private readonly database: Database) {}

  /** Fails with `common.not_found`. */
  async get(id: string): Promise<LateCode> {
    const code = await this.database.manager.findOneBy(LateCode, { id: Equal(id) });
    if (!code) throw failure('common.not_found');
    return code;
  }

  /** Of this edition alone, so that a code says nothing about another. */
  byHash(editionId: string, codeHash: string): Promise<LateCode | null> {
    return this.database.manager.findOneBy(LateCode, { editionId: Equal(editionId), codeHash: Equal(codeHash) });
  }

  /** The latest first. */
  ofEdition(editionId: string): Promise<LateCode[]> {
    return this.database.manager.find(LateCode, {
      where: { editionId: Equal(editionId) },
      order: { number: 'DESC' },
    });
  }

  async lastNumber(editionId: string): Promise<number> {
    return (await this.database.manager.maximum(LateCode, 'number', { editionId: Equal(editionId) })) ?? 0;
  }

  /** Oldest first. */
  uses(codeIds: readonly string[]): Promise<LateCodeUse[]> {
    return this.database.manager.find(LateCodeUse, {
      where: { codeId: In([...codeIds]) },
      order: { at: 'ASC', id: 'ASC' },
    });
  }

  /** Whether the project used the code before. */
  hasUsed(codeId: string, projectId: string): Promise<boolean> {
    return this.database.manager.existsBy(LateCodeUse, { codeId: Equal(codeId), projectId: Equal(projectId) });
  }

  /** When a project used a code, and until when that lets it in; oldest first. */
  async usedBy(projectId: string): Promise<{ at: Date; expiresAt: Date }[]> {
    const { manager } = this.database;
    const uses = await manager.find(LateCodeUse, { where: { projectId: Equal(projectId) }, order: { at: 'ASC' } });
    if (uses.length === 0) return [];
    const codes = await manager.findBy(LateCode, { id: In(uses.map(({ codeId }) => codeId)) });
    return uses.map(({ at, codeId }) => ({ at, expiresAt: codes.find(({ id }) => id === codeId)!.expiresAt }));
  }

  projects(ids: readonly string[]): Promise<Pick<Project, 'id' | 'editionId' | 'number' | 'region' | 'division'>[]> {
    return this.database.manager.find(Project, {
      select: { id: true, editionId: true, number: true, region: true, division: true },
      where: { id: In([...ids]) },
    });
  }
}

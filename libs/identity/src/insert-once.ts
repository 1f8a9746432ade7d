import { isDuplicateKey, type Work } from '@haishi/platform';
import type { EntityTarget, ObjectLiteral } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';

/** Inserts a row; where its unique key was taken in the same moment, fails with `taken()`. */
export async function insertOnce<Row extends ObjectLiteral>(
  work: Work,
  entity: EntityTarget<Row>,
  row: QueryDeepPartialEntity<Row>,
  taken: () => Error,
): Promise<void> {
  try {
    await work.manager.insert(entity, row);
  } catch (error) {
    throw isDuplicateKey(error) ? taken() : error;
  }
}

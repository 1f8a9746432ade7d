import { setImmediate as nextTurn } from 'node:timers/promises';
import { failure } from '@haishi/contracts';
import { FilesService } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import type { EditionDefinition } from '../edition/edition.definition.js';
import { type Reach, reachIncludes } from '../project/reach.js';
import { COLLECTED_FILE_BYTES } from './collected.files.js';
import { COLLECTED_MOST, type CollectedRow, readCollected, readCollectedHeader } from './collected-row.rules.js';

const COLUMNS_MOST = 50;
const AT_ONCE = 200;

/** Reads uploaded lists of collected projects. */
@Injectable()
export class CollectedLists {
  constructor(private readonly files: FilesService) {}

  /** Every row, with its faults where it has any. Fails with `files.…` or `collected.import_…`. */
  async read(
    fileId: string,
    definition: EditionDefinition,
    reach: Reach,
  ): Promise<{ rows: CollectedRow[]; faulty: number; unknownColumns: string[] }> {
    const table = await this.files.table(fileId, {
      maxBytes: COLLECTED_FILE_BYTES,
      maxRows: COLLECTED_MOST * 2,
      maxColumns: COLUMNS_MOST,
    });
    const columns = readCollectedHeader(table[0] ?? []);
    if (columns.fault !== undefined) throw failure(columns.fault, { params: columns.params, field: 'fileId' });
    const rows: CollectedRow[] = [];
    for (const row of readCollected(table, columns.places, definition, (region) => reachIncludes(reach, { region })))
      // Others are answered while a long list is read.
      if (rows.push(row) % AT_ONCE === 0) await nextTurn();
    if (rows.length === 0) throw failure('collected.import_empty', { field: 'fileId' });
    if (rows.length > COLLECTED_MOST)
      throw failure('collected.import_too_many', {
        field: 'fileId',
        params: { max: COLLECTED_MOST, count: rows.length },
      });
    return { rows, faulty: rows.filter(({ faults }) => faults.length > 0).length, unknownColumns: columns.unknown };
  }
}

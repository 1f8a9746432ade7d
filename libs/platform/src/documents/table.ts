import { failure } from '@haishi/contracts';
import { tidyText } from '../http/tidy-text.js';
import { inTurns } from '../jobs/in-turns.js';
import { readCsv } from './csv.js';
import { readSheet, type TableLimits } from './xlsx.reader.js';

const OLE_SIGNATURE = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/**
 * A table that a person uploaded, XLSX or CSV, told apart by its content.
 * Cells come as other texts do, without signs that nobody sees. A workbook of the old kind (`.xls`), or one under a password, is refused by name.
 */
export async function readTable(buffer: Buffer, limits: TableLimits = {}): Promise<string[][]> {
  if (buffer.length === 0) throw failure('files.empty');
  if (buffer.subarray(0, 8).equals(OLE_SIGNATURE)) throw failure('files.sheet_legacy');
  const zipped = buffer.subarray(0, 2).toString('latin1') === 'PK';
  const rows = await (zipped ? readSheet(buffer, limits) : readCsv(buffer, limits));
  return inTurns(rows, (row) => row.map(tidyText));
}

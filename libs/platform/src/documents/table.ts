import { failure } from '@haishi/contracts';
import { readCsv } from './csv.js';
import { readSheet, type TableLimits } from './xlsx.reader.js';

const OLE_SIGNATURE = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/**
 * A table that a person uploaded, XLSX or CSV, told apart by its content.
 * A workbook of the old kind (`.xls`), or one under a password, is refused by name.
 */
export async function readTable(buffer: Buffer, limits: TableLimits = {}): Promise<string[][]> {
  if (buffer.length === 0) throw failure('files.empty');
  if (buffer.subarray(0, 8).equals(OLE_SIGNATURE)) throw failure('files.sheet_legacy');
  return buffer.subarray(0, 2).toString('latin1') === 'PK' ? readSheet(buffer, limits) : readCsv(buffer, limits);
}

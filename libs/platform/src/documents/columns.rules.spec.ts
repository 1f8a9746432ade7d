import { FAULTS_NAMED } from '@haishi/contracts';
import { describe, expect, it } from 'vitest';
import { type CellFault, namedFaults } from './columns.rules.js';

const fault = (row: number, column: string): CellFault => ({
  row,
  column,
  cell: `${column}${row}`,
  value: '',
  code: 'common.required',
  params: {},
});
const table = (count: number) =>
  Array.from({ length: count }, (_, row) => ({ faults: [fault(row, 'A'), fault(row, 'B'), fault(row, 'C')] }));

describe('the faults that are named', () => {
  it('are all of them where they are few, in the order of the rows', () => {
    expect(namedFaults([...table(2), { faults: [] }]).map(({ cell }) => cell)).toEqual([
      'A0',
      'B0',
      'C0',
      'A1',
      'B1',
      'C1',
    ]);
    expect(namedFaults([])).toEqual([]);
  });

  it('are the first of a table that is wrong throughout', () => {
    const named = namedFaults(table(10_000));
    expect(named).toHaveLength(FAULTS_NAMED);
    expect(named.at(-1)!.cell).toBe('A333');
  });
});

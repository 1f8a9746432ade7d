import { describe, expect, it } from 'vitest';
import { wideningBy } from './organisation-names.rules.js';

const [ONE, OTHER] = ['91130100MA00000012', '91130100MA0000108D'];

describe('wideningBy', () => {
  const widened = wideningBy([
    { creditCode: ONE, name: '海石控股', aliases: ['海石研究院', '河北科大'] },
    { creditCode: 'T-1', name: '滹沱河', aliases: ['滹沱河科技'] },
  ]);
  const whole = ['海石控股', '海石研究院', '河北科大'];
  it.each([
    ['by code', { name: '别名', creditCode: ONE.toLowerCase() }, whole],
    ['by name', { name: '海石 控股' }, whole],
    ['by alias', { name: '海石研究院', creditCode: OTHER }, whole],
    ['by a university under another name', { name: '河北科技大学' }, whole],
    ['by name where what is kept for a code is none', { name: '滹沱河', creditCode: OTHER }, ['滹沱河', '滹沱河科技']],
    ['not where codes tell names alike apart', { name: '海石控股', creditCode: OTHER }, []],
    ['not without a name', { name: '' }, []],
  ])('finds all names of an organisation %s', (_, own, names) => {
    const [first, ...rest] = widened([own]);
    expect(first).toBe(own);
    expect(rest.map(({ name }) => name)).toEqual(names);
  });
});

import { expect, it } from 'vitest';
import { AttemptLimits } from './attempt-limits.js';

it('lets one person take home sixty lists, and says of the next that there were too many and for how long', async () => {
  const limits = new AttemptLimits();
  for (let count = 0; count < 60; count += 1) await limits.take('list', 'one');
  await expect(limits.take('list', 'one')).rejects.toMatchObject({
    code: 'common.too_many_files',
    details: { params: { seconds: 600 } },
  });
  await limits.take('list', 'other');
  await limits.take('paper', 'one');
});

it('says of any other limit that there were too many attempts', async () => {
  const limits = new AttemptLimits();
  for (let count = 0; count < 10; count += 1) await limits.count('guess', 'one');
  await expect(limits.assertBelow('guess', 'one')).rejects.toMatchObject({ code: 'common.too_many' });
});

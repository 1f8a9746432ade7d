import { expect, it } from 'vitest';
import { nodeComplaint } from './node-version.js';

it.each(['24.0.0', '24.21.0', '26.1.0', '100.0.0'])('takes Node %s', (version) =>
  expect(nodeComplaint(version)).toBeUndefined(),
);

it.each(['20.20.2', '9.0.0', '23.11.1'])('says that Node %s is too old, in one line', (version) => {
  expect(nodeComplaint(version)).toContain(version);
  expect(nodeComplaint(version)).not.toContain('\n');
});

import { describe, expect, it } from 'vitest';
import { ref } from 'vue';
import { ApiProblem } from '@/api/problem';
import { inTheWay } from './use-judging';

describe('what stands in the way of a judge’s desk', () => {
  const unreachable = new ApiProblem('network.unreachable', 0, '');
  const closed = new ApiProblem('common.not_found', 404, '');

  it.each([
    ['nothing', null, undefined, undefined],
    ['a network that is gone before anything is there', unreachable, undefined, 'network.unreachable'],
    ['a desk that is closed to the judge by now', closed, {}, 'common.not_found'],
    ['no network that is gone while they are at work', unreachable, {}, undefined],
  ])('is %s', (_, error, data, code) => {
    expect(inTheWay({ error: ref(error), data: ref(data) }).value?.code).toBe(code);
  });
});

import { describe, expect, it } from 'vitest';
import { ApiProblem } from '../api/problem';
import { ScanQueue, type ScanResult, type WaitingScan } from './scan-queue';

const scan = (id: string): WaitingScan => ({
  id,
  gateId: 'g',
  direction: 'in',
  deviceAt: '2026-03-20T01:00:00Z',
  code: id,
});
const accepted = (id: string): ScanResult => ({
  id,
  answer: {
    id,
    direction: 'in',
    answer: 'accepted',
    reason: null,
    at: '2026-03-20T01:00:00Z',
    ticket: null,
    first: null,
  },
  failure: null,
});

function setUp(kept: WaitingScan[] = []) {
  let stored = kept;
  const sent: string[][] = [];
  const answers: ((scans: readonly WaitingScan[]) => ScanResult[])[] = [];
  const later: { act: () => void; milliseconds: number; off: boolean }[] = [];
  const seen: string[] = [];
  const queue = new ScanQueue(
    {
      read: () => stored,
      write: (scans) => (stored = [...scans]),
      send: async (scans) => {
        sent.push(scans.map(({ id }) => id));
        const answer = answers.shift();
        return answer ? answer(scans) : scans.map(({ id }) => accepted(id));
      },
      wait: (act, milliseconds) => {
        const entry = { act, milliseconds, off: false };
        later.push(entry);
        return () => (entry.off = true);
      },
    },
    {
      waiting: (scans) => seen.push(`waiting ${scans.length}`),
      settled: ({ id }, { answer, failure }) => seen.push(`${id} ${answer?.answer ?? failure?.code}`),
      reached: (reached) => seen.push(reached ? 'reached' : 'unreached'),
      stopped: ({ code }) => seen.push(`stopped ${code}`),
    },
  );
  const settle = () => new Promise<void>((resolve) => setTimeout(resolve, 0));
  const lose = () => {
    throw new ApiProblem('network.unreachable', 0, '');
  };
  return { queue, sent, answers, later, seen, settle, lose, stored: () => stored.map(({ id }) => id) };
}

describe('scans on their way', () => {
  it('are kept before they are sent, and let go once answered', async () => {
    const { queue, stored, seen, settle } = setUp();
    queue.present(scan('a'));
    expect(stored()).toEqual(['a']);
    await settle();
    expect(stored()).toEqual([]);
    expect(seen).toEqual(['waiting 0', 'waiting 1', 'reached', 'waiting 0', 'a accepted']);
  });

  it('are sent again under the same id until the server answers, ever less often', async () => {
    const { queue, sent, answers, later, seen, settle, lose, stored } = setUp();
    answers.push(lose, lose);
    queue.present(scan('a'));
    await settle();
    later[0]!.act();
    await settle();
    expect(stored()).toEqual(['a']);
    expect(later.map(({ milliseconds }) => milliseconds)).toEqual([500, 1000]);
    later[1]!.act();
    await settle();
    expect(sent).toEqual([['a'], ['a'], ['a']]);
    expect(seen.filter((one) => one !== 'waiting 1')).toEqual([
      'waiting 0',
      'unreached',
      'unreached',
      'reached',
      'waiting 0',
      'a accepted',
    ]);
  });

  it('travel together once they waited, the newest along', async () => {
    const { queue, sent, answers, later, settle, lose, stored } = setUp();
    answers.push(lose, lose);
    queue.present(scan('a'));
    await settle();
    queue.present(scan('b'));
    await settle();
    expect(later[0]!.off).toBe(true);
    later[1]!.act();
    await settle();
    expect(sent).toEqual([['a'], ['a', 'b'], ['a', 'b']]);
    expect(stored()).toEqual([]);
  });

  it('outlive the page', async () => {
    const { queue, sent, seen } = setUp([scan('a'), scan('b')]);
    await queue.drain();
    expect(sent).toEqual([['a', 'b']]);
    expect(seen.slice(-2)).toEqual(['a accepted', 'b accepted']);
  });

  it('that came while others were under way follow in the next request', async () => {
    const { queue, sent, settle } = setUp();
    queue.present(scan('a'));
    queue.present(scan('b'));
    queue.present(scan('c'));
    await settle();
    expect(sent).toEqual([['a'], ['b', 'c']]);
  });

  it('stop where the device is refused, and nothing is lost', async () => {
    const { queue, answers, later, seen, settle, stored } = setUp();
    answers.push(() => {
      throw new ApiProblem('attendance.device_unknown', 401, 'x');
    });
    queue.present(scan('a'));
    await settle();
    expect(seen.at(-1)).toBe('stopped attendance.device_unknown');
    expect(stored()).toEqual(['a']);
    expect(later).toEqual([]);
  });
});

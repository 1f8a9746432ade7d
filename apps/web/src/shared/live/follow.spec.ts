import type { SubscribeAnswer, SubscribeRequest } from '@haishi/contracts';
import { describe, expect, it } from 'vitest';
import { Follower } from './follow';

interface Asked {
  request: SubscribeRequest;
  answer: (answer: SubscribeAnswer<string, string>) => Promise<void>;
  fail: () => Promise<void>;
}

function setUp() {
  const asked: Asked[] = [];
  const seen: string[] = [];
  const waiting: (() => void)[] = [];
  const settle = () => new Promise<void>((resolve) => setTimeout(resolve, 0));
  const follower = new Follower<string, string>(
    { channel: 'session', key: 's1' },
    (request) =>
      new Promise((resolve, reject) => {
        asked.push({
          request,
          answer: (answer) => (resolve(answer), settle()),
          fail: () => (reject(new Error('timeout')), settle()),
        });
      }),
    {
      snapshot: (snapshot) => seen.push(`snapshot ${snapshot}`),
      delta: (delta) => seen.push(delta),
      serverTime: () => {},
      fresh: (fresh) => seen.push(fresh ? 'fresh' : 'stale'),
      refused: (code) => seen.push(`refused ${code}`),
      mayPass: (code) => code === 'roadshow.others_lead',
    },
    (act) => waiting.push(act),
  );
  const push = (seq: number, data = `d${seq}`) => follower.receive({ channel: 'session', key: 's1', seq, data });
  return { follower, asked, seen, waiting, push };
}

describe('following a channel', () => {
  it('takes the snapshot, then consecutive deltas', async () => {
    const { follower, asked, seen, push } = setUp();
    void follower.start();
    await asked[0]!.answer({ ok: true, seq: 4, serverTime: 1, snapshot: 'at 4' });
    push(5);
    push(6);
    expect(asked[0]!.request).toEqual({ channel: 'session', key: 's1' });
    expect(seen).toEqual(['snapshot at 4', 'fresh', 'd5', 'd6']);
  });

  it('leaves deltas that the snapshot holds and keeps those that came early', async () => {
    const { follower, asked, seen, push } = setUp();
    void follower.start();
    push(4);
    push(6);
    push(5);
    await asked[0]!.answer({ ok: true, seq: 4, serverTime: 1, snapshot: 'at 4' });
    expect(seen).toEqual(['snapshot at 4', 'fresh', 'd5', 'd6']);
  });

  it('asks for exactly what was missed on a gap, and applies each once', async () => {
    const { follower, asked, seen, push } = setUp();
    void follower.start();
    await asked[0]!.answer({ ok: true, seq: 4, serverTime: 1, snapshot: 'at 4' });
    push(7);
    expect(seen.at(-1)).toBe('stale');
    expect(asked[1]!.request.after).toBe(4);
    await asked[1]!.answer({
      ok: true,
      seq: 7,
      serverTime: 2,
      deltas: [
        { seq: 5, data: 'd5' },
        { seq: 6, data: 'd6' },
        { seq: 7, data: 'd7' },
      ],
    });
    push(7);
    push(8);
    expect(seen).toEqual(['snapshot at 4', 'fresh', 'stale', 'd5', 'd6', 'd7', 'fresh', 'd8']);
  });

  it('takes a new snapshot where the server no longer holds what was missed', async () => {
    const { follower, asked, seen, push } = setUp();
    void follower.start();
    await asked[0]!.answer({ ok: true, seq: 1, serverTime: 1, snapshot: 'at 1' });
    push(900);
    await asked[1]!.answer({ ok: true, seq: 900, serverTime: 2, snapshot: 'at 900' });
    expect(seen).toEqual(['snapshot at 1', 'fresh', 'stale', 'snapshot at 900', 'fresh']);
  });

  it('asks again after a connection that broke, and after no answer', async () => {
    const { follower, asked, seen, waiting } = setUp();
    void follower.start();
    await asked[0]!.fail();
    expect(seen).toEqual(['stale']);
    waiting[0]!();
    await asked[1]!.answer({ ok: true, seq: 2, serverTime: 1, snapshot: 'at 2' });
    follower.lost();
    void follower.start();
    expect(asked[2]!.request.after).toBe(2);
    await asked[2]!.answer({ ok: true, seq: 2, serverTime: 1, deltas: [] });
    expect(seen).toEqual(['stale', 'snapshot at 2', 'fresh', 'stale', 'fresh']);
  });

  it('asks for a last delta that got lost once it is told the last number, and for nothing it holds', async () => {
    const { follower, asked, seen } = setUp();
    void follower.start();
    follower.noteHead({ channel: 'session', key: 's1', seq: 4 });
    await asked[0]!.answer({ ok: true, seq: 4, serverTime: 1, snapshot: 'at 4' });
    follower.noteHead({ channel: 'session', key: 's1', seq: 4 });
    follower.noteHead({ channel: 'session', key: 'other', seq: 5 });
    expect(asked).toHaveLength(1);
    follower.noteHead({ channel: 'session', key: 's1', seq: 5 });
    expect(asked[1]!.request.after).toBe(4);
    await asked[1]!.answer({ ok: true, seq: 5, serverTime: 2, deltas: [{ seq: 5, data: 'd5' }] });
    expect(seen).toEqual(['snapshot at 4', 'fresh', 'stale', 'd5', 'fresh']);
  });

  it('ends where listening is refused or the link revoked, and takes nothing after', async () => {
    const { follower, asked, seen, push } = setUp();
    void follower.start();
    await asked[0]!.answer({ ok: false, code: 'common.forbidden' });
    push(1);
    void follower.start();
    expect(asked).toHaveLength(1);
    expect(seen).toEqual(['stale', 'refused common.forbidden']);
  });

  it('goes on asking where the refusal may pass, once at a time, and says when it may listen again', async () => {
    const { follower, asked, seen, waiting } = setUp();
    void follower.start();
    await asked[0]!.answer({ ok: true, seq: 4, serverTime: 1, snapshot: 'at 4' });
    for (const again of [1, 2]) {
      void follower.start();
      await asked[again]!.answer({ ok: false, code: 'roadshow.others_lead' });
    }
    expect(waiting).toHaveLength(1);
    waiting[0]!();
    await asked[3]!.answer({ ok: false, code: 'roadshow.others_lead' });
    waiting[1]!();
    await asked[4]!.answer({ ok: true, seq: 5, serverTime: 2, deltas: [{ seq: 5, data: 'd5' }] });
    const refused = ['stale', 'refused roadshow.others_lead'];
    expect(seen).toEqual(['snapshot at 4', 'fresh', ...refused, ...refused, ...refused, 'refused ', 'd5', 'fresh']);
  });

  it('begins from what is held, and asks for what came after it', async () => {
    const { follower, asked, seen, push } = setUp();
    follower.hold(4);
    void follower.start();
    expect(asked[0]!.request.after).toBe(4);
    await asked[0]!.answer({ ok: true, seq: 5, serverTime: 1, deltas: [{ seq: 5, data: 'd5' }] });
    push(6);
    expect(seen).toEqual(['d5', 'fresh', 'd6']);
  });

  it('leaves deltas of other subjects', async () => {
    const { follower, asked, seen } = setUp();
    void follower.start();
    await asked[0]!.answer({ ok: true, seq: 1, serverTime: 1, snapshot: 'at 1' });
    follower.receive({ channel: 'session', key: 'other', seq: 2, data: 'x' });
    expect(seen).toEqual(['snapshot at 1', 'fresh']);
  });
});

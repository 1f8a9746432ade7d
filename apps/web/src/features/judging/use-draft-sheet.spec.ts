import type { Rubric } from '@haishi/review/rules';
import { createPinia, setActivePinia } from 'pinia';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { effectScope, nextTick } from 'vue';
import { useSession } from '@/app/session';
import type { EntryDetail, Sheet } from './judging-api';
import { useDraftSheet } from './use-draft-sheet';

const RUBRIC: Rubric = {
  outOf: 3000,
  commentRequired: false,
  criteria: [{ code: 'TECH', name: { zh: '技术', en: 'Technology' }, max: 3000, step: 50, weight: 10_000 }],
} as never;
const sheet = (revision: number, points: number): Sheet => ({
  entryId: 'e',
  scores: { TECH: points },
  comment: '',
  total: points,
  revision,
  submittedAt: '2026-03-20T01:00:00Z',
  late: false,
});

interface Sent {
  what: string;
  body: { revision: number; scores: Record<string, number>; sheetKey?: string };
  /** What the server says to it, whenever it does. */
  answer: (status: number, body?: object) => Promise<void>;
  lose: () => Promise<void>;
}

describe('a judge’s sheet and its draft, answered in any order', () => {
  let sent: Sent[];
  let kept: Map<string, string>;
  let end = () => {};

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    sent = [];
    kept = new Map();
    vi.stubGlobal('document', { documentElement: { lang: 'zh' } });
    vi.stubGlobal('localStorage', {
      getItem: (name: string) => kept.get(name) ?? null,
      setItem: (name: string, value: string) => void kept.set(name, value),
      removeItem: (name: string) => void kept.delete(name),
    });
    vi.stubGlobal(
      'fetch',
      (url: string, { body }: { body: string }) =>
        new Promise<Response>((resolve, reject) => {
          sent.push({
            what: url.split('/').at(-1)!,
            body: JSON.parse(body),
            answer: async (status, given) => {
              resolve(new Response(given ? JSON.stringify(given) : null, { status }));
              await settled();
            },
            lose: async () => {
              reject(new TypeError('Failed to fetch'));
              await settled();
            },
          });
        }),
    );
    setActivePinia(createPinia());
    useSession().current = { person: { id: 'p' } } as never;
  });
  afterEach(() => {
    end();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  const settled = () => vi.advanceTimersByTimeAsync(0);
  const quiet = () => vi.advanceTimersByTimeAsync(1000);
  function begin(held: Sheet | null) {
    const scope = effectScope();
    const taken = vi.fn<() => void>();
    const detail = { entry: { entryId: 'e' }, sheet: held, draft: null } as EntryDetail;
    const pad = scope.run(() => useDraftSheet('r', detail, RUBRIC, taken))!;
    end = () => scope.stop();
    const type = async (points: number) => {
      pad.scores['TECH'] = points;
      await nextTick();
    };
    return { ...pad, taken, type };
  }
  const outdated = { code: 'review.draft_outdated', detail: '' };
  const changed = (newer: Sheet) => ({ code: 'review.sheet_changed', detail: '', data: { sheet: newer } });

  it.each(['before', 'after'])('hands in though the draft under way is refused %s the sheet is taken', async (when) => {
    const pad = begin(sheet(1, 2000));
    await pad.type(2100);
    await quiet();
    void pad.submit();
    const [draft, handedIn] = sent;
    if (when === 'before') await draft!.answer(409, outdated);
    expect(pad.problem.value).toBeNull();
    await handedIn!.answer(200, sheet(2, 2100));
    if (when === 'after') await draft!.answer(409, outdated);
    expect(pad.problem.value).toBeNull();
    expect([pad.stored.value, pad.held.value?.revision, pad.state.value]).toEqual([true, 2, 'saved']);
    expect(pad.taken).toHaveBeenCalledOnce();
    expect(kept.size).toBe(0);
    await quiet();
    expect(sent.map(({ what }) => what)).toEqual(['draft', 'sheet']);
  });

  it('tells why a sheet was refused, whatever becomes of the draft, and goes on from the newer one', async () => {
    const pad = begin(sheet(1, 2000));
    await pad.type(2100);
    await quiet();
    void pad.submit();
    await sent[1]!.answer(409, changed(sheet(2, 2500)));
    await sent[0]!.answer(409, outdated);
    expect(pad.problem.value?.code).toBe('review.sheet_changed');
    await quiet();
    expect(sent[2]).toMatchObject({ what: 'draft', body: { revision: 2, scores: { TECH: 2100 } } });
    await sent[2]!.answer(204);
    void pad.submit();
    expect(sent[3]).toMatchObject({ what: 'sheet', body: { revision: 2, scores: { TECH: 2100 } } });
    await sent[3]!.answer(200, sheet(3, 2100));
    expect([pad.stored.value, pad.problem.value, pad.held.value?.revision]).toEqual([true, null, 3]);
  });

  it('takes over the newer sheet', async () => {
    const pad = begin(sheet(1, 2000));
    await pad.type(2100);
    void pad.submit();
    await sent[0]!.answer(409, changed(sheet(2, 2500)));
    pad.takeOver();
    await quiet();
    expect([pad.scores['TECH'], pad.stored.value, pad.problem.value]).toEqual([2500, true, null]);
    expect([sent.length, kept.size]).toEqual([1, 0]);
  });

  it('keeps as a draft what could not be handed in, and hands in the same when asked again', async () => {
    const pad = begin(null);
    await pad.type(2100);
    void pad.submit();
    await sent[0]!.lose();
    expect(pad.problem.value?.code).toBe('network.unreachable');
    expect(kept.size).toBe(1);
    await quiet();
    expect(sent[1]!.what).toBe('draft');
    await sent[1]!.answer(204);
    expect([pad.state.value, kept.size]).toEqual(['saved', 0]);
    void pad.submit();
    expect(sent[2]!.body.sheetKey).toBe(sent[0]!.body.sheetKey);
  });

  it('lets no draft stand that was taken back while it was under way', async () => {
    const pad = begin(sheet(1, 2000));
    await pad.type(2100);
    await quiet();
    await pad.type(2000);
    await sent[0]!.answer(204);
    await quiet();
    expect(sent[1]).toMatchObject({ what: 'draft', body: { revision: 1, scores: { TECH: 2000 } } });
    await sent[1]!.answer(204);
    expect([pad.stored.value, pad.state.value, kept.size]).toEqual([true, 'saved', 0]);
  });

  it('sends one draft after the other, the last with all that is typed', async () => {
    const pad = begin(null);
    for (const points of [2000, 2100, 2200]) {
      await pad.type(points);
      await quiet();
    }
    expect(sent.map(({ body }) => body.scores['TECH'])).toEqual([2000]);
    await sent[0]!.answer(204);
    expect(sent.map(({ body }) => body.scores['TECH'])).toEqual([2000, 2200]);
    expect(pad.state.value).toBe('saving');
    await sent[1]!.answer(204);
    await quiet();
    expect([sent.length, pad.state.value, kept.size]).toEqual([2, 'saved', 0]);
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { effectScope, nextTick, reactive } from 'vue';
import { useDraft } from '@/shared/form/use-draft';
import { forgetPerson, forgetSeenByOthers, seenName, undelivered, waitingName } from './own-data';

describe('what a device keeps of a person', () => {
  let kept: Map<string, string>;

  beforeEach(() => {
    vi.useFakeTimers();
    kept = new Map();
    // Names are enumerated as properties, as of the browser's own storage.
    vi.stubGlobal(
      'localStorage',
      new Proxy(
        {
          getItem: (name: string) => kept.get(name) ?? null,
          setItem: (name: string, value: string) => void kept.set(name, value),
          removeItem: (name: string) => void kept.delete(name),
        },
        {
          ownKeys: () => [...kept.keys()],
          getOwnPropertyDescriptor: (_, name) =>
            kept.has(String(name)) ? { enumerable: true, configurable: true } : undefined,
        },
      ),
    );
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  const type = async (personId: string | undefined, text: string) => {
    const scope = effectScope();
    const form = reactive({ text: '' });
    const draft = scope.run(() => useDraft(personId, 'page', form))!;
    form.text = text;
    await nextTick();
    vi.runAllTimers();
    scope.stop();
    return draft;
  };
  const restored = (personId: string | undefined) => {
    const form = { text: '' };
    return effectScope().run(() => useDraft(personId, 'page', form))!.restored ? form.text : null;
  };

  it('is what they typed, and nobody else finds it', async () => {
    await type('one', '甲');
    await type(undefined, '访客');
    expect([restored('one'), restored('two'), restored(undefined)]).toEqual(['甲', null, '访客']);
  });

  it('goes when they sign out, also what was typed, and leaves what is of others', async () => {
    await type('one', '甲');
    await type('two', '乙');
    kept.set('haishi.sheet.one.session.entry.waiting', '{}');
    kept.set(waitingName('one', 'project.p'), '{}');
    expect([undelivered('one'), undelivered('two')]).toEqual([2, 0]);
    forgetPerson('one');
    expect([restored('one'), restored('two'), undelivered('one')]).toEqual([null, '乙', 0]);
  });

  it('is let go where it was only shown, once somebody else is there', async () => {
    kept.set(seenName('one', 'desk'), '{}');
    kept.set(seenName('two', 'desk'), '{}');
    await type('one', '甲');
    forgetSeenByOthers('two');
    expect([...kept.keys()]).toEqual(['haishi.seen.two.desk', 'haishi.draft.one.page']);
    forgetSeenByOthers(undefined);
    expect(restored('one')).toBe('甲');
    expect(kept.has('haishi.seen.two.desk')).toBe(false);
  });
});

import { describe, expect, it, vi } from 'vitest';
import { nextTick, shallowRef } from 'vue';
import { useStanding } from './use-standing';

const at = (version: number, name: string, lines: string[] = []) => ({ version, form: { name, lines } });

function opened() {
  const server = shallowRef(at(1, 'first'));
  const reload = vi.fn();
  // Each reading is a form of its own, as the pages make it.
  const standing = useStanding(() => ({ ...server.value, form: { ...server.value.form } }), reload);
  const save = async (next: ReturnType<typeof at>) => {
    server.value = next;
    await nextTick();
  };
  return { standing, reload, save };
}

describe('a form of what others may save', () => {
  it('follows what is saved as long as nobody typed', async () => {
    const { standing, save } = opened();
    await save(at(2, 'theirs'));
    expect(standing.form.name).toBe('theirs');
    expect(standing.version.value).toBe(2);
  });

  it('keeps what was typed, and the version that it began from', async () => {
    const { standing, save } = opened();
    standing.form.name = 'mine';
    await save(at(2, 'theirs'));
    expect(standing.form.name).toBe('mine');
    expect(standing.version.value).toBe(1);
  });

  it('takes what stands on demand, and puts back what was typed', async () => {
    const { standing, save, reload } = opened();
    standing.form.name = 'mine';
    standing.form.lines.push('a');
    await save(at(2, 'theirs', ['b']));
    standing.take();
    expect(reload).toHaveBeenCalled();
    expect(standing.form).toEqual({ name: 'theirs', lines: ['b'] });
    expect([standing.version.value, standing.aside.value]).toEqual([2, true]);
    standing.putBack();
    expect(standing.form).toEqual({ name: 'mine', lines: ['a'] });
    expect([standing.version.value, standing.aside.value]).toEqual([2, false]);
  });

  it('takes what stands once it is read, where the page had not seen it', async () => {
    const { standing, save } = opened();
    standing.form.name = 'mine';
    standing.take();
    expect(standing.form.name).toBe('mine');
    await save(at(2, 'theirs'));
    expect(standing.form.name).toBe('theirs');
    standing.putBack();
    expect([standing.form.name, standing.version.value]).toEqual(['mine', 2]);
  });

  it('goes on from what it saved itself', async () => {
    const { standing, save } = opened();
    standing.form.name = 'mine';
    standing.settle();
    standing.form.name = 'mine, and more';
    await save(at(2, 'mine'));
    expect([standing.form.name, standing.version.value]).toEqual(['mine, and more', 2]);
    await save(at(3, 'theirs'));
    expect([standing.form.name, standing.version.value]).toEqual(['mine, and more', 2]);
  });
});

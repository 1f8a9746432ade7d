import { describe, expect, it } from 'vitest';

interface MessageFile {
  zh: object;
  en: object;
}

const files = import.meta.glob<MessageFile>('../**/*.messages.ts', { eager: true });
const nameOf = (path: string) => path.replace(/^.*\/([^/]+)\.messages\.ts$/, '$1');

function leaves(tree: object, path = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    const at = path === '' ? key : `${path}.${key}`;
    if (typeof value === 'string') found.set(at, value);
    else for (const [inner, text] of leaves(value as object, at)) found.set(inner, text);
  }
  return found;
}

const holes = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

describe('the texts of the pages', () => {
  it('have a file name of their own, since it is the name of their keys', () => {
    const names = Object.keys(files).map(nameOf);
    expect(names).toEqual([...new Set(names)]);
  });

  it.each(Object.entries(files))('%s says everything in both languages', (_path, file) => {
    const zh = leaves(file.zh);
    const en = leaves(file.en);
    expect([...en.keys()].sort()).toEqual([...zh.keys()].sort());
    for (const [key, text] of zh) {
      expect(text.trim(), key).not.toBe('');
      expect(en.get(key)?.trim(), key).not.toBe('');
      expect(holes(en.get(key)!), key).toEqual(holes(text));
    }
  });
});

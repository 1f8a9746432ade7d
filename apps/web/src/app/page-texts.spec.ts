import { describe, expect, it } from 'vitest';

/** Every module of the pages, as it is written, by its path from `src`. */
const sources = new Map(
  Object.entries(import.meta.glob<string>('../**/*.{ts,vue}', { query: '?raw', import: 'default', eager: true })).map(
    ([path, text]) => [path.startsWith('./') ? `app/${path.slice(2)}` : path.slice('../'.length), text],
  ),
);
const BY_DOMAIN = /^(features\/[^/]+|screens|gate)\//;
const textsIn = (folder: string) =>
  [...sources.keys()].flatMap((path) => {
    const [, at, name] = /^(.*)\/([^/]+)\.messages\.ts$/.exec(path) ?? [];
    return at === folder ? [name!] : [];
  });
/** Those of what is no domain come with the application. */
const ALWAYS = [...sources.keys()].flatMap((path) =>
  BY_DOMAIN.test(path) ? [] : (/([^/]+)\.messages\.ts$/.exec(path)?.[1] ?? []),
);

function moduleAt(from: string, wanted: string): string | undefined {
  const parts = wanted.startsWith('@/') ? [] : from.split('/').slice(0, -1);
  for (const part of wanted.replace(/^@\//, '').split('/'))
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  const path = parts.join('/');
  return [path, `${path}.ts`, `${path}.vue`, `${path}/index.ts`].find((one) => sources.has(one));
}

/** A page and all that it brings or asks for later. */
function closure(path: string, into = new Set<string>()): Set<string> {
  if (into.has(path)) return into;
  into.add(path);
  for (const [, one, lazy] of sources.get(path)!.matchAll(/(?:from|import)\s+'([^']+)'|import\('([^']+)'\)/g)) {
    const found = moduleAt(path, (one ?? lazy)!);
    if (found) closure(found, into);
  }
  return into;
}

const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match[1]!);

interface PageTexts {
  path: string;
  file: string;
  folder: string;
  uses: string[];
}

const pages: PageTexts[] = [...sources].flatMap(([routes, text]) => {
  if (!BY_DOMAIN.test(routes) || !routes.endsWith('/routes.ts')) return [];
  const folder = routes.replace(/\/routes\.ts$/, '');
  return text.split(/(?=\bpath: ')/).flatMap((part) => {
    const [path] = all(part, /^path: '([^']*)'/g);
    const [component] = all(part, /component: \(\) =>\s*import\('([^']+)'\)/g);
    const file = component && moduleAt(routes, component);
    if (path === undefined || !file) return [];
    const uses = all(all(part, /uses: \[([^\]]*)\]/g)[0] ?? '', /'([^']+)'/g);
    return [{ path, file, folder, uses: uses.map((one) => `features/${one}`) }];
  });
});

describe('the texts of a page', () => {
  it('are looked for on every page', () => {
    expect(pages.length).toBeGreaterThan(60);
    expect(ALWAYS).toContain('shared');
  });

  it.each(pages)('come with $path', ({ file, folder, uses }) => {
    const modules = [...closure(file)].map((path) => sources.get(path)!);
    const there = new Set([
      ...ALWAYS,
      ...[folder, ...uses].flatMap(textsIn),
      ...modules.flatMap((text) => all(text, /addMessages\('([^']+)'/g)),
    ]);
    const asked = new Set(modules.flatMap((text) => all(text, /(?:\bt\(|keypath=)\s*['"`]([A-Za-z][\w-]*)\./g)));
    expect([...asked].filter((name) => !there.has(name))).toEqual([]);
  });
});

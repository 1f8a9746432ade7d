import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { declaredRoutes, WEB } from './routes.js';

/** Gzipped bytes of JavaScript that a page outside the staff's frame may load before anybody touches it. */
const BUDGET = 120 * 1024;
/** Loaded only once somebody acts: an upload begins, a camera opens, an authenticator is set up, a reason is asked for, materials, keyings or papers are opened. */
const AFTER_INTERACTION = [
  /tus-js-client/,
  /zxing/,
  /qrcode/,
  /ReasonDialog/,
  /MaterialFiles/,
  /chair-acts/,
  /KeyingsPanel/,
  /PapersPanel/,
];

interface Chunk {
  file: string;
  src?: string;
  imports?: string[];
  dynamicImports?: string[];
  css?: string[];
}

const manifestFile = join(WEB, 'dist/.vite/manifest.json');
const manifest: Record<string, Chunk> = existsSync(manifestFile) ? JSON.parse(readFileSync(manifestFile, 'utf8')) : {};
const sizes = new Map<string, number>();

function gzipped(file: string): number {
  let size = sizes.get(file);
  if (size === undefined) {
    size = gzipSync(readFileSync(join(WEB, 'dist', file))).length;
    sizes.set(file, size);
  }
  return size;
}

/** `start` and everything it imports before it runs. */
function closure(start: readonly string[], into = new Set<string>()): Set<string> {
  for (const key of start) {
    if (into.has(key)) continue;
    into.add(key);
    closure(manifest[key]?.imports ?? [], into);
  }
  return into;
}

/** What a visitor's browser loads for a page: the application, the frame, the page, its texts, and what it asks for at once. */
function chunksFor(file: string, folder: string, framed: boolean): Set<string> {
  const application = closure(framed ? ['index.html', 'src/app/shell/AppShell.vue'] : ['index.html']);
  const texts = Object.keys(manifest).filter(
    (key) =>
      key.startsWith(`${folder}/`) && key.endsWith('.messages.ts') && !key.slice(folder.length + 1).includes('/'),
  );
  const page = closure([file, ...texts]);
  const asked = [...page]
    .filter((key) => !application.has(key))
    .flatMap((key) => manifest[key]?.dynamicImports ?? [])
    .filter((key) => !AFTER_INTERACTION.some((later) => later.test(key)));
  return closure([...application, ...page, ...asked]);
}

const light = declaredRoutes().filter((route) => route.layout !== 'app');

describe('what a page weighs before anybody touches it', () => {
  it('finds the built pages', () => {
    expect(Object.keys(manifest)).toContain('index.html');
    expect(light.length).toBeGreaterThan(0);
  });

  it.each(light)('$path stays within 120 KB of JavaScript and brings no Element Plus', ({ file, folder, layout }) => {
    expect(manifest[file], `${file} is not in the build`).toBeDefined();
    const chunks = [...chunksFor(file, folder, layout === 'public')];
    const bytes = chunks.reduce((sum, key) => sum + (manifest[key] ? gzipped(manifest[key].file) : 0), 0);
    expect(bytes).toBeLessThanOrEqual(BUDGET);
    const styles = chunks.flatMap((key) => manifest[key]?.css ?? []);
    expect(styles.filter((style) => readFileSync(join(WEB, 'dist', style), 'utf8').includes('.el-'))).toEqual([]);
  });
});

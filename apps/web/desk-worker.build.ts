import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin, Rollup } from 'vite';

const WORKER = fileURLToPath(new URL('./src/features/roadshow/desk-worker.js', import.meta.url));
/** Opened with the desk: the page, its texts, the socket that it follows the session by. */
const DESK = [
  /\/features\/roadshow\/JudgeDesk\.vue$/,
  /\/features\/roadshow\/[^/]+\.messages\.ts$/,
  /\/socket\.io-client\//,
];

type Chunk = Rollup.OutputChunk & { viteMetadata?: { importedCss: Set<string> } };

/** Writes the judge's desk's worker with the list of what the desk consists of, also of what it opens later. */
export const deskWorker: Plugin = {
  name: 'desk-worker',
  apply: 'build',
  enforce: 'post',
  generateBundle(_, bundle) {
    const chunks = Object.values(bundle).filter((one): one is Chunk => one.type === 'chunk');
    const needed = new Set<string>();
    const follow = (name: string, later: boolean) => {
      const chunk = bundle[name] as Chunk | undefined;
      if (needed.has(name) || chunk?.type !== 'chunk') return;
      needed.add(name);
      for (const one of chunk.viteMetadata?.importedCss ?? []) needed.add(one);
      for (const one of chunk.imports) follow(one, later);
      if (later) for (const one of chunk.dynamicImports) follow(one, later);
    };
    // What the application may open besides are the other pages.
    for (const one of chunks)
      if (one.isEntry && one.facadeModuleId?.endsWith('/index.html')) follow(one.fileName, false);
    for (const one of chunks)
      if (one.moduleIds.some((id) => DESK.some((part) => part.test(id)))) follow(one.fileName, true);
    const shell = bundle['index.html'];
    if (shell?.type !== 'asset') this.error('the desk’s worker found no page');
    const worker = readFileSync(WORKER, 'utf8');
    const files = [...needed].map((name) => `/${name}`).toSorted();
    const version = createHash('sha256')
      .update(worker)
      .update(String(shell.source))
      .update(files.join())
      .digest('hex')
      .slice(0, 16);
    const source = worker.replace('__DESK__', JSON.stringify({ version, files }));
    this.emitFile({ type: 'asset', fileName: 'desk-worker.js', source });
  },
};

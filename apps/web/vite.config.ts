import vue from '@vitejs/plugin-vue';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';
import { deskWorker } from './desk-worker.build.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const server = process.env['HAISHI_API'] ?? 'http://127.0.0.1:3000';

/** Leaves a Brotli and a gzip copy beside every file that is worth it, for the server to send as they are. */
const compressedCopies: Plugin = {
  name: 'compressed-copies',
  apply: 'build',
  async writeBundle({ dir }, bundle) {
    const names = Object.keys(bundle).filter((name) => /\.(js|css|wasm|svg)$/.test(name));
    await Promise.all(
      names.map(async (name) => {
        const file = join(dir!, name);
        const content = await readFile(file);
        if (content.length < 1_024) return;
        await Promise.all([
          promisify(brotliCompress)(content).then((copy) => writeFile(`${file}.br`, copy)),
          promisify(gzip)(content, { level: 9 }).then((copy) => writeFile(`${file}.gz`, copy)),
        ]);
      }),
    );
  },
};

export default defineConfig({
  root: here('.'),
  plugins: [vue(), deskWorker, compressedCopies],
  resolve: {
    alias: {
      '@haishi/contracts': here('../../libs/contracts/src/index.ts'),
      '@haishi/kernel': here('../../libs/kernel/src/index.ts'),
      '@haishi/review/rules': here('../../libs/review/src/rules.ts'),
      '@haishi/attendance/rules': here('../../libs/attendance/src/rules.ts'),
      '@': here('./src'),
    },
  },
  define: {
    __VUE_OPTIONS_API__: false,
    __VUE_PROD_DEVTOOLS__: false,
    __VUE_I18N_LEGACY_API__: false,
    __INTLIFY_PROD_DEVTOOLS__: false,
  },
  build: {
    outDir: here('./dist'),
    emptyOutDir: true,
    manifest: true,
    // Every browser of the target preloads modules by itself.
    modulePreload: { polyfill: false },
    target: 'es2022',
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      input: { main: here('./index.html'), ticket: here('./ticket.html') },
      // The first file names all others: what stands for their content in those names can hardly be compressed.
      output: {
        hashCharacters: 'hex',
        // What every page brings comes at once; apart, it would be a dozen small files.
        codeSplitting: {
          groups: [
            {
              name: 'common',
              test: /@tanstack|shared\/(format\/(time|DateTime|use-now|server-clock)|form\/form|ui\/(LoadingState|EmptyState|StateTag))/,
            },
          ],
        },
      },
    },
  },
  server: {
    port: 4310,
    proxy: {
      '/api': { target: server, changeOrigin: false },
      '/socket.io': { target: server, ws: true },
    },
  },
});

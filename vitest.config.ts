import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url));
export const aliases = [
  { find: /^@haishi\/server\/(.+)$/, replacement: `${root}apps/server/src/$1.ts` },
  { find: /^@haishi\/([a-z]+)$/, replacement: `${root}libs/$1/src/index.ts` },
  { find: /^@haishi\/([a-z]+)\/(.+)$/, replacement: `${root}libs/$1/src/$2.ts` },
];
const shared = {
  resolve: { alias: aliases },
  oxc: { decorator: { legacy: true, emitDecoratorMetadata: true } },
};
const node = { environment: 'node' as const, setupFiles: [`${root}test/support/setup.ts`] };

export default defineConfig({
  test: {
    projects: [
      {
        ...shared,
        plugins: existsSync(`${root}apps/web/src`) ? [vue()] : [],
        test: {
          ...node,
          name: 'unit',
          testTimeout: 30_000,
          isolate: false,
          include: ['libs/*/src/**/*.spec.ts', 'apps/*/src/**/*.spec.ts'],
        },
      },
      {
        ...shared,
        test: {
          ...node,
          name: 'integration',
          include: ['test/{integration,concurrency,api}/**/*.spec.ts'],
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
        },
      },
      {
        ...shared,
        test: {
          ...node,
          name: 'browser',
          include: ['test/{e2e,web}/**/*.spec.ts'],
          isolate: false,
          testTimeout: 300_000,
          hookTimeout: 180_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});

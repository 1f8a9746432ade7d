import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const root = fileURLToPath(new URL('.', import.meta.url));
export const aliases = [
  { find: /^@haishi\/server\/(.+)$/, replacement: `${root}apps/server/src/$1.ts` },
  { find: /^@haishi\/([a-z]+)$/, replacement: `${root}libs/$1/src/index.ts` },
  { find: /^@haishi\/([a-z]+)\/(.+)$/, replacement: `${root}libs/$1/src/$2.ts` },
  { find: /^@\//, replacement: `${root}apps/web/src/` },
];
const shared = {
  resolve: { alias: aliases },
  oxc: { decorator: { legacy: true, emitDecoratorMetadata: true } },
};
const node = { environment: 'node' as const, setupFiles: [`${root}test/support/setup.ts`] };
const databases = [`${root}test/support/mysql-databases.ts`];

/** Take minutes though they are short to read: begun last, as by their size, they would leave a processor idle. */
const LONGEST = ['e2e/journey', 'web/pages', 'api/roadshow-leaks', 'integration/start', 'api/roadshow-machine'];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const at = LONGEST.findIndex((one) => moduleId.endsWith(`/${one}.spec.ts`));
      return at < 0 ? LONGEST.length : at;
    };
    const projects = Map.groupBy(await super.sort(files), ({ project }) => project.name);
    return [...projects.values()].flatMap((own) => own.toSorted((one, other) => place(one) - place(other)));
  }
}
const isOrdered = process.argv.some((one) => one.startsWith('--sequence'));

export default defineConfig({
  test: {
    ...(isOrdered ? {} : { sequence: { sequencer: LongestFirst } }),
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
          globalSetup: databases,
          name: 'integration',
          include: ['test/{integration,concurrency,api}/**/*.spec.ts'],
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          maxWorkers: 3,
        },
      },
      {
        ...shared,
        test: {
          ...node,
          globalSetup: databases,
          name: 'browser',
          include: ['test/{e2e,web}/**/*.spec.ts'],
          isolate: false,
          // A page that is loaded anew takes its time on a busy machine.
          expect: { poll: { timeout: 30_000 } },
          testTimeout: 300_000,
          hookTimeout: 180_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});

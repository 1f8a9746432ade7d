import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describeApi } from '@haishi/server/openapi';
import ts from 'typescript';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.js';
import { CLIENT_TYPES, clientTypes } from '../support/client-types.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
let app: TestApp;

beforeAll(async () => {
  app = await startApp('sqlite');
});
afterAll(async () => {
  await app?.close();
});

/** The fields of every class of a file, written as one text. */
function shapes(file: string): { name: string; shape: string }[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  return source.statements.filter(ts.isClassDeclaration).map((declared) => ({
    name: declared.name!.text,
    shape: declared.members
      .filter(ts.isPropertyDeclaration)
      .map((member) => `${member.name.getText()}${member.questionToken ? '?' : ''}: ${member.type?.getText()}`)
      .sort()
      .join('; '),
  }));
}

it('finds the pages’ types as the controllers declare them (npm run api:generate)', async () => {
  expect(readFileSync(CLIENT_TYPES, 'utf8')).toBe(await clientTypes(describeApi(app.app)));
});

it('finds no two bodies or answers of one name and different fields, of which the document would keep one', () => {
  const held = new Map<string, string>();
  const files = globSync(
    ['libs/*/src/**/*.dto.ts', 'libs/*/src/**/*.controller.ts', 'apps/server/src/**/*.controller.ts'],
    {
      cwd: ROOT,
    },
  );
  const clashes = files
    .flatMap((file) => shapes(`${ROOT}/${file}`))
    .filter(({ name }) => !name.endsWith('Controller'))
    .filter(({ name, shape }) => {
      const other = held.get(name);
      held.set(name, shape);
      return other !== undefined && other !== shape;
    });
  expect(clashes.map(({ name }) => name)).toEqual([]);
});

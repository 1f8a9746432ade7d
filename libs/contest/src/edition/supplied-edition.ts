import { readFile } from 'node:fs/promises';

/** Where the edition file lies that comes with the product; named by the composition root. */
export const SUPPLIED_EDITION = Symbol('SuppliedEdition');

/** Reads that file. */
export async function readSuppliedEdition(location: URL): Promise<Record<string, unknown>> {
  return JSON.parse(await readFile(location, 'utf8')) as Record<string, unknown>;
}

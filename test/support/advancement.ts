import type { Browser } from './app.js';

/** The entries of a stage's latest decision, as an organiser reads them, page after page. */
export function decidedEntries<Entry>(organiser: Browser, path: string, query: object = {}): Promise<Entry[]> {
  return allOf((cursor) => organiser.get(`${path}/entries`).query({ ...query, ...cursor }));
}

/** What a plan comes to, with its entries. */
export async function previewOf<Preview>(organiser: Browser, path: string, plan: object): Promise<Preview> {
  const { body } = await organiser.post(`${path}/preview`).send({ plan }).expect(200);
  if (body.outcome === null) return body;
  const { digest } = body.outcome;
  const entries = await allOf((cursor) =>
    organiser.post(`${path}/preview/entries`).query(cursor).send({ plan, digest }),
  );
  return { ...body, outcome: { ...body.outcome, entries } };
}

async function allOf<Entry>(ask: (cursor: object) => ReturnType<Browser['get']>): Promise<Entry[]> {
  const found: Entry[] = [];
  let cursor: object = {};
  for (;;) {
    const { body } = await ask(cursor).expect(200);
    found.push(...body.items);
    if (!body.next) return found;
    cursor = { cursor: body.next };
  }
}

import { ServerResponse } from 'node:http';
import { ScoringService } from '@haishi/contest/roadshow/scoring.service';
import { SessionPublisher } from '@haishi/contest/roadshow/session.publisher';
import { SessionReader } from '@haishi/contest/roadshow/session.reader';
import { SessionViews } from '@haishi/contest/roadshow/session.views';
import { type DeskSnapshot, failure } from '@haishi/contracts';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { startApp, type TestApp } from '../support/app.js';
import { eachEngine } from '../support/engines.js';
import { type Outsider, readRoutes, transcript } from '../support/outsiders.js';
import { findSealed, strangeMoments, Told } from '../support/sealed-figures.js';
import { fineRubric, type Outcome } from './roadshow-outcomes.js';
import { type Depth, type Play, playLine, playShort, playWhole, setUp } from './roadshow-whole-session.js';

/** What the pages of a session ask for while it runs; drawing papers takes long. */
const LIVELY = /^\/api\/v1\/(?:tasks|sessions\/(?!.*papers))/;
/** Until here both outcomes tell the same. */
const REVEAL = 'tell E5';

/** Who is pushed what others are, and so is looked after with the routes alone. */
const SELDOM = ['recorder', 'supervisor'];
/** Of a ceremony that tells the line first: the first moment at which an entry hears more than whether it advances. */
const PLACES = 'call E2';

class LeakFound extends Error {}
class Enough extends Error {}

/** Known to everybody, whether a message bears it or not: the most of a criterion and of a sheet. */
const PUBLIC = [fineRubric().criteria[0]!.max, fineRubric().outOf];
function knowing(figures: readonly number[]): Told {
  const told = new Told();
  told.add(JSON.stringify(figures));
  return told;
}

/** Has everybody outside look at every moment, and fails where anybody was given a sealed figure up to then. */
class Search {
  /** Paths that were answered, by outsider. */
  readonly opened = new Map<string, Set<string>>();
  private readonly told = new Map<Outsider, { figures: Told; looked: number }>();
  private readonly begun = Date.now();
  private routes: string[] | undefined;

  /** `until`: the last moment; `http`: whether routes are asked for. */
  constructor(private readonly options: { until?: string; http?: boolean } = {}) {}

  readonly at: Play['at'] = async (play, moment, depth) => {
    const routes = this.options.http === false ? [] : this.routesAt(play, depth);
    const looking = play.outsiders.filter(({ gone, name }) => !gone && (depth !== 'pushed' || !SELDOM.includes(name)));
    const looks = looking.map(async (outsider) => {
      await outsider.look();
      if (depth === 'everything') await outsider.catchUp();
      const opened = await outsider.ask(routes);
      this.opened.set(outsider.name, new Set([...(this.opened.get(outsider.name) ?? []), ...opened]));
      outsider.remember(moment);
      const found = this.find(play, outsider);
      if (found.length > 0) throw new LeakFound(`${outsider.name} at ${moment}:\n${found.slice(0, 5).join('\n')}`);
    });
    await Promise.all(looks);
    if (moment === this.options.until) throw new Enough();
  };

  /** Every GET route with ids of this session, or those on which its pages live. */
  private routesAt({ app, sessionId, entries, projects, editionId, judges }: Play, depth: Depth): string[] {
    if (depth === 'pushed') return [];
    this.routes ??= readRoutes(app, {
      'sessions/id': [sessionId],
      'entries/entryId': [entries.E1!, entries.E5!],
      'projects/project': [projects[0]!, projects[4]!],
      'editions/edition': [editionId],
      'people/id': [judges[1]!.personId],
      '*/seatNo': ['2', '6'],
      any: [sessionId, entries.E5!],
    });
    return depth === 'everything' ? this.routes : this.routes.filter((path) => LIVELY.test(path));
  }

  private find(play: Play, outsider: Outsider): string[] {
    const held = this.told.get(outsider) ?? { figures: knowing(PUBLIC), looked: 0 };
    this.told.set(outsider, held);
    const strange: string[] = [];
    for (const { what, text } of outsider.received.slice(held.looked)) {
      held.figures.add(text);
      for (const at of strangeMoments(text, this.begun, Date.now())) strange.push(`${what} tells of ${at}`);
    }
    held.looked = outsider.received.length;
    if (strange.length > 0) return strange;
    return findSealed(held.figures, play.ledger.sealed(outsider === play.judge ? 1 : undefined));
  }
}

/** The first thing that an outsider received in only one of two plays until `moment`. */
function difference(one: Play, other: Play, until?: string): string | undefined {
  for (const [index, outsider] of one.outsiders.entries()) {
    // A recorder is told the code of the totals then, which is another for other totals.
    const end = outsider.name === 'recorder' ? 'close' : until;
    const [ours, theirs] = [
      transcript(outsider, one.names, end),
      transcript(other.outsiders[index]!, other.names, end),
    ];
    const at = ours.findIndex((line, place) => line !== theirs[place]);
    if (at >= 0 || theirs.length > ours.length)
      return `${outsider.name}:\n${ours.at(at) ?? 'nothing'}\n${theirs.at(at < 0 ? ours.length : at) ?? 'nothing'}`;
  }
  return undefined;
}

/** Routes that must have been answered, or nothing was searched. */
const READ: [outsider: string, paths: string[]][] = [
  ['another judge', ['desk', 'own-sheets', 'export', 'tasks']],
  ['entrant', ['mine', 'export', 'tasks']],
  ['judge of another session', ['sessions', 'export', 'tasks']],
  ['stage manager', ['stage', 'sessions', 'tasks']],
  ['recorder', ['record', 'keyed', 'sign-in']],
  ['supervisor', ['record', 'sessions', 'tasks']],
  ['anonymous', ['session', 'open', 'audience', 'live']],
];

/** A figure that everybody outside is kept from, also the judge who looks on. */
const sealedOf = ({ ledger }: Play) => [...ledger.sealed(1)].at(-1) ?? 0;
const inPoints = (figure: number) => (figure / 100).toFixed(2);
const inPercent = (text: string) => [...text].map((sign) => `%${sign.charCodeAt(0).toString(16)}`).join('');

/** Tells screens and desks something more with the session's name. */
const inHeader = (more: (figure: number) => object) => (play: Play) => {
  const views = play.app.get(SessionViews);
  for (const view of ['screen', 'desk'] as const) {
    const honest = views[view].bind(views) as (id: string) => Promise<DeskSnapshot>;
    vi.spyOn(views, view).mockImplementation(async (id) => {
      const told = await honest(id);
      return { ...told, header: { ...told.header, ...more(sealedOf(play)) } };
    });
  }
};

/** Leaks of a figure, put in by overriding what a provider answers; the product has no switch for it. */
const FIGURES: [how: string, leak: (play: Play) => unknown][] = [
  ['as a number', inHeader((figure) => ({ best: figure }))],
  ['in a text', inHeader((figure) => ({ room: `大剧院（${inPoints(figure)}）` }))],
  ['in base64', inHeader((figure) => ({ room: Buffer.from(inPoints(figure)).toString('base64') }))],
  ['in percent signs', inHeader((figure) => ({ room: inPercent(inPoints(figure)) }))],
  ['as a difference', inHeader((figure) => ({ startsAt: 41_000_000, until: 41_000_000 + figure }))],
  ['as what is missing from the most', inHeader((figure) => ({ lost: fineRubric().outOf - figure }))],
  ['in a moment', inHeader((figure) => ({ startsAt: Date.UTC(2031, 0, 7, 9) + figure }))],
  ['in a date', inHeader((figure) => ({ room: new Date(Date.UTC(2031, 0, 7) + figure * 1000).toISOString() }))],
  ['in sixteens', inHeader((figure) => ({ room: `大剧院 ${figure.toString(16)}` }))],
  ['in points and hundredths', inHeader((figure) => ({ whole: Math.floor(figure / 100), rest: figure % 100 }))],
  ['as a mean', inHeader((figure) => ({ from: figure - 77_123, to: figure + 77_123 }))],
  [
    'in a header of an answer',
    (play) => {
      const honest = ServerResponse.prototype.writeHead;
      vi.spyOn(ServerResponse.prototype, 'writeHead').mockImplementation(function (this: ServerResponse, ...args) {
        this.setHeader('x-mean', sealedOf(play));
        return honest.apply(this, args as never);
      });
    },
  ],
  [
    'in the answer to what a judge hands in',
    (play) => {
      const scoring = play.app.get(ScoringService);
      const honest = scoring.submit.bind(scoring);
      vi.spyOn(scoring, 'submit').mockImplementation(
        async (...args) => ({ ...(await honest(...args)), mean: sealedOf(play) }) as never,
      );
    },
  ],
  [
    'in what a refusal says',
    (play) => {
      const scoring = play.app.get(ScoringService);
      const honest = scoring.submit.bind(scoring);
      vi.spyOn(scoring, 'submit').mockImplementation(async (...args) =>
        honest(...args).catch(() => {
          throw failure('review.sheet_changed', { params: { revision: 1 }, data: { mean: sealedOf(play) } });
        }),
      );
    },
  ],
  [
    'in the answer to a judge',
    (play) => {
      const reader = play.app.get(SessionReader);
      const honest = reader.desk.bind(reader);
      vi.spyOn(reader, 'desk').mockImplementation(
        async (...args) => ({ ...(await honest(...args)), others: [{ mean: sealedOf(play) / 100 }] }) as never,
      );
    },
  ],
];

/** Leaks without any figure, which only a second outcome brings to light. */
const SHAPES: [how: string, leak: (play: Play) => unknown][] = [
  [
    'in the order of the entries',
    (play) => {
      const views = play.app.get(SessionViews);
      const honest = views.desk.bind(views);
      vi.spyOn(views, 'desk').mockImplementation(async (id) => {
        const { results } = await views.chair(id);
        const score = (entry: { id: string }) => results.find(({ entryId }) => entryId === entry.id)?.score ?? 0;
        const desk = await honest(id);
        return { ...desk, entries: desk.entries.toSorted((one, other) => score(other) - score(one)) };
      });
    },
  ],
  [
    'in the number of messages',
    (play) => {
      const publisher = play.app.get(SessionPublisher);
      const honest = publisher.sheet.bind(publisher);
      vi.spyOn(publisher, 'sheet').mockImplementation(async (work, id, ...sheet) => {
        await honest(work, id, ...sheet);
        const best = Math.max(...(await play.app.get(SessionViews).chair(id)).sheets.map(({ total }) => total));
        if (best > 80_000_000) await publisher.desk(work, id, {});
      });
    },
  ],
];

/** Plays in `app`; `leak` is put in once the session is set up. */
async function play(
  app: TestApp,
  acts: (play: Play) => Promise<void>,
  outcome: Outcome,
  search: Search,
  leak?: (play: Play) => unknown,
): Promise<Play> {
  const set = await setUp(app, outcome, search.at, acts === playWhole);
  leak?.(set);
  try {
    await acts(set);
  } catch (error) {
    if (!(error instanceof Enough)) throw error;
  } finally {
    for (const outsider of set.outsiders) outsider.close();
  }
  return set;
}

eachEngine('what is sealed', (engine) => {
  /** Two houses, in each of which the session is the first. */
  let apps: TestApp[] = [];
  beforeAll(async () => {
    apps = await Promise.all([startApp(engine), startApp(engine)]);
  });
  afterAll(() => Promise.all(apps.map((app) => app.close())));
  afterEach(() => vi.restoreAllMocks());

  /** Both outcomes at once, each in a house of its own. */
  const playBoth = (leak?: (play: Play) => unknown) =>
    Promise.all([
      play(apps[0]!, playShort, 'one', new Search({ http: false }), leak),
      play(apps[1]!, playShort, 'other', new Search({ http: false }), leak),
    ]);

  it(
    'reaches nobody outside during a whole session, and what they receive is the same whatever it is',
    { timeout: 600_000 },
    async () => {
      const search = new Search();
      // What is told does not hang on the engine, and the second play is as long as the first.
      const compared = engine === 'sqlite';
      const [one, other] = await Promise.all([
        play(apps[0]!, playWhole, 'one', search),
        ...(compared ? [play(apps[1]!, playWhole, 'other', new Search({ until: REVEAL }))] : []),
      ]);
      for (const [name, paths] of READ) {
        const opened = [...search.opened.get(name)!].map((path) => path.split('/').at(-1));
        expect(opened).toEqual(expect.arrayContaining(paths));
      }
      if (!other) return;
      expect(difference(one, other, REVEAL)).toBeUndefined();
      expect(difference(one, other)).toMatch(/^screen:/);
    },
  );

  // What is told does not hang on the engine.
  if (engine === 'sqlite')
    it(
      'is sealed still where who advances is told first, and whatever the places are, the same is told until then',
      { timeout: 240_000 },
      async () => {
        const search = () => new Search({ http: false });
        const [one, other] = await Promise.all([
          play(apps[0]!, playLine, 'one', search()),
          play(apps[1]!, playLine, 'other', search()),
        ]);
        const lines = one.outsiders[0]!.received.filter(({ moment }) => moment.startsWith('line '));
        expect(new Set(lines.map(({ moment }) => moment))).toEqual(
          new Set(['line E1', 'line E2', 'line E3', 'line E5']),
        );
        expect(difference(one, other, PLACES)).toBeUndefined();
        expect(difference(one, other)).toBeDefined();
      },
    );

  // Nor does it whether a leak that is put in is found.
  if (engine === 'sqlite') {
    it.each(FIGURES)('is found where it is let out %s', { timeout: 120_000 }, async (_, leak) => {
      await expect(play(apps[0]!, playShort, 'one', new Search(), leak)).rejects.toThrow(LeakFound);
    });

    it.each(SHAPES)('is seen to differ where it is let out %s', { timeout: 240_000 }, async (_, leak) => {
      const [one, other] = await playBoth(leak);
      expect(difference(one, other)).toBeDefined();
    });
  }

  it('looks the same where nothing is let out', { timeout: 240_000 }, async () => {
    const [one, other] = await playBoth();
    expect(difference(one, other)).toBeUndefined();
  });
});

describe('a moment', () => {
  const BEGUN = Date.UTC(2026, 10, 24, 18);
  const strange = (text: string) => strangeMoments(text, BEGUN, BEGUN + 60_000).length;

  it.each(['2026-11-24T18:00:12.543Z', '2026-11-25 02:00:30', String(BEGUN + 30_000), '2031-01-07T09:00:00.000Z'])(
    'is nothing strange where something happened or is planned: %s',
    (text) => expect(strange(text)).toBe(0),
  );
  it.each(['2026-11-24T17:10:12.543Z', '2031-01-07T09:00:01Z', String(BEGUN + 54_321_678), '2099-01-01T00:00:00Z'])(
    'is strange at which nothing can have happened: %s',
    (text) => expect(strange(text)).toBe(1),
  );
});

describe('a sealed figure', () => {
  const SEALED = new Set([54_321_678]);
  const found = (...received: string[]) => {
    const told = new Told();
    for (const text of received) told.add(text);
    return findSealed(told, SEALED).length > 0;
  };
  const base64 = (text: string) => Buffer.from(text).toString('base64');

  it.each([
    '54321678',
    '{"total":54321678}',
    '{"total":543216.78}',
    '"543216.780"',
    '"543,216.78 分"',
    '"５４３２１６．７８"',
    '54321678.4',
    `{"a":"${base64('543216.78')}"}`,
    `{"a":"x-${Buffer.from('{"t":54321678}').toString('base64url')}"}`,
    base64(base64('54321678')),
    '"%35%34%33%32%31%36%37%38"',
    String.raw`"\u0035\u0034321678"`,
    '&#53;4321678',
    '[40000000,14321678]',
    '{"before":54321700,"after":22}',
    '[54321670,54321686]',
    '{"room":"33ce20e"}',
    '{"whole":543216,"rest":78}',
    // Six judges' mean, and what five of them gave.
    '{"untrimmed":39053613,"judges":[{"total":36000000},{"total":36000000},{"total":36000000},{"total":36000000},{"total":36000000}]}',
  ])('is found in %s', (text) => expect(found(text)).toBe(true));

  it('is found in what two messages tell', () => {
    expect(found('{"total":90000000}', '{"total":144321678}')).toBe(true);
  });

  it.each([
    '{"total":54321679}',
    '{"total":154321678}',
    '[10000000,20000000]',
    '{"id":"01a20ec0-75ab-702b-8105-000054321678","at":"2026-11-24T18:10:12.543Z","now":1795543216780}',
  ])('is not found in %s', (text) => expect(found(text)).toBe(false));
});

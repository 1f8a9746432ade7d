import { EVENT_LABELS } from '@haishi/contracts';
import { aggregate, rank, type Rubric } from '@haishi/review/rules';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commitment, drawOrder } from '../roadshow/draw.rules.js';
import { type LoggedEvent, readLog, type SessionDefinition, writeLog } from './log.rules.js';
import { differences, replay } from './replay.rules.js';
import { ReplayError } from './replayed-session.rules.js';

const criterion = (code: string) => ({ code, name: { zh: code, en: code }, max: 5000, step: 50, weight: 5000 });
const RUBRIC: Rubric = { outOf: 10_000, commentRequired: false, criteria: [criterion('A'), criterion('B')] };
const DEFINITION: SessionDefinition = {
  kind: 'session',
  id: 'session',
  name: '场次',
  edition: { zh: '赛事', en: 'Contest' },
  stage: { zh: '决赛', en: 'Final' },
  room: '厅',
  timeZone: 'Asia/Shanghai',
  groups: ['ENT', 'TEAM'],
  rubric: RUBRIC,
  aggregation: { dropHighest: 1, dropLowest: 1, minValid: 3, decimals: 2, ties: [{ by: 'criterion', code: 'A' }] },
  seats: [],
  entries: [],
};

const event = (type: string, payload: Record<string, unknown> = {}): LoggedEvent => ({
  kind: 'event',
  id: '',
  at: '2026-11-24T09:00:00.000Z',
  type,
  actor: { kind: 'person', id: 'p' },
  payload,
});

/** A session of which each entry has these sheets: seats of `recused` do not count. */
const sessions = fc.record({
  seed: fc.string({ minLength: 1 }),
  entries: fc.array(
    fc.record({
      group: fc.constantFrom('ENT', 'TEAM'),
      sheets: fc.array(fc.tuple(fc.nat(100), fc.nat(100)), { minLength: 5, maxLength: 5 }),
      correction: fc.option(fc.tuple(fc.nat(100), fc.nat(100)), { nil: undefined }),
      recused: fc.uniqueArray(fc.integer({ min: 1, max: 5 }), { maxLength: 3 }),
    }),
    { minLength: 1, maxLength: 6 },
  ),
});
type Generated = typeof sessions extends fc.Arbitrary<infer Session> ? Session : never;

const scoresOf = ([a, b]: [number, number]) => ({ A: a * 50, B: b * 50 });
const lots = ({ entries }: Generated) =>
  entries.map(({ group }, index) => ({ id: `e${index}`, number: `N${index}`, group, groupCode: group }));

function eventsOf(session: Generated): LoggedEvent[] {
  const added = lots(session);
  const order = drawOrder(session.seed, added, DEFINITION.groups).map(({ number }) => number);
  return [
    event('roadshow.created', { commitment: commitment(session.seed) }),
    event('roadshow.entries_added', { entries: added, recusals: [] }),
    event('roadshow.drawn', { seed: session.seed, order }),
    ...session.entries.flatMap(({ sheets, correction, recused }, index) => {
      const entryId = `e${index}`;
      return [
        event('roadshow.called', { entryId }),
        ...sheets.map((points, seat) =>
          event('score.submitted', { entryId, seatNo: seat + 1, revision: 1, scores: scoresOf(points) }),
        ),
        event('roadshow.locked', { entryId }),
        event('roadshow.shown', { entryId }),
        ...(correction
          ? [event('score.submitted', { entryId, seatNo: 1, revision: 2, scores: scoresOf(correction) })]
          : []),
        ...recused.map((seatNo) => event('recusal.added', { entryId, seatNo })),
        event('roadshow.shown_again', { entryId }),
      ];
    }),
    event('roadshow.closed'),
  ];
}

describe('replay', () => {
  it('gives what the final sheets give, in the drawn order, whatever was corrected and recused', () => {
    fc.assert(
      fc.property(sessions, (session) => {
        const { entries, unknown } = replay(DEFINITION, eventsOf(session));
        expect(unknown).toEqual([]);
        expect(entries.map(({ number }) => number)).toEqual(
          drawOrder(session.seed, lots(session), DEFINITION.groups).map(({ number }) => number),
        );
        const results = session.entries.map(({ sheets, correction, recused }, index) => {
          const counted = sheets
            .map((points, seat) => ({
              seatNo: seat + 1,
              scores: scoresOf(seat === 0 && correction ? correction : points),
            }))
            .filter(({ seatNo }) => !recused.includes(seatNo))
            .map((sheet) => ({ ...sheet, total: sheet.scores.A + sheet.scores.B }));
          return { entryId: `e${index}`, result: aggregate(DEFINITION.aggregation, counted) };
        });
        const places = rank(results, DEFINITION.aggregation.ties);
        for (const entry of entries) {
          const place = places.find(({ entryId }) => entryId === entry.entryId);
          expect(entry.result).toEqual({
            ...results.find(({ entryId }) => entryId === entry.entryId)!.result,
            place: place?.place ?? null,
            explanation: place?.explanation ?? null,
          });
          expect([entry.place, entry.explanation]).toEqual([entry.result.place, entry.result.explanation]);
        }
      }),
    );
  });

  it('gives the same from the written log, whatever the order of keys', () => {
    fc.assert(
      fc.property(sessions, (session) => {
        const events = eventsOf(session);
        const { entries } = replay(DEFINITION, events);
        const log = readLog(writeLog({ definition: DEFINITION, events, outcome: { kind: 'outcome', entries } }));
        const turned = log.outcome.entries.map(
          (entry) => Object.fromEntries(Object.entries(entry).reverse()) as unknown as typeof entry,
        );
        expect(differences(replay(log.definition, log.events).entries, turned)).toEqual([]);
      }),
    );
  });

  it('refuses a submission that is missing from the log, and names events that it does not know', () => {
    const events = [
      event('roadshow.entries_added', { entries: [{ id: 'e', number: 'N', group: 'ENT' }], recusals: [] }),
      event('score.submitted', { entryId: 'e', seatNo: 1, revision: 2, scores: { A: 0, B: 0 } }),
    ];
    expect(() => replay(DEFINITION, events)).toThrow(ReplayError);
    expect(replay(DEFINITION, [event('roadshow.sung')]).unknown).toEqual(['roadshow.sung']);
  });

  it('knows every event that a session can have', () => {
    const knows = (type: string) => {
      try {
        return replay(DEFINITION, [event(type)]).unknown.length === 0;
      } catch {
        // It looked for what such an event carries.
        return true;
      }
    };
    const ofSessions = Object.keys(EVENT_LABELS).filter((type) =>
      /^(roadshow|score|keying|recusal|ceremony|link)\./.test(type),
    );
    expect(ofSessions).toContain('roadshow.confirmed');
    expect(ofSessions.filter((type) => !knows(type))).toEqual([]);
  });

  it('counts no struck sheet, and ranks as the chair ruled until a score changes', () => {
    const entries = ['x', 'y'].map((id) => ({ id, number: id, group: 'ENT' }));
    const sheets = (entryId: string, revision: number, scores: object) =>
      [1, 2, 3, 4].map((seatNo) => event('score.submitted', { entryId, seatNo, revision, scores }));
    const ruled = [
      event('roadshow.entries_added', { entries, recusals: [] }),
      ...sheets('x', 1, { A: 1000, B: 1000 }),
      ...sheets('y', 1, { A: 1000, B: 1000 }),
      event('roadshow.shown', { entryId: 'x' }),
      event('roadshow.shown', { entryId: 'y' }),
      event('roadshow.tie_ruled', { entryIds: ['y', 'x'], reason: '合议' }),
    ];
    const places = (events: LoggedEvent[]) => replay(DEFINITION, events).entries.map(({ place }) => place);
    expect(places(ruled)).toEqual([2, 1]);
    expect(places([...ruled, event('roadshow.tie_ruling_taken_back', { entryIds: ['x', 'y'] })])).toEqual([1, 1]);
    expect(places([...ruled, event('roadshow.entry_withdrawn', { entryId: 'y' })])).toEqual([1, null]);
    const struck = [1, 2].map((seatNo) => event('score.struck', { entryId: 'y', seatNo }));
    expect(replay(DEFINITION, [...ruled, ...struck]).entries[1]!.result).toMatchObject({ score: null, valid: 2 });
  });

  it('brings an entry back as the log says, and what was judged locked where it says nothing', () => {
    const id = 'e0';
    const scores = { A: 50, B: 50 };
    const stateAfter = (payload: object, judged = true) => {
      const { entries } = replay(DEFINITION, [
        event('roadshow.entries_added', { entries: [{ id, number: 'N0', group: 'ENT' }], recusals: [] }),
        ...(judged ? [event('score.submitted', { entryId: id, seatNo: 1, revision: 1, scores })] : []),
        event('roadshow.entry_withdrawn', { entryId: id }),
        event('roadshow.entry_reinstated', { entryId: id, ...payload }),
      ]);
      return entries[0]!.state;
    };
    expect(stateAfter({ state: 'onstage' })).toBe('onstage');
    expect(stateAfter({})).toBe('locked');
    expect(stateAfter({}, false)).toBe('waiting');
  });
});

import { newId } from '@haishi/kernel';
import { systemActor, UnitOfWork } from '@haishi/platform';
import { Recusals, ReviewQueries } from '@haishi/review';
import { aggregate } from '@haishi/review/rules';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.js';
import { eachEngine } from '../support/engines.js';
import { begin, openScoring, type Points, setStage, submit } from './roadshow-session.js';

interface Sent {
  sheetKey: string;
  revision: number;
  points: Points;
}
interface Revision {
  revision: number;
  total: number;
}

const total = (points: Points) => points.reduce((sum, one) => sum + one * 100, 0);

/** One judge with two tabs. What stands in one list is sent at once, in whatever order it arrives. */
const acts = fc.array(
  fc.array(
    fc.oneof(
      { weight: 4, arbitrary: fc.record({ act: fc.constant('submit' as const), tab: fc.nat(1), half: fc.nat(20) }) },
      { weight: 3, arbitrary: fc.record({ act: fc.constant('repeat' as const), which: fc.nat() }) },
      { weight: 1, arbitrary: fc.record({ act: fc.constant('reopen' as const) }) },
    ),
    { minLength: 1, maxLength: 5 },
  ),
  { minLength: 3, maxLength: 8 },
);

eachEngine('a judge’s sheet, whatever is repeated, reordered or sent from two tabs', (engine) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp(engine);
  });
  afterAll(() => app.close());

  it('is stored once for each key, in revisions without a gap, its old values kept', async () => {
    await fc.assert(
      fc.asyncProperty(acts, async (rounds) => {
        const stage = await setStage(app);
        await begin(stage);
        await openScoring(stage, stage.a);
        const judge = stage.judges[0]!;
        const { chair, path, a } = stage;
        const held = [0, 0];
        const sent: Sent[] = [];
        const receipts = new Map<string, Revision>();

        const send = async (sheet: Sent, tab?: number) => {
          const { status, body } = await submit(stage, judge, a, sheet.points, sheet);
          if (status === 200) {
            expect(receipts.get(sheet.sheetKey) ?? body).toEqual(body);
            expect(body).toMatchObject({ sheetKey: sheet.sheetKey, total: total(sheet.points) });
            receipts.set(sheet.sheetKey, body);
          } else {
            expect(['review.sheet_changed', 'review.scoring_closed']).toContain(body.code);
            expect(receipts.has(sheet.sheetKey)).toBe(false);
          }
          const known = status === 200 ? body.revision : body.data?.sheet?.revision;
          if (tab !== undefined && known !== undefined) held[tab] = known;
        };
        const reopen = async () => {
          await chair.post(`${path}/lock`).send({ entryId: a, reason: '其他评委离场' });
          await chair.post(`${path}/reopen`).send({ entryId: a, seatNo: 1, reason: '笔误' });
        };
        for (const round of rounds)
          await Promise.all(
            round.map((one) => {
              if (one.act === 'reopen') return reopen();
              if (one.act === 'repeat') {
                const earlier = sent[one.which % Math.max(1, sent.length)];
                return earlier && send(earlier);
              }
              const points: Points = [10 + one.half / 2, 20, 15, 7, 12];
              const sheet = { sheetKey: newId(), revision: held[one.tab]!, points };
              sent.push(sheet);
              return send(sheet, one.tab);
            }),
          );

        const { body } = await chair.get(`${path}/entries/${a}/revisions`).expect(200);
        const inOrder = (list: readonly Revision[]) =>
          list.map(({ revision, total }) => ({ revision, total })).sort((one, other) => one.revision - other.revision);
        const rows = inOrder(body as Revision[]);
        expect(rows.map(({ revision }) => revision)).toEqual(rows.map((_, index) => index + 1));
        expect(rows).toEqual(inOrder([...receipts.values()]));
        const desk = await judge.browser.get(`${path}/desk`).expect(200);
        expect(desk.body.sheets.map((sheet: Revision) => sheet.total)).toEqual(rows.slice(-1).map((row) => row.total));
      }),
      { numRuns: 15, endOnFailure: true },
    );
  });

  it('brings the result to what all sheets that count come to, and no struck or recused one', async () => {
    const stage = await setStage(app);
    await begin(stage);
    await openScoring(stage, stage.a);
    const { chair, path, a, id, judges } = stage;
    const review = app.get(ReviewQueries);
    const hand = async (seat: number, points: Points, revision = 0) => {
      const sheet = { sheetKey: newId(), revision };
      expect((await submit(stage, judges[seat - 1]!, a, points, sheet)).status).toBe(200);
      const out = (await review.recusals(id)).filter(({ entryId }) => entryId === a).map(({ personId }) => personId);
      const counting = (await review.sheets(id)).filter(
        ({ personId, state }) => state !== 'struck' && !out.includes(personId),
      );
      const result = aggregate((await review.panel(id))!.aggregation, counting);
      expect((await review.results(id)).find(({ entryId }) => entryId === a)).toMatchObject(result);
      return result.valid;
    };

    for (const seat of [1, 2, 3, 4, 5]) expect(await hand(seat, [10 + seat, 20 - seat, 15, 7, 12])).toBe(seat);
    const [recused] = judges;
    const tie = { panelId: id, entryId: a, personId: recused!.person.id, kind: 'staff', reason: '查明' } as const;
    await app.get(UnitOfWork).run(systemActor('test'), (work) => app.get(Recusals).add(work, tie));
    expect(await hand(6, [25, 20, 15, 7, 12])).toBe(5);
    await chair.post(`${path}/lock`).send({ entryId: a, reason: '其他评委离场' }).expect(204);
    await chair.post(`${path}/strike`).send({ entryId: a, seatNo: 2, reason: '打错项目' }).expect(204);
    for (const seatNo of [3, 4])
      await chair.post(`${path}/reopen`).send({ entryId: a, seatNo, reason: '笔误' }).expect(204);
    expect(await hand(3, [1, 1, 1, 1, 1], 1)).toBe(4);
    await chair.post(`${path}/reopen`).send({ entryId: a, seatNo: 7, reason: '补评' }).expect(204);
    expect(await hand(7, [18, 18, 15, 7, 9])).toBe(5);
  });
});

import { Database, StoredEvent } from '@haishi/platform';
import { Equal } from 'typeorm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.js';
import { eachEngine } from '../support/engines.js';
import { expectRefused } from '../support/people.js';
import { addExpert, PLAN, type Review, reviewOf } from './review-round.js';

const REASON = '该领域另无专家，本人已同意';

eachEngine('entries given by hand', (engine) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp(engine);
  });
  afterAll(() => app.close());

  const entryIds = async ({ organiser, path }: Review): Promise<string[]> =>
    (await organiser.get(`${path}/entries`).expect(200)).body.items.map(({ entryId }: { entryId: string }) => entryId);
  const give = ({ organiser, path, judges }: Review, entryId: string, at: number, more: object = {}) =>
    organiser.post(`${path}/pairs`).send({ entryId, personId: judges[at]!.person.id, ...more });
  const assignedTo = async ({ organiser, path, judges }: Review, at: number): Promise<number> =>
    (await organiser.get(path).expect(200)).body.judges.find(
      ({ personId }: { personId: string }) => personId === judges[at]!.person.id,
    ).assigned;
  const lastGiven = async ({ id }: Review) => {
    const type = 'assignment.given';
    const events = await app
      .get(Database)
      .manager.find(StoredEvent, { where: { type, subjectId: Equal(id) }, order: { id: 'DESC' } });
    return events[0]!.payload;
  };

  it.each([{ capacity: 1 }, { capacity: null }])(
    'are no more than a judge takes on (%o) without a reason, which stays on record',
    async (facts) => {
      const review = await reviewOf(app, 3, 4);
      const { organiser, path, editionId, judges } = review;
      const plan = { ...PLAN, load: { min: 0, max: 1 } };
      await organiser
        .put(`${path}/plan`)
        .set('if-match', '*')
        .send(facts.capacity ? PLAN : plan)
        .expect(204);
      await addExpert(organiser, editionId, judges[0]!.person, { organisationName: '评审单位1', ...facts });
      const [first, second] = await entryIds(review);
      await give(review, first!, 0).expect(204);
      expect(await lastGiven(review)).not.toHaveProperty('reason');
      const refused = await give(review, second!, 0);
      expectRefused(refused, 409, 'online_review.load_exceeded', 'reason');
      expect(refused.body.detail).toContain('最多评 1 项，已分 1 项');
      expectRefused(await give(review, second!, 0, { reason: ' ' }), 409, 'online_review.load_exceeded', 'reason');
      expect(await assignedTo(review, 0)).toBe(1);
      await give(review, second!, 0, { reason: REASON }).expect(204);
      expect(await assignedTo(review, 0)).toBe(2);
      expect(await lastGiven(review)).toMatchObject({
        entryId: second,
        personId: judges[0]!.person.id,
        reason: REASON,
        exceeds: { has: 0, wants: 2, assigned: 1, most: 1 },
      });
    },
  );

  it('are given to no more judges than an entry is to have without a reason', async () => {
    const review = await reviewOf(app, 3, 4);
    const { organiser, path, editionId, judges } = review;
    await addExpert(organiser, editionId, judges[3]!.person, {
      kind: 'investor',
      organisationName: '评审单位4',
      capacity: 1,
    });
    const [first, second] = await entryIds(review);
    for (const at of [0, 1]) await give(review, first!, at).expect(204);
    expectRefused(await give(review, first!, 2), 409, 'online_review.judges_exceeded', 'reason');
    await give(review, first!, 2, { reason: REASON }).expect(204);
    await give(review, second!, 3).expect(204);
    expectRefused(await give(review, first!, 3), 409, 'online_review.judges_and_load_exceeded', 'reason');
    await give(review, first!, 3, { reason: REASON }).expect(204);
    expect(await lastGiven(review)).toMatchObject({ exceeds: { has: 3, wants: 2, assigned: 1, most: 1 } });
    // What can be by no reason is said first.
    expectRefused(await give(review, first!, 3), 409, 'review.already_assigned', 'personId');
    const pair = { entryId: first, personId: judges[3]!.person.id };
    await organiser
      .post(`${path}/pairs/remove`)
      .send({ ...pair, reason: '改由他人' })
      .expect(204);
  });
});

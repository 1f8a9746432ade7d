import { replaceWithdrawn } from '@haishi/review';
import { expect, it } from 'vitest';
import { defaultPlan, movedBetween, standing, workOut } from './advancement.rules.js';
import { Vacancies } from './vacancies.js';

const SIZE = 400;
const entries = Array.from({ length: SIZE }, (_, at) => ({
  id: `e${at}`,
  projectId: `p${at}`,
  number: `N-${String(at).padStart(3, '0')}`,
}));
const judged = entries.map(({ id, number }, at) => ({
  ...{ entryId: id, number, region: ['BJ', 'XA', 'HZ'][at % 3]!, division: ['EIT', 'BIO'][at % 2]!, withdrawn: false },
  result: { score: (at * 7919) % 997, tieValues: [] },
}));
const plan = { ...defaultPlan({ total: 120, by: ['region', 'division'] }), waiting: 80, wildcards: 20 };
const decision = workOut({ entries: judged, decimals: 2, earlier: new Map(), ties: [], rulings: [] }, plan);
if ('problems' in decision) throw new Error('impossible');
const { answer } = decision;
const seated = answer.entries.flatMap(({ entryId, status }) => (status === 'advances' ? [entryId] : []));
const replaced = seated.slice(0, 3).map((withdrawnId) => ({
  withdrawnId,
  movedUpId: replaceWithdrawn(answer.entries, withdrawnId).movedUp,
}));
const replacedProjects = replaced.map(({ withdrawnId }) => withdrawnId.replace('e', 'p'));
/** Every fourth project is gone, and those that were taken out. */
const gone = [...entries.flatMap(({ projectId }, at) => (at % 4 === 0 ? [projectId] : [])), ...replacedProjects];

const place = { edition: { id: 'edition' }, entries };
const published = { id: 'decision', stageCode: 'FINAL', publishedAt: new Date() };
const queries = {
  published: () => Promise.resolve([published]),
  stage: () => Promise.resolve(place),
  leftEarlier: () => Promise.resolve(new Set(['p1'])),
  replacements: () => Promise.resolve(replaced),
  whole: () => Promise.resolve({ ...published, answer }),
};
const withdrawn = gone.map((id) => ({ id, withdrawReason: `退出 ${id}` }));
const vacancies = new Vacancies({ manager: { find: () => Promise.resolve(withdrawn) } } as never, queries as never);

/** What each would move, by taking it out. */
function byTakingOut() {
  const stood = standing(answer, replaced);
  return entries.flatMap(({ id, projectId }) => {
    const now = stood.find(({ entryId }) => entryId === id);
    if (!now || now.status === 'out' || !(projectId === 'p1' || gone.includes(projectId))) return [];
    const moved = movedBetween(stood, replaceWithdrawn(stood, id).entries);
    const reason = projectId === 'p1' ? null : `退出 ${projectId}`;
    return [{ stage: 'FINAL', entryId: id, projectId, reason, moves: entries.filter((one) => moved.has(one.id)) }];
  });
}

it('is every place that somebody gone holds, with what taking it out moves, and others have a turn between', async () => {
  const expected = byTakingOut();
  expect(expected.length).toBeGreaterThan(40);
  let turns = 0;
  let done = false;
  const turn = () => {
    turns += 1;
    if (!done) setImmediate(turn);
  };
  setImmediate(turn);
  const found = await vacancies.of(place as never, published as never);
  done = true;
  expect(found).toEqual(expected);
  expect(turns).toBeGreaterThan(1);
});

it('is of one project alone where only that is asked for', async () => {
  const expected = byTakingOut();
  const { projectId } = expected[7]!;
  expect(await vacancies.ofEdition(place.edition as never, projectId)).toEqual([expected[7]]);
});

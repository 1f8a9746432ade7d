import { createHash } from 'node:crypto';
import { replaceWithdrawn } from '@haishi/review';
import { describe, expect, it } from 'vitest';
import {
  defaultPlan,
  digestOf,
  type StageEntry,
  type StageFacts,
  type StagePlan,
  standing,
  workOut,
} from './advancement.rules.js';
import { explanationOf, problemWords } from './advancement.words.js';

const NAMES = {
  criteria: [{ code: 'TECH', name: { zh: '技术创新', en: 'Technology' } }],
  stages: [{ code: 'ONLINE', name: { zh: '网评', en: 'Online review' } }],
  regions: [{ code: 'EUA', name: { zh: '欧美', en: 'Europe and America' }, timeZones: [] }],
  divisions: [{ code: 'BIO', name: { zh: '生物医药', en: 'Biomedicine' }, fields: [] }],
};
const entry = (entryId: string, score: number | null, change: Partial<StageEntry> = {}): StageEntry => ({
  entryId,
  number: `N-${entryId}`,
  region: 'EUA',
  division: 'BIO',
  withdrawn: false,
  result: { score, tieValues: score === null ? [] : [score] },
  ...change,
});
const facts = (entries: StageEntry[], change: Partial<StageFacts> = {}): StageFacts => ({
  ...{ entries, decimals: 2, earlier: new Map(), ties: [{ by: 'untrimmed' }], rulings: [] },
  ...change,
});
const plan = (change: Partial<StagePlan> = {}): StagePlan => ({ ...defaultPlan({ total: 1, by: [] }), ...change });
const decided = (entries: StageEntry[], change: Partial<StagePlan> = {}) => {
  const outcome = workOut(facts(entries), plan(change));
  if ('problems' in outcome) throw new Error('impossible');
  return outcome;
};
const statuses = (entries: readonly { entryId: string; status: string }[]) =>
  Object.fromEntries(entries.map(({ entryId, status }) => [entryId, status]));

describe('the plan of a stage', () => {
  it('is what the edition says, over one or both of region and division', () => {
    expect(defaultPlan({ total: 60, by: ['region', 'division'] })).toMatchObject({ mode: 'biproportional', size: 60 });
    expect(defaultPlan({ total: 60, by: ['division'] })).toMatchObject({ mode: 'division', size: 60 });
    expect(defaultPlan(undefined)).toMatchObject({ mode: 'total', size: 1 });
  });

  it('shares seats out by regions alone where it says so', () => {
    const entries = [
      entry('a', 90),
      entry('b', 80, { division: 'EIT' }),
      entry('c', 70, { region: 'XA', division: 'EIT' }),
      entry('d', 60, { region: 'XA' }),
    ];
    const { answer } = decided(entries, { mode: 'region', size: 2 });
    expect(statuses(answer.entries)).toEqual({ a: 'advances', b: 'out', c: 'advances', d: 'out' });
    expect(answer.entries[0]!.explanation.cell).toEqual({ row: 'EUA', column: '' });
  });
});

describe('a score of two stages', () => {
  const carry = { stage: 'ONLINE', permille: 300 };
  const both = (own: [string, number | null][], earlier: [string, number | null][], decimals = 2) => {
    const before = new Map([['ONLINE', { decimals, scores: new Map(earlier) }]]);
    const stage = facts(
      own.map(([id, score]) => entry(id, score)),
      { earlier: before },
    );
    const outcome = workOut(stage, plan({ carry, size: 1 }));
    if ('problems' in outcome) throw new Error('impossible');
    return outcome;
  };

  it('is weighed in exact arithmetic, rounded half up once, and ranked by', () => {
    const { candidates, answer } = both(
      [
        ['a', 9000],
        ['b', 8935],
      ],
      [
        ['a', 7000],
        ['b', 7155],
      ],
    );
    expect(candidates.map(({ score, parts }) => [score, parts?.own, parts?.earlier])).toEqual([
      [8400, 9000, 7000],
      [8401, 8935, 7155],
    ]);
    expect(statuses(answer.entries)).toEqual({ a: 'out', b: 'advances' });
    const words = explanationOf(answer.entries[1]!, candidates[1]!, 2, NAMES);
    expect(words.zh).toContain('本阶段 89.35，计入前一阶段 71.55');
    expect(words.en).toContain('89.35 in this stage, 71.55 carried over');
  });

  it('takes scores of other decimals as they are', () => {
    expect(both([['a', 8000]], [['a', 70]], 0).candidates[0]!.score).toBe(7700);
    expect(both([['a', 8000]], [['a', 700_005]], 4).candidates[0]!.score).toBe(7700);
    expect(both([['a', 8000]], [['a', 700_167]], 4).candidates[0]!.score).toBe(7701);
  });

  it('is none without either, for a reason that is told', () => {
    const { candidates } = both(
      [
        ['a', 8000],
        ['b', null],
        ['c', 7000],
        ['d', 9000],
      ],
      [
        ['b', 9000],
        ['c', 7000],
        ['d', null],
      ],
    );
    expect(candidates.map(({ ineligible }) => ineligible?.because ?? null)).toEqual([
      'no_earlier_score',
      'too_few_scores',
      null,
      'no_earlier_score',
    ]);
  });
});

describe('a tie broken by the score of an earlier stage', () => {
  const ties: StageFacts['ties'] = [
    { by: 'criterion', code: 'TECH' },
    { by: 'earlier', code: 'ONLINE' },
  ];
  const four = ['a', 'b', 'c', 'd'].map((id) => entry(id, 8650, { result: { score: 8650, tieValues: [2700] } }));
  const scores = new Map<string, number | null>([
    ['a', 912],
    ['b', 913],
    ['c', null],
  ]);
  const earlier = new Map([['ONLINE', { decimals: 1, scores }]]);
  const worked = (change: Partial<StageFacts> = {}) => {
    const outcome = workOut(facts(four, { ties, earlier, ...change }), plan());
    if ('problems' in outcome) throw new Error('impossible');
    const words = (id: string) =>
      explanationOf(
        outcome.answer.entries.find(({ entryId }) => entryId === id)!,
        outcome.candidates.find(({ entryId }) => entryId === id)!,
        4,
        NAMES,
      );
    return { ...outcome, words };
  };

  it('decides, and is told in both languages', () => {
    const { candidates, answer, words } = worked();
    expect(candidates.map(({ place }) => place)).toEqual([2, 1, 3, 3]);
    expect(statuses(answer.entries)).toMatchObject({ a: 'out', b: 'advances' });
    expect(words('b')).toEqual({
      zh: '第 1 名（共 4 名）；86.50 分同分，按技术创新 27.00、网评成绩 91.3 分出；名额 1 个；晋级',
      en: 'rank 1 of 4; tie on 86.50 broken by Technology 27.00, then the score of Online review 91.3; position 1 of quota 1; advances',
    });
    expect(words('c').zh).toContain(
      '86.50 分同分，比较技术创新 27.00、网评成绩（无，排在有该成绩的项目之后） 后仍相同，名次并列',
    );
    expect(words('d').en).toContain(
      'tie on 86.50, still level by Technology 27.00, then the score of Online review (none, so after those that have one), place shared',
    );
  });

  it('gives way to what was ruled on stage', () => {
    const rulings = [{ entryIds: ['d', 'a', 'b', 'c'], values: [8650, 2700], reason: '合议' }];
    const { candidates, words } = worked({ rulings });
    expect(candidates.map(({ place }) => place)).toEqual([2, 3, 4, 1]);
    expect(words('d').en).toContain('tie on 86.50, still level by Technology 27.00, put in order by a ruling;');
  });

  it('ranks those of several sessions as far as what was ruled in one of them allows, and says so', () => {
    const rulings = [{ entryIds: ['a', 'b'], values: [8650, 2700], reason: '合议' }];
    const { candidates, words } = worked({ rulings });
    expect(candidates.map(({ place }) => place)).toEqual([1, 2, 3, 3]);
    expect(words('b')).toMatchObject({
      zh: expect.stringContaining(
        '86.50 分同分，比较技术创新 27.00 后仍相同，先后经裁定，在不改变该先后的前提下与其余同分项目比较网评成绩 91.3；',
      ),
      en: expect.stringContaining(
        'tie on 86.50, still level by Technology 27.00, put in order by a ruling, and ranked with the others, as far as that order allows, by the score of Online review 91.3;',
      ),
    });
    expect(words('c').en).toContain('place shared');
  });

  it('tells a score below nought from none', () => {
    const below = new Map([['ONLINE', { decimals: 1, scores: new Map([['b', -10]]) }]]);
    const { candidates, words } = worked({ earlier: below });
    expect(candidates.map(({ place }) => place)).toEqual([2, 1, 2, 2]);
    expect(words('b').en).toContain('then the score of Online review -1.0;');
  });

  it('leaves all equal where that stage was not held', () => {
    expect(worked({ earlier: new Map() }).candidates.map(({ place }) => place)).toEqual([1, 1, 1, 1]);
  });

  it('is told where the stage’s own values parted them or left them equal, and of no other, in a decision with the digest it had', () => {
    const own = ['a', 'b', 'c', 'd'].map((id, at) =>
      entry(id, at === 3 ? 8000 : 8650, {
        result: { score: at === 3 ? 8000 : 8650, tieValues: [at === 0 ? 2750 : 2700] },
      }),
    );
    const rulings = [{ entryIds: ['c', 'b'], values: [8650, 2700], reason: '合议' }];
    const plain = worked({ entries: own, ties: ties.slice(0, 1) });
    expect(plain.words('a')).toEqual({
      zh: '第 1 名（共 4 名）；86.50 分同分，按技术创新 27.50 分出；名额 1 个；晋级',
      en: 'rank 1 of 4; tie on 86.50 broken by Technology 27.50; position 1 of quota 1; advances',
    });
    expect(plain.words('b').en).toContain('tie on 86.50, still level by Technology 27.00, place shared;');
    expect(plain.words('d').en).toBe('rank 4 of 4; position 4 of quota 1; does not advance');
    const ruled = worked({ entries: own, ties: ties.slice(0, 1), rulings });
    expect(ruled.words('c').zh).toContain('86.50 分同分，比较技术创新 27.00 后仍相同，先后经裁定；');
    for (const { candidates, answer, digest } of [plain, ruled]) {
      const bare = candidates.map(({ tie: _tie, ...one }) => one);
      expect(digest).toBe(digestOf(plan(), bare, answer));
    }
  });
});

describe('a decision', () => {
  it('is the same whatever the order of the entries, and another for another score', () => {
    const entries = [entry('a', 90), entry('b', 80), entry('c', 80)];
    const { digest } = decided(entries);
    expect(decided(entries.toReversed()).digest).toBe(digest);
    expect(decided([entry('a', 91), ...entries.slice(1)]).digest).not.toBe(digest);
  });

  it('has the digest that it had before equals on the waiting list were told', () => {
    const { answer, candidates, digest } = decided(
      ['b', 'a', 'c'].map((id) => entry(id, id === 'a' ? 90 : 80)),
      { waiting: 1 },
    );
    expect(answer.entries[1]!.explanation.waitingTie).toEqual({ sharing: 2, listed: 1 });
    const before = answer.entries.map(({ explanation: { waitingTie: _tie, ...explanation }, ...one }) => ({
      ...one,
      explanation,
    }));
    const untold = candidates.map(({ tie: _tie, ...one }) => one);
    const text = JSON.stringify([plan({ waiting: 1 }), untold, { ...answer, entries: before }]);
    expect(digest).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
  });

  it('ranks nobody who withdrew or has no score, but keeps the place of who was ruled out', () => {
    const entries = [entry('a', 95, { withdrawn: true }), entry('b', 90), entry('c', 80), entry('d', null)];
    const { candidates, answer } = decided(entries, { excluded: [{ entryId: 'b', reason: '重复' }] });
    expect(candidates.map(({ place, ineligible }) => [place, ineligible?.because ?? null])).toEqual([
      [null, 'withdrawn'],
      [1, 'excluded'],
      [2, null],
      [null, 'too_few_scores'],
    ]);
    expect(statuses(answer.entries)).toMatchObject({ b: 'out', c: 'advances' });
  });

  it('follows those who left, one after another, and leaves vacant what nobody moved up for', () => {
    const { answer } = decided([entry('a', 90), entry('b', 80), entry('c', 70)], { waiting: 2 });
    const left = { withdrawnId: 'b', movedUpId: null };
    expect(statuses(standing(answer, [left, { withdrawnId: 'a', movedUpId: 'c' }]))).toEqual({ c: 'advances' });
    expect(statuses(standing(answer, [left, { withdrawnId: 'a', movedUpId: null }]))).toEqual({ c: 'waiting' });
  });

  it('is what taking them out of all entries one after another comes to, whoever is out', () => {
    const all = Array.from({ length: 12 }, (_, at) => entry(`e${at}`, 90 - at));
    const { answer } = decided(all, { size: 3, wildcards: 1, waiting: 3 });
    // The last but one was out, and struck off; e8 stays out.
    const left = ['e1', 'e4', 'e10', 'e0', 'e3', 'e2'].map((withdrawnId, at) => ({
      withdrawnId,
      movedUpId: at === 1 ? null : 'e5',
    }));
    let { entries } = answer;
    for (const { withdrawnId, movedUpId } of left)
      ({ entries } = replaceWithdrawn(entries, withdrawnId, movedUpId !== null));
    expect(standing(answer, left)).toEqual(entries);
    expect(() => standing(answer, [{ withdrawnId: 'x', movedUpId: null }])).toThrow(RangeError);
  });
});

describe('the words', () => {
  it('say place, cell, position and quota, and nothing of others', () => {
    const { answer, candidates } = decided([entry('a', 90), entry('b', 80)], { mode: 'biproportional', waiting: 1 });
    const words = (at: number) => explanationOf(answer.entries[at]!, candidates[at]!, 2, NAMES);
    expect(words(0)).toEqual({
      zh: '第 1 名（共 2 名）；欧美 × 生物医药组内第 1 名，名额 1 个；晋级',
      en: 'rank 1 of 2; cell Europe and America × Biomedicine, position 1 of quota 1; advances',
    });
    expect(words(1).zh).toBe('第 2 名（共 2 名）；欧美 × 生物医药组内第 2 名，名额 1 个；候补第 1 位');
    const [moved] = standing(answer, [{ withdrawnId: 'a', movedUpId: 'b' }]);
    expect(explanationOf(moved!, candidates[1]!, 2, NAMES).en).toContain('moved up from the waiting list');
  });

  it('say how equals at a line were parted, of the quota and of the wildcards', () => {
    const field = ['c', 'b', 'a'].map((id, at) => entry(id, 90, { number: `N-${at}` }));
    const { answer, candidates } = decided(field, { wildcards: 1 });
    const words = answer.entries.map((one) => {
      const candidate = candidates.find(({ entryId }) => entryId === one.entryId)!;
      return explanationOf(one, candidate, 3, NAMES).zh;
    });
    const tie = '0.90 分同分，比较去分前均值 0.90 后仍相同，名次并列';
    expect(words).toEqual([
      `第 1 名（共 3 名）；${tie}；名额 1 个；末位名次有 3 项并列，按项目编号顺序取 1 项；晋级`,
      `第 1 名（共 3 名）；${tie}；名额 1 个；末位名次有 3 项并列，按项目编号顺序取 1 项；另争外卡 1 个；末位名次有 2 项并列，按项目编号顺序取 1 项；以外卡晋级`,
      `第 1 名（共 3 名）；${tie}；名额 1 个；末位名次有 3 项并列，按项目编号顺序取 1 项；另争外卡 1 个；末位名次有 2 项并列，按项目编号顺序取 1 项；未晋级`,
    ]);
  });

  it('say how equals that got no seat were put in order on the waiting list, and parted by its end', () => {
    const field = ['c', 'b', 'a'].map((id, at) => entry(id, 90, { number: `N-${at}` }));
    const told = (all: StageEntry[], change: Partial<StagePlan>) => {
      const { answer, candidates } = decided(all, change);
      return answer.entries.map((one) => {
        const candidate = candidates.find(({ entryId }) => entryId === one.entryId)!;
        const { zh, en } = explanationOf(one, candidate, all.length, NAMES);
        return [zh.split('；').slice(-2), en.split('; ').slice(-2)];
      });
    };
    const best = entry('best', 95, { number: 'N-9' });
    const parted = [
      '候补末位名次有 3 项并列，按项目编号顺序列入 2 项',
      '3 share the last place of the waiting list, 2 of them listed in the order of their numbers',
    ];
    expect(told([best, ...field], { waiting: 2 }).slice(1)).toEqual([
      [
        [parted[0], '候补第 1 位'],
        [parted[1], 'number 1 on the waiting list'],
      ],
      [
        [parted[0], '候补第 2 位'],
        [parted[1], 'number 2 on the waiting list'],
      ],
      [
        [parted[0], '未晋级'],
        [parted[1], 'does not advance'],
      ],
    ]);
    const [, first, , last] = told([best, ...field], { waiting: 3, cutTies: 'all' });
    const ordered = [
      '候补中有 3 项名次并列，按项目编号顺序排列',
      '3 on the waiting list share this place, in the order of their numbers',
    ];
    expect([first, last]).toEqual([
      [
        [ordered[0], '候补第 1 位'],
        [ordered[1], 'number 1 on the waiting list'],
      ],
      [
        [ordered[0], '候补第 3 位'],
        [ordered[1], 'number 3 on the waiting list'],
      ],
    ]);
    // Where the line of the seats parted them, their order is said; the end of the list parts them once more.
    const seat = '末位名次有 3 项并列，按项目编号顺序取 1 项';
    expect(told(field, { waiting: 2 })[2]![0]).toEqual([seat, '候补第 2 位']);
    expect(told(field, { waiting: 1 })[2]![0]).toEqual(['候补末位名次有 2 项并列，按项目编号顺序列入 1 项', '未晋级']);
    expect(told(field, { waiting: 0 })[2]![0]).toEqual([seat, '未晋级']);
  });

  it('name the demand that fails and the nearest quotas', () => {
    const regions = [{ code: 'EUA', seats: 3 }];
    const divisions = [{ code: 'BIO', seats: 2 }];
    const outcome = workOut(facts([entry('a', 90)]), plan({ mode: 'biproportional', size: null, regions, divisions }));
    const [problem] = 'problems' in outcome ? outcome.problems : [];
    expect(problemWords(problem!, NAMES)).toEqual({
      zh: expect.stringMatching(
        /^各赛区名额合计 3，各领域名额合计 2，两者应当相等。.*最接近的可行名额（共改动 3 个）：赛区：欧美 1；领域：生物医药 1。$/,
      ),
      en: expect.stringMatching(
        /^The regions ask for 3 seats, the divisions for 2;.* regions: Europe and America 1; divisions: Biomedicine 1\.$/,
      ),
    });
  });

  it('name with what the places of a demand are taken, and of several of the same regions the tightest alone', () => {
    const problem = (demands: [columns: string[], possible: number][]) => ({
      kind: 'margins_impossible' as const,
      totals: { rows: 610, columns: 610 },
      demands: demands.map(([columns, possible]) => ({
        ...{ side: 'rows' as const, rows: ['EUA'], columns, demanded: 600, possible },
      })),
      nearest: { rows: { EUA: 85 }, columns: { BIO: 50, EIT: 35 } },
      change: 1,
    });
    const zh = (demands: [columns: string[], possible: number][]) => problemWords(problem(demands), NAMES).zh;
    expect(
      zh([
        [[], 360],
        [['BIO'], 85],
      ]),
    ).toMatch(/^欧美共要 600 个名额，按生物医药的名额和其余领域的上限，至多只能容纳 85 个。最接近/);
    expect(
      zh([
        [['BIO'], 85],
        [[], 360],
      ]),
    ).not.toContain('360');
    expect(zh([[[], 360]])).toContain('按各领域的上限，至多只能容纳 360 个');
    expect(zh([[['BIO', 'EIT'], 85]])).toContain('按生物医药、EIT的名额，至多');
    expect(problemWords(problem([[['BIO'], 85]]), NAMES).en).toMatch(
      /^Europe and America ask for 600 seats, but by the seats of Biomedicine and the caps in other divisions have room for 85\. /,
    );
  });
});

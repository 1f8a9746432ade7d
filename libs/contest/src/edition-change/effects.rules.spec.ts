import { describe, expect, it } from 'vitest';
import type { Difference, DifferenceKind, Json } from './difference.rules.js';
import { type ChangeFacts, type SessionFacts } from './assessment.rules.js';
import type { StageDates } from '../edition/edition.rules.js';
import { assess } from './effects.rules.js';

const NOW = new Date('2026-06-01T00:00:00Z');
const LATER = new Date('2026-07-01T00:00:00Z');

/** Asked of every group, before and after. */
const ALL = [
  'rules.CN',
  'rules.EQUITY',
  ...['materials.PLAN', 'materials.NEW', 'materials.DECK'],
  ...['questions.Q', 'questions.EDGE', 'questions.NEEDS'],
];

function facts(change: Partial<ChangeFacts> = {}): ChangeFacts {
  return {
    state: 'open',
    now: NOW,
    stages: [
      { code: 'REG', kind: 'submission', state: 'open', opensAt: new Date('2026-05-01T00:00:00Z'), closesAt: LATER },
      { code: 'FINAL', kind: 'roadshow', state: 'planned', opensAt: LATER, closesAt: LATER },
    ],
    stagesAfter: [],
    appealable: 0,
    ordered: [{ rule: 'rules.EQUITY', question: 'DEGREE' }],
    confirmed: 0,
    projects: [
      { division: 'EIT', field: 'IC', region: 'BJ', group: 'ENT', drafts: 2, submitted: 3, returned: 0 },
      { division: 'EIT', field: 'AI', region: 'XA', group: 'TEAM', drafts: 4, submitted: 0, returned: 0 },
      { division: null, field: null, region: null, group: null, drafts: 7, submitted: 0, returned: 0 },
    ],
    offered: [],
    experts: [],
    limits: ALL.map((path) => ({ path, old: null, new: null })),
    materials: [
      { kind: 'PLAN', drafts: 1, submitted: 3 },
      { kind: 'IP', drafts: 2, submitted: 0 },
    ],
    answers: [
      { answer: 'NEEDS', drafts: 2, submitted: 3, returned: 0 },
      { answer: 'NEEDS.SITE', drafts: 1, submitted: 0, returned: 0 },
      { answer: 'NEEDS.FUNDS', drafts: 1, submitted: 3, returned: 0 },
      { answer: 'EDGE', drafts: 4, submitted: 0, returned: 0 },
    ],
    sessions: [],
    reasons: [{ action: 'return', code: 'no_stamp', count: 4 }],
    kinds: [
      { code: 'investor', experts: 2, seats: 1, demanded: true },
      { code: 'legal', experts: 0, seats: 0, demanded: true },
    ],
    accepted: 6,
    decisions: [],
    notices: [],
    ...change,
  };
}

function session(change: Partial<SessionFacts> = {}): SessionFacts {
  return {
    stageCode: 'FINAL',
    regionCode: null,
    name: { zh: '决赛', en: 'Final' },
    begun: false,
    ties: ['TECH', 'untrimmed'],
    ownTies: false,
    ...change,
  };
}

const difference = (path: string, kind: DifferenceKind = 'changed', old: Json = 1, now: Json = 2): Difference => ({
  path,
  kind,
  old,
  new: now,
});
const removed = (path: string) => difference(path, 'removed', { code: 'X', name: { zh: '名', en: 'Name' } }, null);
const effectsOf = (one: Difference, change: Partial<ChangeFacts> = {}) =>
  assess([one], facts(change)).effects.map(({ code, count }) => [code, count]);
const refusalsOf = (one: Difference, change: Partial<ChangeFacts> = {}) =>
  assess([one], facts(change)).refusals.map(({ code }) => code);

describe('removing a part', () => {
  it('counts the drafts that chose it and refuses where a project was handed in with it', () => {
    expect(effectsOf(removed('divisions.EIT'))).toEqual([['drafts_choose_again', 6]]);
    expect(assess([removed('divisions.EIT')], facts()).refusals).toEqual([
      { field: 'divisions.EIT', code: 'edition.change_in_use', params: { name: { zh: '名', en: 'Name' }, count: 3 } },
    ]);
    expect(refusalsOf(removed('divisions.EIT.fields.AI'))).toEqual([]);
    expect(effectsOf(removed('divisions.EIT.fields.AI'))).toEqual([['drafts_choose_again', 4]]);
    expect(refusalsOf(removed('divisions.EIT.fields.IC'))).toEqual(['edition.change_in_use']);
    expect(effectsOf(removed('divisions.BIO'))).toEqual([]);
    expect(effectsOf(removed('regions.XA'))).toEqual([['drafts_choose_again', 4]]);
    expect(refusalsOf(removed('regions.BJ'))).toEqual(['edition.change_in_use']);
    expect(refusalsOf(removed('groups.TEAM'))).toEqual([]);
    expect(refusalsOf(removed('groups.ENT'))).toEqual(['edition.change_in_use']);
    expect(refusalsOf(removed('materials.IP'))).toEqual([]);
    expect(refusalsOf(removed('materials.PLAN'))).toEqual(['edition.change_in_use']);
  });

  it('refuses a region that has heats', () => {
    const heat = session({ regionCode: 'XA' });
    expect(refusalsOf(removed('regions.XA'), { sessions: [heat] })).toEqual(['edition.change_region_in_use']);
  });

  it('takes a note or a guidance that goes for no removal of its part', () => {
    expect(refusalsOf(difference('groups.ENT.note', 'removed', { zh: 'x', en: 'x' }, null))).toEqual([]);
    expect(refusalsOf(difference('divisions.EIT.name.zh', 'removed', 'x', null))).toEqual([]);
  });

  it('tells of collected projects and experts that hold its code', () => {
    const offered = [
      { division: 'BIO', field: 'MED', region: 'HZ', group: 'ENT', count: 5 },
      { division: 'BIO', field: null, region: 'BJ', group: null, count: 7 },
    ];
    const experts = [
      { fields: ['BIO', 'MED'], region: 'HZ' },
      { fields: ['MED'], region: null },
      { fields: ['EIT'], region: 'HZ' },
    ];
    const told = (one: Difference) => effectsOf(one, { offered, experts });
    const division = {
      code: 'BIO',
      name: { zh: '生', en: 'Bio' },
      fields: [{ code: 'MED', name: { zh: '械', en: 'M' } }],
    };
    expect(told(difference('divisions.BIO', 'removed', division, null))).toEqual([
      ['offers_choose_again', 12],
      ['experts_lose', 2],
    ]);
    expect(told(removed('divisions.BIO.fields.MED'))).toEqual([
      ['offers_choose_again', 5],
      ['experts_lose', 2],
    ]);
    expect(told(removed('regions.HZ'))).toEqual([
      ['offers_choose_again', 5],
      ['experts_lose', 2],
    ]);
    expect(told(removed('groups.ENT'))).toEqual([
      ['drafts_choose_again', 2],
      ['offers_choose_again', 5],
    ]);
    expect(told(difference('regions.HZ.name.zh'))).toEqual([]);
  });
});

describe('a demand that changes', () => {
  it('holds drafts against it and leaves what was handed in', () => {
    const both = [
      ['drafts_checked_anew', 2],
      ['submitted_stay', 3],
    ];
    expect(effectsOf(difference('groups.ENT.minCoreMembers'))).toEqual(both);
    expect(effectsOf(difference('groups.ENT.membersConfirm', 'added', null, true))).toEqual(both);
    expect(effectsOf(difference('groups.ENT.name.zh'))).toEqual([['renamed', 5]]);
    expect(effectsOf(difference('materials.PLAN.minCount', 'changed', 0, 1))[0]).toEqual(['drafts_checked_anew', 13]);
    expect(effectsOf(difference('materials.PLAN.minCount', 'changed', 1, 0))).toEqual([]);
    expect(effectsOf(difference('materials.NEW', 'added', null, { code: 'NEW', minCount: 1 }))[1]).toEqual([
      'submitted_stay',
      3,
    ]);
    expect(effectsOf(difference('materials.NEW', 'added', null, { code: 'NEW', minCount: 0 }))).toEqual([]);
    expect(effectsOf(difference('materials.PLAN.maxSize'))).toEqual([['files_stay', 4]]);
    expect(effectsOf(difference('materials.PLAN.forJudges', 'added', null, true))).toEqual([['jury_reads', 3]]);
    expect(effectsOf(difference('materials.PLAN.forJudges', 'removed', true, null))).toEqual([
      ['jury_reads_no_more', 3],
    ]);
    expect(effectsOf(difference('materials.IP.forJudges', 'added', null, true))).toEqual([]);
    expect(effectsOf(difference('questions.NEEDS.forJudges', 'added', null, true))).toEqual([['jury_reads', 3]]);
    expect(effectsOf(difference('questions.EDGE.forJudges', 'removed', true, null))).toEqual([]);
    expect(effectsOf(difference('undertaking.zh'))).toEqual([['undertaking_stands', 3]]);
    expect(effectsOf(difference('undertaking.zh'), { confirmed: 5 })).toEqual([
      ['undertaking_again', 5],
      ['undertaking_stands', 3],
    ]);
    const gallery = (now: Json) => effectsOf(difference('gallery', 'changed', !now, now));
    expect([gallery(true), gallery(null)]).toEqual([[['gallery_opens', 3]], [['gallery_closes', 3]]]);
    expect(effectsOf(difference('stages.REG.closesAt'))).toEqual([['deadline_moves', 13]]);
    expect(effectsOf(difference('timeZone'))).toEqual([['zone_moves', 2]]);
  });

  it('tells what the order of options means where conditions compare degrees by it', () => {
    const moved = difference('questions.DEGREE.options', 'moved', ['BACHELOR', 'DOCTOR'], ['DOCTOR', 'BACHELOR']);
    expect(effectsOf(moved)).toEqual([
      ['drafts_checked_anew', 13],
      ['conditions_shown', 3],
    ]);
    const limits = [{ path: 'rules.EQUITY', old: ['ENT'], new: ['ENT'] }];
    expect(effectsOf(moved, { limits })).toEqual([
      ['drafts_checked_anew', 2],
      ['conditions_shown', 3],
    ]);
    expect(effectsOf({ ...moved, path: 'questions.Q.options' })).toEqual([]);
  });

  it('is held against corrections once they are handed in again, and not against what stands handed in', () => {
    const projects = [
      { division: 'EIT', field: 'IC', region: 'BJ', group: 'ENT', drafts: 0, submitted: 5, returned: 2 },
      { division: 'EIT', field: 'IC', region: 'BJ', group: 'TEAM', drafts: 0, submitted: 1, returned: 1 },
    ];
    const answers = [{ answer: 'EDGE', drafts: 0, submitted: 2, returned: 1 }];
    const told = (one: Difference) => effectsOf(one, { projects, answers });
    const all = [
      ['corrections_checked_anew', 3],
      ['submitted_stay', 3],
    ];
    expect(told(difference('rules.CN', 'added', null, {}))).toEqual([
      ['corrections_checked_anew', 3],
      ['conditions_shown', 3],
    ]);
    expect(told(difference('materials.DECK.minCount', 'changed', 0, 1))).toEqual(all);
    expect(told(difference('questions.EDGE.required', 'changed', false, true))).toEqual(all);
    expect(told(difference('questions.EDGE.maxLength', 'changed', 100, 50))).toEqual([
      ['corrections_checked_anew', 1],
      ['submitted_stay', 1],
    ]);
    expect(told(difference('groups.ENT.minCoreMembers'))).toEqual([
      ['corrections_checked_anew', 2],
      ['submitted_stay', 3],
    ]);
    const undertaking = assess([difference('undertaking.zh'), difference('undertaking.en')], facts({ projects }));
    expect(undertaking.effects.map(({ path, code, count }) => [path, code, count])).toEqual([
      ['undertaking.zh', 'corrections_checked_anew', 3],
      ['undertaking.zh', 'undertaking_stands', 3],
    ]);
    expect(refusalsOf(removed('groups.TEAM'), { projects })).toEqual(['edition.change_in_use']);
  });

  it('makes files personal that are held, and opens none that were given as such', () => {
    expect(effectsOf(difference('materials.PLAN.personal', 'added', null, true))).toEqual([['files_personal', 4]]);
    const opened = difference('materials.PLAN.personal', 'removed', true, null);
    expect(assess([opened], facts()).refusals).toEqual([
      { field: 'materials.PLAN.personal', code: 'edition.change_personal_held', params: { count: 4 } },
    ]);
    expect(refusalsOf(opened, { materials: [] })).toEqual([]);
  });

  it('refuses the code of the edition', () => {
    expect(refusalsOf(difference('code'))).toEqual(['edition.change_code']);
  });
});

describe('how scores are counted', () => {
  const paths = ['rubric.outOf', 'rubric.criteria.TECH.max', 'rubric.commentRequired', 'rubric.criteria'];
  const counting = ['dropHighest', 'dropLowest', 'minValid', 'decimals'].map((name) => `stages.FINAL.settings.${name}`);

  it('goes over to sessions being set up', () => {
    for (const path of [...paths, ...counting]) {
      expect(effectsOf(difference(path), { sessions: [session()] })).toEqual([['sessions_follow', 1]]);
      expect(refusalsOf(difference(path), { sessions: [session()] })).toEqual([]);
    }
  });

  it('is refused once a session has begun', () => {
    for (const path of [...paths, ...counting])
      for (const one of [session({ begun: true })])
        expect(refusalsOf(difference(path), { sessions: [session(), one] })).toEqual(['edition.change_scored']);
  });

  it('keeps an online review blind or open once it has begun', () => {
    const blind = difference('stages.FINAL.settings.blind', 'changed', true, false);
    expect(refusalsOf(blind, { sessions: [session()] })).toEqual([]);
    expect(refusalsOf(blind, { sessions: [session({ begun: true })] })).toEqual(['edition.change_blind']);
  });

  it('concerns the settings of the session’s own stage alone', () => {
    const other = session({ stageCode: 'HEAT', begun: true });
    expect(refusalsOf(difference('stages.FINAL.settings.decimals'), { sessions: [other] })).toEqual([]);
    expect(refusalsOf(difference('rubric.outOf'), { sessions: [other] })).toEqual(['edition.change_scored']);
  });

  it('lets the words of a criterion be put right', () => {
    const begun = { sessions: [session({ begun: true })] };
    expect(refusalsOf(difference('rubric.criteria.TECH.name.zh'), begun)).toEqual([]);
    expect(refusalsOf(difference('rubric.criteria.TECH.guidance', 'added', null, 'x'), begun)).toEqual([]);
    expect(effectsOf(difference('rubric.criteria.TECH.name.zh'), begun)).toEqual([['sessions_differ', 1]]);
  });

  it('keeps a criterion by which a session of its own accord breaks ties', () => {
    const own = { sessions: [session({ ownTies: true })] };
    expect(refusalsOf(removed('rubric.criteria.TECH'), own)).toEqual(['edition.change_breaks_ties']);
    expect(refusalsOf(removed('rubric.criteria.TEAM'), own)).toEqual([]);
    expect(refusalsOf(removed('rubric.criteria.TECH'), { sessions: [session()] })).toEqual([]);
  });

  it('keeps a stage before those that break ties by its score of their own accord', () => {
    const stage = (code: string, kind: StageDates['kind']) =>
      ({ ...{ code, kind, name: { zh: code, en: code } }, opensAt: null, closesAt: null }) satisfies StageDates;
    const [online, final] = [stage('ONLINE', 'review'), stage('FINAL', 'roadshow')];
    const own = session({ ownTies: true, ties: ['stage:ONLINE', 'TECH'] });
    const refused = (change: Difference, stagesAfter: StageDates[], sessions = [own]) =>
      assess([change], facts({ sessions, stagesAfter })).refusals.filter(({ code }) => code.endsWith('breaks_ties'));
    const moved = difference('stages', 'moved', ['ONLINE', 'FINAL'], ['FINAL', 'ONLINE']);
    expect(refused(removed('stages.ONLINE'), [final])).toEqual([
      {
        field: 'stages.ONLINE',
        code: 'edition.change_stage_breaks_ties',
        params: { session: { zh: '决赛', en: 'Final' } },
      },
    ]);
    expect(refused(moved, [final, online])).toMatchObject([{ field: 'stages' }]);
    expect(refused(difference('stages.ONLINE.kind'), [stage('ONLINE', 'matching'), final])).toMatchObject([
      { field: 'stages.ONLINE.kind' },
    ]);
    expect(refused(moved, [online, final])).toEqual([]);
    expect(refused(removed('stages.ONLINE'), [final], [session({ ties: ['stage:ONLINE'] })])).toEqual([]);
  });

  it('takes another chain of tie-breaks over to those that follow their stage, and to none that has begun', () => {
    const ties = difference('stages.FINAL.settings.ties', 'changed', ['TECH'], ['TEAM', 'TECH']);
    const [own, begun] = [session({ ownTies: true }), session({ begun: true })];
    expect(effectsOf(ties, { sessions: [session(), session(), own] })).toEqual([
      ['sessions_follow', 2],
      ['sessions_keep', 1],
    ]);
    expect(refusalsOf(ties, { sessions: [session(), own] })).toEqual([]);
    expect(refusalsOf(ties, { sessions: [begun] })).toEqual(['edition.change_scored']);
    expect(refusalsOf(ties, { sessions: [session({ begun: true, ownTies: true })] })).toEqual([]);
    expect(refusalsOf(ties, { sessions: [session({ begun: true, stageCode: 'HEAT' })] })).toEqual([]);
  });

  it('leaves a review that is set up the plan it has', () => {
    const plan = difference('stages.FINAL.settings.plan.divergence', 'changed', 2000, 1000);
    expect(effectsOf(plan, { sessions: [session(), session({ begun: true })] })).toEqual([['sessions_keep', 2]]);
    expect(refusalsOf(plan, { sessions: [session({ begun: true })] })).toEqual([]);
  });

  it('leaves the order of groups on which a draw rests', () => {
    const moved = difference('groups', 'moved', ['A', 'B'], ['B', 'A']);
    expect(refusalsOf(moved, { sessions: [session()] })).toEqual([]);
    expect(refusalsOf(moved, { sessions: [session({ begun: true })] })).toEqual(['edition.change_groups_drawn']);
  });
});

describe('what is published', () => {
  it('keeps awards under a notice', () => {
    const awards = [difference('awards.FIRST.perDivision'), removed('awards.FIRST'), difference('awards', 'moved')];
    for (const one of awards) {
      expect(refusalsOf(one, { notices: [{ stageCode: 'FINAL', kind: 'awards' }] })).toEqual([
        'edition.change_awards_published',
      ]);
      expect(refusalsOf(one, { notices: [{ stageCode: 'FINAL', kind: 'advancement' }] })).toEqual([]);
    }
  });

  it('keeps the advancement of a published decision, and leaves one not published its plan', () => {
    const one = difference('stages.FINAL.settings.advance.total');
    expect(refusalsOf(one, { decisions: [{ stageCode: 'FINAL', published: true }] })).toEqual([
      'edition.change_decided',
    ]);
    expect(refusalsOf(one, { decisions: [{ stageCode: 'HEAT', published: true }] })).toEqual([]);
    const inner = difference('stages.FINAL.settings.advance.regions.BJ.seats');
    expect(refusalsOf(inner, { decisions: [{ stageCode: 'FINAL', published: true }] })).toEqual([
      'edition.change_decided',
    ]);
    expect(effectsOf(inner, { sessions: [session(), session()] })).toEqual([['plan_follows', 2]]);
    expect(effectsOf(inner)).toEqual([]);
    expect(effectsOf(one, { decisions: [{ stageCode: 'FINAL', published: false }] })).toEqual([['decision_keeps', 1]]);
  });
});

describe('the judged stages before a published decision', () => {
  const stage = (code: string, kind: StageDates['kind']) =>
    ({ ...{ code, kind, name: { zh: code, en: code } }, opensAt: null, closesAt: null }) satisfies StageDates;
  const [online, heat, final] = [stage('ONLINE', 'review'), stage('HEAT', 'roadshow'), stage('FINAL', 'roadshow')];
  const notice = stage('NOTICE', 'notice');
  const stages = [online, heat, final, notice].map((one) => ({ ...one, state: 'planned' as const }));
  const published = [{ stageCode: 'FINAL', published: true }];
  const moved = difference('stages', 'moved');
  const refused = (one: Difference, stagesAfter: StageDates[], decisions = published) =>
    assess([one], facts({ stages, stagesAfter, decisions })).refusals;

  it('neither move behind it nor come to stand before it', () => {
    const refusal = {
      field: 'stages',
      code: 'edition.change_order_decided',
      params: { stage: { zh: 'FINAL', en: 'FINAL' } },
    };
    expect(refused(moved, [online, final, heat, notice])).toEqual([refusal]);
    const added = difference('stages.SEMI', 'added', null, {});
    expect(refused(added, [online, heat, stage('SEMI', 'roadshow'), final, notice])).toEqual([
      { ...refusal, field: 'stages.SEMI' },
    ]);
    const judged = difference('stages.NOTICE.kind', 'changed', 'notice', 'roadshow');
    expect(refused(judged, [online, heat, final, stage('NOTICE', 'roadshow')])).toEqual([]);
  });

  it('may change places with each other, and with stages in which nothing is judged', () => {
    expect(refused(moved, [heat, online, final, notice])).toEqual([]);
    expect(refused(moved, [notice, online, heat, final])).toEqual([]);
    expect(
      refused(difference('stages.SEMI', 'added', null, {}), [online, heat, final, stage('SEMI', 'roadshow')]),
    ).toEqual([]);
  });

  it('move while nothing is published', () => {
    const unpublished = [{ stageCode: 'FINAL', published: false }];
    expect(refused(moved, [online, final, heat, notice], unpublished)).toEqual([]);
  });
});

describe('what somebody was told', () => {
  const notices = [
    { stageCode: 'FINAL', kind: 'awards' },
    { stageCode: 'HEAT', kind: 'advancement' },
  ];
  const stages = [
    ...facts().stages,
    { code: 'CHECK', kind: 'eligibility' as const, state: 'open' as const, opensAt: NOW, closesAt: LATER },
  ];

  it('stays: names on public notices, the time to appeal, the time for a correction', () => {
    expect(effectsOf(difference('name.zh'), { notices })).toEqual([['notices_headed', 2]]);
    expect(effectsOf(difference('stages.FINAL.name.en'), { notices })).toEqual([['notices_headed', 1]]);
    expect(effectsOf(difference('timeZone'), { notices })).toEqual([
      ['zone_moves', 2],
      ['notices_headed', 2],
    ]);
    const projects = [{ ...facts().projects[0]!, submitted: 5, returned: 4 }];
    expect(effectsOf(difference('stages.CHECK.settings.appealDays'), { stages, appealable: 3 })).toEqual([
      ['appeals_keep', 3],
    ]);
    expect(effectsOf(difference('stages.CHECK.settings.correctionDays'), { stages, projects })).toEqual([
      ['corrections_keep', 4],
    ]);
  });

  it('of the time after the deadline and of the dates of stages changes, and is said to', () => {
    expect(effectsOf(difference('stages.REG.settings.graceMinutes'))).toEqual([['grace_moves', 13]]);
    expect(effectsOf(difference('stages.REG.opensAt'))).toEqual([['schedule_moves', 16]]);
    for (const date of ['opensAt', 'closesAt'])
      expect(effectsOf(difference(`stages.FINAL.${date}`))).toEqual([['schedule_moves', 16]]);
  });
});

describe('a stage', () => {
  it('leaves notices the days that they were published for', () => {
    const notices = [{ stageCode: 'FINAL', kind: 'awards' }];
    for (const name of ['workingDays', 'calendarDays']) {
      const one = difference(`stages.FINAL.settings.${name}`);
      expect(effectsOf(one)).toEqual([]);
      expect(effectsOf(one, { notices })).toEqual([['notices_keep', 1]]);
      expect(refusalsOf(one, { notices })).toEqual([]);
    }
  });

  it('can be taken out or change its kind only before anything happened in it', () => {
    const stages = facts().stages;
    for (const one of [removed('stages.FINAL'), difference('stages.FINAL.kind')]) {
      expect(refusalsOf(one)).toEqual([]);
      expect(refusalsOf(one, { sessions: [session()] })).toEqual(['edition.change_stage_started']);
      expect(refusalsOf(one, { decisions: [{ stageCode: 'FINAL', published: false }] })).toHaveLength(1);
      expect(refusalsOf(one, { notices: [{ stageCode: 'FINAL', kind: 'awards' }] })).toHaveLength(1);
      expect(refusalsOf(one, { now: LATER })).toHaveLength(1);
      expect(refusalsOf(one, { now: LATER, state: 'draft' })).toEqual([]);
      expect(refusalsOf(one, { stages: [{ ...stages[1]!, state: 'closed' }] })).toHaveLength(1);
    }
    expect(refusalsOf(removed('stages.REG'))).toEqual(['edition.change_stage_started']);
  });

  it('that is closed keeps its dates, and one that is open keeps sound ones', () => {
    const dates = { code: 'REG', kind: 'submission' as const, name: { zh: '报名', en: 'Reg' }, opensAt: NOW };
    const [open, final] = facts().stages;
    const one = difference('stages.REG.closesAt');
    expect(
      refusalsOf(one, {
        stages: [{ ...open!, state: 'closed' }, final!],
        stagesAfter: [{ ...dates, closesAt: LATER }],
      }),
    ).toEqual([]);
    const begins = difference('stages.REG.opensAt');
    const closed = {
      stages: [{ ...open!, state: 'closed' as const }, final!],
      stagesAfter: [{ ...dates, closesAt: LATER }],
    };
    expect(refusalsOf(begins, closed)).toEqual(['edition.stage_closed']);
    expect(assess([one, begins], facts(closed)).refusals).toHaveLength(2);
    const check = {
      stages: [{ ...open!, kind: 'eligibility' as const, state: 'closed' as const }],
      stagesAfter: [{ ...dates, kind: 'eligibility' as const, closesAt: LATER }],
    };
    expect(refusalsOf(one, check)).toEqual(['edition.stage_closed']);
    expect(refusalsOf(one, { stagesAfter: [{ ...dates, closesAt: LATER }] })).toEqual([]);
    expect(assess([one], facts({ stagesAfter: [{ ...dates, closesAt: null }] })).refusals).toMatchObject([
      { field: 'stages.REG.closesAt', code: 'edition.date_missing' },
    ]);
    expect(refusalsOf(one, { stagesAfter: [{ ...dates, closesAt: NOW }] })).toEqual(['edition.date_past']);
    expect(refusalsOf(difference('name.zh'), { stagesAfter: [{ ...dates, closesAt: null }] })).toEqual([]);
  });

  it('that took projects is extended after it was ended, which opens it again, until a result is published', () => {
    const end = difference('stages.REG.closesAt');
    const [open, final] = facts().stages;
    const closed = (closesAt: Date, change: Partial<ChangeFacts> = {}): Partial<ChangeFacts> => ({
      stages: [{ ...open!, state: 'closed' }, final!],
      stagesAfter: [
        { code: 'REG', kind: 'submission', name: { zh: '报名', en: 'Reg' }, opensAt: open!.opensAt, closesAt },
      ],
      ...change,
    });
    expect(effectsOf(end, closed(LATER))).toEqual([
      ['deadline_moves', 13],
      ['registration_reopens', 1],
    ]);
    expect(effectsOf(end, closed(LATER, { sessions: [session({ begun: true })] }))).toContainEqual([
      'sessions_without',
      1,
    ]);
    expect(refusalsOf(end, closed(NOW))).toEqual(['edition.date_past']);
    for (const state of ['draft', 'closed'] as const)
      expect(refusalsOf(end, closed(LATER, { state }))).toEqual(['edition.stage_closed']);
    const decided = (published: boolean) => closed(LATER, { decisions: [{ stageCode: 'FINAL', published }] });
    expect(refusalsOf(end, decided(false))).toEqual([]);
    expect(refusalsOf(end, decided(true))).toEqual(['edition.extension_after_results']);
    expect(refusalsOf(end, closed(LATER, { notices: [{ stageCode: 'FINAL', kind: 'awards' }] }))).toEqual([
      'edition.extension_after_results',
    ]);
  });

  it('is not extended either once a result is published where it ran out by its date', () => {
    const end = difference('stages.REG.closesAt');
    const [open, final] = facts().stages;
    const decisions = [{ stageCode: 'FINAL', published: true }];
    const dates = { code: 'REG', kind: 'submission' as const, name: { zh: '报名', en: 'Reg' }, opensAt: open!.opensAt };
    const put = (from: Date, change: Partial<ChangeFacts> = {}) =>
      refusalsOf(end, {
        stages: [{ ...open!, closesAt: from }, final!],
        stagesAfter: [{ ...dates, closesAt: LATER }],
        ...change,
      });
    expect(put(NOW, { decisions })).toEqual(['edition.extension_after_results']);
    expect(put(NOW)).toEqual([]);
    expect(put(LATER, { decisions })).toEqual([]);
  });

  it('leaves sessions the times they were planned with', () => {
    const one = difference('stages.FINAL.settings.pitchMinutes');
    expect(effectsOf(one, { sessions: [session({ begun: true })] })).toEqual([['sessions_keep', 1]]);
  });
});

it('says nothing of what it does not know', () => {
  expect(assess([difference('questions.Q1', 'added'), difference('rules')], facts())).toEqual({
    effects: [],
    refusals: [],
  });
});

describe('a change of the form', () => {
  it('is refused where a question, its kind or an option goes that a project answered with', () => {
    for (const one of [removed('questions.NEEDS'), removed('questions.NEEDS.options.FUNDS')])
      expect(assess([one], facts()).refusals).toEqual([
        {
          field: one.path,
          code: 'edition.change_in_use',
          params: { name: { zh: '名', en: 'Name' }, count: 3 },
        },
      ]);
    expect(refusalsOf(difference('questions.NEEDS.kind', 'changed', 'choices', 'text'))).toEqual([
      'edition.change_in_use',
    ]);
    expect(refusalsOf(removed('questions.NEEDS.options.SITE'))).toEqual([]);
    expect(effectsOf(removed('questions.NEEDS.options.SITE'))).toEqual([['answers_go', 1]]);
    expect(refusalsOf(removed('questions.EDGE'))).toEqual([]);
    expect(effectsOf(removed('questions.EDGE'))).toEqual([['answers_go', 4]]);
  });

  it('tells that what was handed in is shown by the new conditions of entry', () => {
    const demanded = [
      ['drafts_checked_anew', 13],
      ['conditions_shown', 3],
    ];
    expect(effectsOf(difference('rules.EQUITY.percent', 'changed', 30, 40))).toEqual(demanded);
    expect(effectsOf(removed('rules.EQUITY'))).toEqual(demanded);
    expect(effectsOf(difference('rules', 'moved', ['A', 'B'], ['B', 'A']))).toEqual([]);
  });

  it('counts those alone whose group is asked, before or after', () => {
    const projects = [
      { division: 'EIT', field: 'IC', region: 'BJ', group: 'ENT', drafts: 2, submitted: 1, returned: 0 },
      { division: 'EIT', field: 'IC', region: 'BJ', group: 'TEAM', drafts: 4, submitted: 8, returned: 0 },
      { division: null, field: null, region: null, group: null, drafts: 16, submitted: 0, returned: 0 },
    ];
    const counts = (one: Difference, old: string[] | null | undefined, now: string[] | null | undefined) => {
      const path = one.path.split('.').slice(0, 2).join('.');
      return effectsOf(one, { projects, limits: [{ path, old, new: now }] }).map(([, count]) => count);
    };
    const ENT = ['ENT'];
    expect(counts(difference('rules.AGE', 'added', null, {}), undefined, ENT)).toEqual([2, 1]);
    expect(counts(removed('rules.AGE'), ENT, undefined)).toEqual([2, 1]);
    expect(counts(difference('rules.AGE.max'), ENT, ENT)).toEqual([2, 1]);
    expect(counts(difference('rules.AGE.groups'), ENT, ['TEAM'])).toEqual([6, 9]);
    expect(counts(difference('rules.AGE.groups'), ENT, null)).toEqual([22, 9]);
    const asked = { code: 'Q', required: true };
    expect(counts(difference('questions.Q', 'added', null, asked), undefined, ENT)).toEqual([2, 1]);
    expect(counts(difference('questions.Q.required', 'changed', false, true), ENT, ENT)).toEqual([2, 1]);
    expect(counts(difference('materials.DECK', 'added', null, { minCount: 1 }), undefined, ENT)).toEqual([2, 1]);
    expect(counts(difference('materials.DECK.minCount', 'changed', 0, 1), ENT, ENT)).toEqual([2, 1]);
    // Who was asked before is asked nothing more.
    for (const part of ['questions.Q', 'materials.DECK']) {
      expect(counts(difference(`${part}.groups`), ENT, ['ENT', 'TEAM'])).toEqual([4, 8]);
      expect(counts(difference(`${part}.groups`), ENT, null)).toEqual([20, 8]);
      expect(counts(difference(`${part}.groups`), null, ENT)).toEqual([]);
    }
  });

  it('asks drafts for more, and leaves what was handed in', () => {
    const demanded = [
      ['drafts_checked_anew', 13],
      ['submitted_stay', 3],
    ];
    const question = { code: 'Q', name: { zh: '问', en: 'Q' }, kind: 'yesNo' };
    const added = (required: boolean) => difference('questions.Q', 'added', null, { ...question, required });
    expect(effectsOf(added(true))).toEqual(demanded);
    expect(effectsOf(added(false))).toEqual([]);
    expect(effectsOf(difference('questions.EDGE.required', 'changed', false, true))).toEqual(demanded);
    expect(effectsOf(difference('questions.EDGE.required', 'changed', true, false))).toEqual([]);
    expect(effectsOf(difference('questions.EDGE.maxLength', 'changed', 100, 50))).toEqual([['drafts_checked_anew', 4]]);
    expect(effectsOf(difference('questions.NEEDS.name.zh', 'changed', '需', '要'))).toEqual([['renamed', 5]]);
    expect(effectsOf(difference('questions', 'moved', ['A', 'B'], ['B', 'A']))).toEqual([]);
  });
});

describe('reasons, kinds of judges and terms', () => {
  it('leave decisions the words that entrants were told, and say how many there are', () => {
    expect(effectsOf(removed('returnReasons.no_stamp'))).toEqual([['decisions_worded', 4]]);
    expect(refusalsOf(removed('returnReasons.no_stamp'))).toEqual([]);
    expect(effectsOf(difference('returnReasons.no_stamp.name.zh'))).toEqual([['decisions_worded', 4]]);
    expect(effectsOf(difference('returnReasons.no_stamp.help.zh'))).toEqual([]);
    expect(effectsOf(removed('rejectReasons.no_stamp'))).toEqual([]);
    expect(effectsOf(difference('returnReasons', 'moved', [], []))).toEqual([]);
  });

  it('keep a kind that somebody is of, or that a plan asks for', () => {
    const held = assess([removed('judgeKinds.investor')], facts()).refusals;
    expect(held).toEqual([
      {
        field: 'judgeKinds.investor',
        code: 'edition.change_kind_held',
        params: { name: { zh: '名', en: 'Name' }, experts: 2, seats: 1 },
      },
    ]);
    expect(refusalsOf(removed('judgeKinds.legal'))).toEqual(['edition.change_kind_demanded']);
    expect(refusalsOf(removed('judgeKinds.media'))).toEqual([]);
    expect(effectsOf(difference('judgeKinds.investor.name.en'))).toEqual([['judges_renamed', 3]]);
    expect(refusalsOf(difference('judgeKinds.investor.name.en'))).toEqual([]);
  });

  it('ask judges once to accept other terms, in whichever language they changed', () => {
    const both = assess([difference('judgeTerms.zh'), difference('judgeTerms.en')], facts()).effects;
    expect(both).toEqual([{ path: 'judgeTerms.zh', code: 'judges_accept_again', count: 6 }]);
    expect(effectsOf(difference('judgeTerms.zh'), { accepted: 0 })).toEqual([]);
  });
});

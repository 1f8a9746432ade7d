import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROJECT_STATES } from '../project/project.rules.js';
import {
  ALIKE_PERCENT,
  type ComparedProject,
  COUNTED_STATES,
  marksOf,
  sameEntrant,
  TWIN_KINDS,
  toCompared,
  twinReasons,
  twinsOf,
} from './duplicates.rules.js';

const EDITION = 'edition';
const SUMMARY =
  '自主设计面向北斗三号的低功耗授时芯片，守时精度优于五纳秒，已在电力与通信两个行业完成三轮流片和一年挂网试运行，' +
  '团队来自国内两所高校的集成电路学院，拥有发明专利十二项，计划两年内在石家庄建成封装测试线并实现年产百万颗。';
const sign = fc.constantFrom(...'面向北斗的高精度授时芯片研制及产业化肺癌早筛试剂盒数字孪生平台');
const text = (min: number, max: number) =>
  fc.array(sign, { minLength: min, maxLength: max }).map((all) => all.join(''));
const person = fc.record({
  name: fc.constantFrom('张三', '李四', '王五', '赵六', 'Ada'),
  mail: fc.constantFrom('a@x.cn', 'B@x.cn', 'b@x.cn', 'c@y.cn', 'd@y.cn', 'half@'),
});
const content = fc.record({
  title: fc.oneof(
    text(1, 30),
    text(10, 12).map((part) => `面向北斗的高精度授时芯片${part.slice(0, 3)}`),
  ),
  summary: fc.oneof(text(0, 200), fc.constantFrom(SUMMARY, SUMMARY.slice(0, -9), SUMMARY.slice(12))),
  organisation: fc.record({
    name: fc.constantFrom('', '海石（石家庄）有限公司', '海石石家庄股份有限公司', '滹沱河科技'),
    country: fc.constantFrom('CN', 'DE'),
    code: fc.constantFrom('', '91130100MA00000012', 'hrb 1', 'HRB1'),
  }),
  members: fc.array(person, { maxLength: 5 }),
});
const owner = fc.record({
  id: fc.constantFrom('p1', 'p2', 'p3', 'p4'),
  name: fc.constantFrom('张三', '孙七'),
  mail: fc.constantFrom(null, 'a@x.cn', 'e@y.cn'),
});
const toMembers = (members: { name: string; mail: string }[]) =>
  members.map((one) => ({ ...one, role: '研发', share: null, isCore: true }));
const compared = fc
  .tuple(content, owner)
  .map(([one, by]) => toCompared({ ...one, members: toMembers(one.members) }, by));
const project = fc
  .record({ number: fc.integer({ min: 1, max: 9 }), state: fc.constantFrom(...PROJECT_STATES), compared })
  .map(({ number, ...rest }): ComparedProject => ({
    ...rest,
    id: `project ${number}`,
    number: String(number),
    editionId: EDITION,
  }));
const projects = fc.uniqueArray(project, { selector: ({ id }) => id, maxLength: 9 });

const base = {
  title: '面向北斗的高精度授时芯片',
  summary: SUMMARY,
  organisation: { name: '海石芯片有限公司', country: 'CN', code: '' },
  members: toMembers([{ name: '张三', mail: 'zhang@x.cn' }]),
};
const far = {
  title: '肺癌早筛试剂盒',
  summary: '',
  organisation: { name: '别家', country: 'CN', code: '' },
  members: toMembers([{ name: '张三', mail: 'other@x.cn' }]),
};
const one = { id: 'one', name: '周一', mail: 'one@x.cn' };
const two = { id: 'two', name: '周二', mail: 'two@x.cn' };
const between = (change: object, by = two) => twinReasons(toCompared(base, one), toCompared({ ...far, ...change }, by));

describe('the reasons', () => {
  it('are none for projects that have nothing in common, the name of a person left aside', () => {
    expect(between({})).toEqual([]);
  });

  it('name who is on both teams, by account or by mail, whoever hands in among them', () => {
    const zhang = toMembers([{ name: '张珊', mail: 'ZHANG@x.cn' }]);
    expect(between({ members: zhang })).toEqual([{ kind: 'person', names: ['张三'] }]);
    expect(between({}, { ...one, mail: 'elsewhere@x.cn' })).toEqual([{ kind: 'person', names: ['周一'] }]);
    expect(between({}, { ...two, mail: 'zhang@x.cn' })).toEqual([{ kind: 'person', names: ['张三'] }]);
    const led = { ...base, members: toMembers([{ name: '周伊', mail: 'one@x.cn' }]) };
    expect(twinReasons(toCompared(led, one), toCompared(far, one))).toEqual([{ kind: 'person', names: ['周伊'] }]);
  });

  it('say by what an organisation is the same', () => {
    const organisation = { name: '海石 芯片股份有限公司', country: 'CN', code: '91130100MA00000012' };
    const members = toMembers([{ name: '钱六', mail: 'other@x.cn' }]);
    const [reason] = between({ organisation, members });
    expect(reason).toEqual({ kind: 'organisation', name: '海石芯片有限公司', by: 'name' });
    const coded = (name: string, country: string, code: string) => ({ organisation: { name, country, code } });
    const by = (country: string, code: string) =>
      twinReasons(
        toCompared({ ...base, ...coded('甲', 'DE', 'HRB 12') }, one),
        toCompared({ ...far, members, ...coded('乙', country, code) }, two),
      );
    expect(by('DE', 'ｈｒｂ12')).toMatchObject([{ kind: 'organisation', name: '甲', by: 'code' }]);
    expect(by('FR', 'HRB 12')).toEqual([]);
    expect(by('DE', '')).toEqual([]);
  });

  it('are weak where leaders of one organisation have one name, and told instead where they are one person', () => {
    const { organisation } = base;
    const members = toMembers([{ name: '张 三', mail: 'another@x.cn' }]);
    expect(between({ organisation, members })).toEqual([
      { kind: 'leader', name: '张三' },
      { kind: 'organisation', name: '海石芯片有限公司', by: 'name' },
    ]);
    expect(between({ members })).toEqual([]);
    const same = toMembers([{ name: '张三', mail: 'zhang@x.cn' }]);
    expect(between({ organisation, members: same, title: base.title }).map(({ kind }) => kind)).toEqual([
      'person',
      'organisation',
      'title',
    ]);
    const marks = (change: object, by: typeof one) => marksOf(EDITION, toCompared({ ...far, ...change }, by)).leader;
    expect(marks({ organisation, members }, two).some((mark) => marks(base, one).includes(mark))).toBe(true);
  });

  it('take one place of work of two teams for none, unless there is another', () => {
    const { organisation } = base;
    const members = toMembers([{ name: '钱六', mail: 'other@x.cn' }]);
    expect(between({ organisation, members })).toEqual([]);
    expect(between({ organisation, members, title: base.title }).map(({ kind }) => kind)).toEqual([
      'organisation',
      'title',
    ]);
  });

  it('tell how alike title and summary are, a short summary left aside', () => {
    expect(between({ title: '面向北斗的高精度授时芯片组' })).toEqual([{ kind: 'title', likeness: 95 }]);
    expect(between({ title: '面向北斗的高精度定位终端' })).toEqual([]);
    expect(between({ summary: `${SUMMARY}欢迎合作。` })).toEqual([{ kind: 'summary', likeness: 98 }]);
    const short = { ...base, title: '甲', summary: SUMMARY.slice(0, 40) };
    expect(twinReasons(toCompared(short, one), toCompared({ ...far, summary: short.summary }, two))).toEqual([]);
  });

  it('tell of a copy that was reworded a little, however short its summary, by title and summary together', () => {
    const title = '面向北斗的高精度授时芯片研发与产业化';
    const summary = '低功耗授时芯片，守时精度优于五纳秒，已在电力行业试运行一年，计划量产。';
    const of = (change: object, by = two) => toCompared({ ...far, title, summary, ...change }, by);
    const reworded = {
      title: '面向北斗系统的高精度授时芯片研发及产业化',
      summary: '低功耗授时芯片，守时精度优于三纳秒，已在电力行业试运行两年，计划量产。',
    };
    const elsewhere = { members: [], organisation: { name: '另一家', country: 'CN', code: '' } };
    const told = (change: object) => twinReasons(of({}), of({ ...change, ...elsewhere }, one));
    expect(told(reworded)).toEqual([{ kind: 'wording', likeness: 77, title: 77, summary: 86 }]);
    expect(
      told({ ...reworded, summary: '研制肺癌早筛试剂盒，已完成两千例入组，计划申报三类医疗器械注册证。' }),
    ).toEqual([]);
    expect(told({ ...reworded, title: '肺癌早筛试剂盒' })).toEqual([]);
    expect(told({ ...reworded, title }).map(({ kind }) => kind)).toEqual(['title']);
  });

  it('are the same from either side, in the order of kinds', () => {
    const known = (reasons: ReturnType<typeof twinReasons>) =>
      reasons.map((reason) => [reason.kind, 'likeness' in reason ? reason.likeness : 'by' in reason ? reason.by : '']);
    fc.assert(
      fc.property(compared, compared, (mine, theirs) => {
        const reasons = known(twinReasons(mine, theirs));
        expect(known(twinReasons(theirs, mine))).toEqual(reasons);
        expect(TWIN_KINDS.filter((kind) => reasons.some(([found]) => found === kind))).toEqual(
          reasons.map(([kind]) => kind),
        );
      }),
    );
  });

  it('do not hang on the order of a team', () => {
    const names = (reasons: ReturnType<typeof twinReasons>) =>
      reasons.map((reason) => (reason.kind === 'person' ? { ...reason, names: reason.names.toSorted() } : reason));
    fc.assert(
      fc.property(compared, compared, (mine, theirs) => {
        const turned = { ...theirs, people: theirs.people.toReversed() };
        expect(twinReasons(mine, turned)).toEqual(twinReasons(mine, theirs));
        const own = { ...mine, people: mine.people.toReversed() };
        expect(names(twinReasons(own, theirs))).toEqual(names(twinReasons(mine, theirs)));
      }),
    );
  });
});

describe('an entrant under two accounts', () => {
  const person = (id: string, name: string, mail: string | null = null) => ({ id, name, mail });
  const of = (members: { name: string; mail: string }[], by: ReturnType<typeof person>) =>
    toCompared({ ...base, members: toMembers(members) }, by);
  const [zhang, li] = [
    { name: '张三', mail: 'zhang@x.cn' },
    { name: '李四', mail: 'li@x.cn' },
  ];

  it('is who leads or hands in both, and no other member', () => {
    expect(sameEntrant(of([zhang], person('p1', '甲')), of([zhang], person('p2', '乙')))).toBe(true);
    expect(sameEntrant(of([zhang], person('p1', '甲')), of([], person('p2', '张三', zhang.mail)))).toBe(true);
    expect(sameEntrant(of([zhang, li], person('p1', '甲')), of([li, zhang], person('p2', '乙')))).toBe(false);
    expect(sameEntrant(of([zhang, li], person('p1', '甲')), of([li], person('p2', '乙')))).toBe(false);
  });

  it('is found from either side, by the marks of a person', () => {
    fc.assert(
      fc.property(compared, compared, (mine, theirs) => {
        const same = sameEntrant(mine, theirs);
        expect(sameEntrant(theirs, mine)).toBe(same);
        const own = marksOf(EDITION, { ...mine, people: mine.entrants }).person;
        const other = marksOf(EDITION, theirs).person;
        if (same) expect(own.some((mark) => other.includes(mark))).toBe(true);
      }),
    );
  });
});

describe('twins', () => {
  it('are of the same edition, counted, never the project itself, each for a reason', () => {
    fc.assert(
      fc.property(project, projects, (subject, others) => {
        const twins = twinsOf(subject, [...others, { ...subject, id: 'elsewhere', editionId: 'another' }]);
        if (!COUNTED_STATES.includes(subject.state)) expect(twins).toEqual([]);
        for (const { project: twin, reasons } of twins) {
          expect(twin.id).not.toBe(subject.id);
          expect(twin.editionId).toBe(EDITION);
          expect(COUNTED_STATES).toContain(twin.state);
          expect(reasons).toEqual(twinReasons(subject.compared, twin.compared));
          expect(reasons).not.toEqual([]);
        }
      }),
    );
  });

  it('come in one order, the strongest first', () => {
    fc.assert(
      fc.property(project, projects, (subject, others) => {
        const twins = twinsOf(subject, others);
        expect(twinsOf(subject, others.toReversed())).toEqual(twins);
        const counts = twins.map(({ reasons }) => reasons.length);
        expect(counts).toEqual(counts.toSorted((a, b) => b - a));
      }),
    );
  });

  it('are twins of each other', () => {
    fc.assert(
      fc.property(projects, (all) => {
        const pairs = all.flatMap((subject) => twinsOf(subject, all).map((twin) => `${subject.id}|${twin.project.id}`));
        const mirrored = pairs.map((pair) => pair.split('|').toReversed().join('|'));
        expect(new Set(mirrored)).toEqual(new Set(pairs));
      }),
    );
  });
});

describe('marks', () => {
  it('are shared, kind by kind, wherever people, organisations or whole texts are the same', () => {
    fc.assert(
      fc.property(compared, compared, (mine, theirs) => {
        const [own, other] = [marksOf(EDITION, mine), marksOf(EDITION, theirs)];
        for (const reason of twinReasons(mine, theirs))
          if (!('likeness' in reason) || reason.likeness === 100)
            expect(own[reason.kind].some((mark) => other[reason.kind].includes(mark))).toBe(true);
      }),
    );
  });

  it('are shared by nearly all texts that are just alike enough', () => {
    const runs = 300;
    const random = (seed: number) => (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    const found = { title: 0, summary: 0 };
    for (let run = 0; run < runs; run += 1) {
      const write = (seed: number, length: number) => {
        let at = random(seed * 7919 + run);
        return Array.from({ length }, () => {
          at = random(at);
          return String.fromCharCode(0x4e00 + ((at >> 8) % 3000));
        }).join('');
      };
      const [common, [mine, theirs]] = [write(1, 121), [write(2, 29), write(3, 29)]];
      const of = (words: string) => toCompared({ ...far, title: words, summary: words }, one);
      const [left, right] = [of(`${common}${mine}`), of(`${common}${theirs}`)];
      expect(twinReasons(left, right).filter(({ kind }) => kind === 'title' || kind === 'summary')).toEqual([
        { kind: 'title', likeness: ALIKE_PERCENT },
        { kind: 'summary', likeness: ALIKE_PERCENT },
      ]);
      const [own, other] = [marksOf(EDITION, left), marksOf(EDITION, right)];
      for (const kind of ['title', 'summary'] as const)
        if (own[kind].some((mark) => other[kind].includes(mark))) found[kind] += 1;
    }
    expect(found.title / runs).toBeGreaterThan(0.985);
    expect(found.summary / runs).toBeGreaterThan(0.93);
  });

  it('are whole numbers that nothing rounds, and none of another edition’s', () => {
    fc.assert(
      fc.property(compared, (mine) => {
        const marks = Object.values(marksOf(EDITION, mine)).flat();
        expect(marks.every((mark) => Number.isSafeInteger(mark) && mark >= 0)).toBe(true);
        const others = new Set(Object.values(marksOf('another', mine)).flat());
        expect(marks.filter((mark) => others.has(mark))).toEqual([]);
      }),
    );
  });
});

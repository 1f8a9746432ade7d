import { Project } from '@haishi/contest';
import { PublicNotice } from '@haishi/contest/public-notice/public-notice.entity';
import { newId } from '@haishi/kernel';
import { systemActor, UnitOfWork } from '@haishi/platform';
import { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, startApp, type TestApp } from '../support/app.js';
import { draftProject, openEdition, projectContent, submitProject } from '../support/contest.js';
import { eachEngine } from '../support/engines.js';
import { expectRefused, signedIn, type TestPerson } from '../support/people.js';

const API = '/api/v1';
let count = 0;

interface Explained {
  code: string;
  severity: string;
  outcome: string;
  compared: { zh: string; en: string };
}

const BORN = '1990-01-01';
const words = (zh: string, en: string) => ({ zh, en });
const RULES = [
  {
    code: 'AGE',
    text: words('负责人不超过 45 周岁。', 'The leader is at most 45.'),
    severity: 'refuse',
    kind: 'age',
    question: 'BORN',
    at: '2026-12-31',
    max: 45,
  },
  {
    code: 'EQUITY',
    text: words('核心团队持股不低于 30%。', 'The core team holds 30 %.'),
    severity: 'refuse',
    groups: ['ENT'],
    kind: 'equity',
    of: 'core',
    percent: 30,
  },
  {
    code: 'COMPANY',
    text: words('每家单位限报一个项目。', 'One project of each organisation.'),
    severity: 'refuse',
    kind: 'onePerEntrant',
    by: 'organisation',
  },
  {
    code: 'WON',
    text: words('往届获奖项目不再参赛。', 'No winner enters again.'),
    severity: 'flag',
    kind: 'answer',
    question: 'WONBEFORE',
    not: true,
  },
];

eachEngine('conditions of entry', (engine) => {
  let app: TestApp;
  let edition: { id: string; code: string; organiser: Browser };
  let entrant: Browser;
  let person: TestPerson;
  beforeAll(async () => {
    app = await startApp(engine);
    edition = await openEdition(app, `RULES-${(count += 1)}`, (file) => (file['rules'] = RULES));
    ({ browser: entrant, person } = await signedIn(app, '张三'));
  });
  afterAll(() => app?.close());

  let made = 0;
  /** Every project is of a company of its own, unless it says otherwise. */
  const company = (code = `DE${(made += 1)}`) => ({ organisation: { name: `${code} GmbH`, country: 'DE', code } });
  const draft = (change: Record<string, unknown> = {}, browser = entrant) =>
    draftProject(browser, edition.code, { ...company(), answers: { BORN }, ...change });
  const submitted = async (change: Record<string, unknown> = {}, browser = entrant) => {
    const id = await draft(change, browser);
    await submitProject(browser, id, 2).expect(200);
    return id;
  };
  const conditions = (id: string, browser = entrant) => browser.get(`${API}/projects/${id}/conditions`);
  const outcomes = async (id: string, browser = entrant) => {
    const { body } = await conditions(id, browser).expect(200);
    return Object.fromEntries((body.items as Explained[]).map(({ code, outcome }) => [code, outcome]));
  };
  const member = (share: number | null) => [
    { name: '张三', role: '负责人', share, mail: 'zhang@example.com', isCore: true },
  ];
  const checkerOf = (role: 'checker' | 'contest_organiser' = 'checker') =>
    signedIn(app, '审查员', [{ role, scopeType: 'edition', scopeId: edition.id }]);

  it('are held against the draft as it stands, before it is handed in', async () => {
    const id = await draft({ answers: {}, members: member(null) });
    expect(await outcomes(id)).toEqual({ AGE: 'unknown', EQUITY: 'unknown', COMPANY: 'met', WON: 'unknown' });
    await entrant
      .put(`${API}/projects/${id}`)
      .set('If-Match', '"2"')
      .send(projectContent({ ...company(), answers: { BORN: '1980-01-01', WONBEFORE: true }, members: member(3000) }))
      .expect(200);
    const { body, headers } = await conditions(id).expect(200);
    expect(headers['cache-control']).toBe('no-store');
    expect(body.items).toMatchObject([
      {
        code: 'AGE',
        kind: 'age',
        severity: 'refuse',
        outcome: 'notMet',
        text: { zh: '负责人不超过 45 周岁。' },
        compared: { en: 'The leader was born on 1980-01-01 and is 46 on 2026-12-31; to be at most 45.' },
      },
      { code: 'EQUITY', outcome: 'met' },
      { code: 'COMPANY', outcome: 'met' },
      { code: 'WON', severity: 'flag', outcome: 'notMet' },
    ]);
  });

  it('that refuse keep a project out, each named in the person’s language, and nothing is kept', async () => {
    const id = await draft({ answers: { BORN: '1980-01-01', WONBEFORE: true }, members: member(2999) });
    const refused = await submitProject(entrant, id, 2).set('Accept-Language', 'en');
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({
      code: 'project.not_eligible',
      fields: [
        {
          field: 'rules.AGE',
          code: 'project.rule_not_met',
          message:
            'Condition of entry not met: The leader is at most 45. The leader was born on 1980-01-01 and is 46 on 2026-12-31; to be at most 45.',
        },
        { field: 'rules.EQUITY', code: 'project.rule_not_met' },
      ],
    });
    expect((await entrant.get(`${API}/projects/${id}`)).body).toMatchObject({
      state: 'draft',
      number: null,
      version: 2,
    });
    const chinese = await submitProject(entrant, id, 2);
    expect(chinese.body.fields[1].message).toBe(
      '不符合参赛条件：核心团队持股不低于 30%。 核心成员合计份额 29.99%；应不少于 30%。',
    );
  });

  it('that refuse are not got round by leaving out what they read, and name the field to fill', async () => {
    const id = await draft({ answers: {}, members: member(null) });
    const refused = await submitProject(entrant, id, 2).set('Accept-Language', 'en');
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({
      code: 'project.incomplete',
      fields: [
        {
          field: 'answers.BORN',
          code: 'project.rule_needs_answer',
          message: expect.stringMatching(/^Please answer “.+”, which .+: The leader is at most 45\.$/),
        },
        { field: 'members.0.share', code: 'project.rule_needs_share' },
      ],
    });
    const { body } = await entrant.get(`${API}/projects/${id}`).expect(200);
    expect(body).toMatchObject({ state: 'draft', missing: [{ field: 'answers.BORN' }, { field: 'members.0.share' }] });
    expect(body.missing[1].message).toBe(
      '请填写第 1 名成员的持股或份额（没有填 0），按它核对参赛条件：核心团队持股不低于 30%。',
    );
  });

  it('that only tell let it through whether they are met or not; its checkers read them, of what was handed in', async () => {
    const id = await submitted({ answers: { BORN, WONBEFORE: true } });
    const { browser: checker } = await checkerOf();
    expect(await outcomes(id, checker)).toEqual({ AGE: 'met', EQUITY: 'met', COMPANY: 'met', WON: 'notMet' });
    const counts = async (one: string) => app.get(DataSource).manager.findOneByOrFail(Project, { id: one });
    expect(await counts(id)).toMatchObject({ unmetRules: 1, unknownRules: 0 });
    const silent = await submitted();
    expect(await counts(silent)).toMatchObject({ unmetRules: 0, unknownRules: 1 });
    const queue = async (wanted: string) =>
      (await checker.get(`${API}/editions/${edition.code}/eligibility?conditions=${wanted}`).expect(200)).body.items;
    expect(await queue('notMet')).toMatchObject([{ id, unmetRules: 1, unknownRules: 0 }]);
    expect(await queue('unknown')).toMatchObject([{ id: silent, unmetRules: 0, unknownRules: 1 }]);
    const due = new Date(Date.now() + 86_400_000).toISOString();
    const back = { submission: 1, reasonCode: 'other', text: '请核实。', dueAt: due };
    await checker.post(`${API}/projects/${id}/return`).send(back).expect(200);
    const version = (await entrant.get(`${API}/projects/${id}`)).body.version;
    await entrant
      .put(`${API}/projects/${id}`)
      .set('If-Match', `"${version}"`)
      .send(projectContent({ ...company(), answers: { BORN, WONBEFORE: false } }))
      .expect(200);
    expect((await outcomes(id))['WON']).toBe('met');
    expect((await outcomes(id, checker))['WON']).toBe('notMet');
  });

  it('that a person enters once tell checkers of the same address under another account, and nobody else', async () => {
    const text = words('每名申报人限报一个项目。', 'Each entrant hands in one project.');
    const one = { code: 'ONE', text, severity: 'refuse', kind: 'onePerEntrant', by: 'owner' };
    const { id, code } = await openEdition(app, `RULES-${(count += 1)}`, (file) => (file['rules'] = [one]));
    const { browser: checker } = await signedIn(app, '审查员', [
      { role: 'checker', scopeType: 'edition', scopeId: id },
    ]);
    const leader = (mail: string) => ({ members: [{ name: '孙八', role: '负责人', share: 6000, mail, isCore: true }] });
    const handedIn = async (mail: string) => {
      const { browser, person: owner } = await signedIn(app, '孙八');
      const project = await draftProject(browser, code, { ...company(), ...leader(mail) });
      await submitProject(browser, project, 2).expect(200);
      const { number } = (await browser.get(`${API}/projects/${project}`)).body as { number: string };
      return { project, browser, owner, number };
    };
    const told = async ({ project, browser }: { project: string; browser: Browser }) =>
      ((await conditions(project, browser).expect(200)).body.items as Explained[])[0]!;
    const first = await handedIn('sun@example.com');
    const second = await handedIn('SUN@example.com');
    const third = await handedIn(second.owner.mail!);
    await handedIn('other@example.com');
    const untold = async () => {
      const { body } = await checker.get(`${API}/editions/${code}/eligibility?conditions=unknown`).expect(200);
      return body.items.map((one: { number: string }) => one.number);
    };
    expect(await untold()).toEqual([first, second, third].map(({ number }) => number));
    expect(await told({ ...first, browser: checker })).toMatchObject({
      outcome: 'unknown',
      compared: { en: expect.stringContaining(`to be checked for one person: 1 (${second.number}).`) },
    });
    const seen = await told({ ...second, browser: checker });
    expect(seen.compared.zh).toContain(`是否为同一人：${[first.number, third.number].join('、')}。`);
    expect(await told(second)).toMatchObject({ outcome: 'met', compared: { zh: '同一申报人没有其他已提交的项目。' } });
    const rejection = { submission: 1, reasonCode: 'other', text: '不符合参赛条件。' };
    await checker.post(`${API}/projects/${third.project}/reject`).send(rejection).expect(200);
    expect((await told({ ...second, browser: checker })).compared.zh).not.toContain(third.number);
    await second.browser.post(`${API}/projects/${second.project}/withdraw`).set('If-Match', '"3"').expect(204);
    expect(await untold()).toEqual([]);
  });

  describe('that an organisation enters once', () => {
    it('count projects that take part, and tell numbers to checkers alone', async () => {
      const same = company();
      const { browser: other } = await signedIn(app, '李四');
      const first = await submitted(same, other);
      const id = await draft(same);
      const { body } = await conditions(id).expect(200);
      const { number } = (await other.get(`${API}/projects/${first}`)).body as { number: string };
      const told = (body.items as Explained[]).find(({ code }) => code === 'COMPANY')!;
      expect(told).toMatchObject({ outcome: 'notMet', compared: { zh: '同一单位另有 1 个已提交的项目。' } });
      const refused = await submitProject(entrant, id, 2);
      expectRefused(refused, 422, 'project.rule_not_met', 'rules.COMPANY');
      expect(JSON.stringify([body, refused.body])).not.toContain(number);
      await other.post(`${API}/projects/${first}/withdraw`).set('If-Match', '"3"').expect(204);
      await submitProject(entrant, id, 2).expect(200);
      const { browser: checker } = await checkerOf();
      await conditions(first, checker).expect(200);
      const seen = (await conditions(first, checker)).body.items as Explained[];
      const mine = (await entrant.get(`${API}/projects/${id}`)).body.number as string;
      expect(seen.find(({ code }) => code === 'COMPANY')!.compared.en).toContain(mine);
    });

    it('count it once however its number is spelt, by what was handed in last', async () => {
      const spelt = (code: string) => ({ organisation: { name: 'Nadel GmbH', country: 'DE', code } });
      const id = await submitted(spelt('HRB 77123'));
      for (const code of ['hrb77123', 'HRB\u3000 77123', 'ＨＲＢ 77123'])
        expectRefused(
          await submitProject(entrant, await draft(spelt(code)), 2),
          422,
          'project.rule_not_met',
          'rules.COMPANY',
        );
      await submitted({ organisation: { name: 'Nadel AG', country: 'AT', code: 'HRB 77123' } });
      const { browser: checker } = await checkerOf();
      const dueAt = new Date(Date.now() + 86_400_000).toISOString();
      const back = { submission: 1, reasonCode: 'other', text: '请核实。', dueAt };
      await checker.post(`${API}/projects/${id}/return`).send(back).expect(200);
      const { version } = (await entrant.get(`${API}/projects/${id}`)).body as { version: number };
      const corrected = projectContent({ ...company('HRB 77124'), answers: { BORN } });
      await entrant.put(`${API}/projects/${id}`).set('If-Match', `"${version}"`).send(corrected).expect(200);
      const again = await draft(spelt('Hrb 77123'));
      expectRefused(await submitProject(entrant, again, 2), 422, 'project.rule_not_met', 'rules.COMPANY');
      await submitProject(entrant, id, version + 1).expect(200);
      await submitProject(entrant, again, 2).expect(200);
    });

    it('hold though two are handed in at once', async () => {
      const same = company();
      const { browser: other } = await signedIn(app, '李四');
      const ids = [await draft(same), await draft(same, other), await draft(same)];
      const browsers = [entrant, other, entrant];
      const answers = await Promise.all(ids.map((id, index) => submitProject(browsers[index]!, id, 2)));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 422, 422]);
    });
  });

  describe('that an entrant meets once, beside one that comes back', () => {
    let one: { id: string; code: string; organiser: Browser };
    let checker: Browser;
    beforeAll(async () => {
      const text = words('每名申报人限报一个项目。', 'Each entrant hands in one project.');
      const rule = { code: 'ONE', text, severity: 'refuse', kind: 'onePerEntrant', by: 'owner' };
      one = await openEdition(app, `RULES-${(count += 1)}`, (file) => (file['rules'] = [rule]));
      const grant = { role: 'checker', scopeType: 'edition', scopeId: one.id } as const;
      checker = (await signedIn(app, '审查员', [grant])).browser;
    });

    const owned = async (owner: Browser) => {
      const id = await draftProject(owner, one.code, company());
      await submitProject(owner, id, 2).expect(200);
      return id;
    };
    const decide = (action: 'accept' | 'reject', id: string) => {
      const reason = action === 'reject' ? { reasonCode: 'other', text: '不符合参赛条件。' } : {};
      return checker.post(`${API}/projects/${id}/${action}`).send({ submission: 1, ...reason });
    };
    const unmet = async (id: string) => (await app.get(DataSource).manager.findOneByOrFail(Project, { id })).unmetRules;
    const twice = async (owner: Browser) => {
      const first = await owned(owner);
      await decide('reject', first).expect(200);
      const second = await owned(owner);
      return { first, second };
    };
    const uphold = async (owner: Browser, id: string) => {
      await owner.post(`${API}/projects/${id}/appeal`).send({ text: '申诉。' }).expect(204);
      const answer = { outcome: 'upheld', answer: '成立。' };
      await one.organiser.post(`${API}/projects/${id}/appeal/decide`).send(answer).expect(204);
    };

    it('by an appeal: checkers are told, and of the two accept one', async () => {
      const { browser: owner } = await signedIn(app, '赵六');
      const { first, second } = await twice(owner);
      await uphold(owner, first);
      expect(await unmet(first)).toBe(1);
      await decide('accept', second).expect(200);
      const { number } = (await owner.get(`${API}/projects/${second}`)).body as { number: string };
      const refused = await decide('accept', first).set('Accept-Language', 'en');
      expectRefused(refused, 409, 'eligibility.second_entry');
      expect(refused.body.detail).toContain(
        `Each entrant hands in one project. Other projects handed in by the same entrant: 1 (${number}).`,
      );
      const { version } = (await owner.get(`${API}/projects/${second}`)).body as { version: number };
      await owner.post(`${API}/projects/${second}/withdraw`).set('If-Match', `"${version}"`).expect(204);
      await decide('accept', first).expect(200);
    });

    it('by a decision taken back', async () => {
      const { browser: owner } = await signedIn(app, '赵六');
      const { first } = await twice(owner);
      const reason = { reason: '误判。' };
      await one.organiser.post(`${API}/projects/${first}/reopen`).send(reason).expect(200);
      expect(await unmet(first)).toBe(1);
    });

    it('both accepted at once, in one decision or by two checkers', async () => {
      const { browser: owner } = await signedIn(app, '赵六');
      const { first, second } = await twice(owner);
      await uphold(owner, first);
      const items = [first, second].map((projectId) => ({ projectId, submission: 1 }));
      const check = `${API}/editions/${one.code}/eligibility/bulk/check`;
      const { body } = await checker.post(check).send({ action: 'accept', items }).expect(200);
      expect(body.outcomes).toMatchObject([{ sound: true }, { sound: false, code: 'eligibility.second_entry' }]);
      const answers = await Promise.all([decide('accept', first), decide('accept', second)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    });
  });

  it('of a single entry mark each of an entrant’s projects that wait, as what checkers read of it says', async () => {
    const rule = (code: string, by: string) => ({
      ...{ code, text: words('限报一个项目。', 'A single entry.'), severity: 'flag', kind: 'onePerEntrant', by },
    });
    const rules = [rule('ONE', 'owner'), rule('COMPANY', 'organisation')];
    const own = await openEdition(app, `RULES-${(count += 1)}`, (file) => (file['rules'] = rules));
    const grant = { role: 'checker', scopeType: 'edition', scopeId: own.id } as const;
    const { browser: checker } = await signedIn(app, '审查员', [grant]);
    const { browser: owner } = await signedIn(app, '赵六');
    const said = company();
    const handIn = async () => {
      const id = await draftProject(owner, own.code, said);
      await submitProject(owner, id, 2).expect(200);
      return id;
    };
    const versionOf = async (browser: Browser, id: string) =>
      `"${(await browser.get(`${API}/projects/${id}`).expect(200)).body.version}"`;
    /** Of those that wait, how many conditions each fails, as their marks and as the panels beside them say. */
    const marks = async () => {
      const { body } = await checker.get(`${API}/editions/${own.code}/eligibility`).expect(200);
      const items = body.items as { id: string; unmetRules: number }[];
      for (const { id, unmetRules } of items) {
        const read = Object.values(await outcomes(id, checker)).filter((outcome) => outcome === 'notMet');
        expect(read).toHaveLength(unmetRules);
      }
      const flagged = await checker.get(`${API}/editions/${own.code}/eligibility?conditions=notMet`).expect(200);
      expect(flagged.body.items.map(({ id }: { id: string }) => id)).toEqual(
        items.filter(({ unmetRules }) => unmetRules > 0).map(({ id }) => id),
      );
      return new Map(items.map(({ id, unmetRules }) => [id, unmetRules]));
    };
    const first = await handIn();
    expect([...(await marks())]).toEqual([[first, 0]]);
    const second = await handIn();
    expect(await marks()).toEqual(
      new Map([
        [first, 2],
        [second, 2],
      ]),
    );
    const reason = { submission: 1, reasonCode: 'other', text: '不符合参赛条件。' };
    await checker.post(`${API}/projects/${second}/reject`).send(reason).expect(200);
    expect([...(await marks())]).toEqual([[first, 0]]);
    await own.organiser.post(`${API}/projects/${second}/reopen`).send({ reason: '误判。' }).expect(200);
    expect(await marks()).toEqual(
      new Map([
        [first, 2],
        [second, 2],
      ]),
    );

    const next = await signedIn(app, '接手人');
    await owner.post(`${API}/projects/${second}/transfer`).send({ mail: next.person.mail }).expect(204);
    const [offer] = (await next.browser.get(`${API}/project-transfers/mine`).expect(200)).body;
    await next.browser.post(`${API}/project-transfers/${offer.id}/accept`).send({}).expect(200);
    expect(await marks()).toEqual(
      new Map([
        [first, 1],
        [second, 1],
      ]),
    );
    const team = { division: 'EIT', field: 'IC', region: 'BJ', group: 'TEAM', reason: '尚未注册' };
    await own.organiser
      .post(`${API}/projects/${second}/move`)
      .set('If-Match', await versionOf(own.organiser, second))
      .send(team)
      .expect(200);
    expect(await marks()).toEqual(
      new Map([
        [first, 0],
        [second, 0],
      ]),
    );

    const third = await handIn();
    expect((await marks()).get(first)).toBe(2);
    await owner
      .post(`${API}/projects/${third}/withdraw`)
      .set('If-Match', await versionOf(owner, third))
      .expect(204);
    expect(await marks()).toEqual(
      new Map([
        [first, 0],
        [second, 0],
      ]),
    );
  });

  describe('that no earlier winner enters again', () => {
    const exclude = (change: object) => {
      const text = words('往届获奖项目不再参赛。', 'No earlier winner enters again.');
      return { code: 'EARLIER', text, severity: 'refuse', kind: 'earlierAward', ...change };
    };
    let past: { id: string; code: string; organiser: Browser };
    let winner: { browser: Browser; person: TestPerson };
    let won: { id: string; number: string };
    const prize = { code: `HRB ${Date.now()}` };
    const team = (mail: string) => ({ members: [{ name: '吴七', role: '负责人', share: 6000, mail, isCore: true }] });
    const organisation = (code: string) => ({ organisation: { name: 'Prize GmbH', country: 'DE', code } });
    const award = (change: Partial<PublicNotice>) => {
      const notice = {
        ...{ id: newId(), editionId: past.id, stageCode: 'FINAL', kind: 'awards', number: (count += 1), revision: 1 },
        ...{ state: 'concluded', days: 5, dayKind: 'working', startsOn: '2026-01-05', endsOn: '2026-01-12' },
        ...{ closesAt: new Date(), digest: '0'.repeat(64), advancementId: newId(), publishedAt: new Date() },
        ...{ publishedBy: 'somebody', endedAt: new Date(), endedBy: 'somebody', endReason: null, items: [] },
        ...{ editionName: words('上届', 'Last year'), stageName: words('决赛', 'Final'), timeZone: 'Asia/Shanghai' },
        ...change,
      } as PublicNotice;
      return app
        .get(UnitOfWork)
        .run(systemActor('test'), ({ manager }) =>
          manager.insert(PublicNotice, { ...notice, items: notice.items as never }),
        );
    };
    const editionWith = (change: object) =>
      openEdition(app, `RULES-${(count += 1)}`, (file) => (file['rules'] = [exclude(change)]));
    const handIn = async (code: string, owner: Browser, change: object) => {
      const id = await draftProject(owner, code, { ...team('nobody@example.com'), ...company(), ...change });
      return { id, answer: await submitProject(owner, id, 2) };
    };

    beforeAll(async () => {
      past = await openEdition(app, `PAST-${(count += 1)}`, (file) => (file['rules'] = []));
      winner = await signedIn(app, '吴七');
      const id = await draftProject(winner.browser, past.code, {
        ...team('wu@example.com'),
        ...organisation(prize.code),
      });
      await submitProject(winner.browser, id, 2).expect(200);
      const grant = { role: 'checker', scopeType: 'edition', scopeId: past.id } as const;
      const { browser } = await signedIn(app, '审查员', [grant]);
      await browser.post(`${API}/projects/${id}/accept`).send({ submission: 1 }).expect(200);
      won = { id, number: (await winner.browser.get(`${API}/projects/${id}`)).body.number };
      const result = { zh: '二等奖', en: 'Second prize' };
      const item = { projectId: id, number: won.number, title: '获奖项目', organisation: 'Prize GmbH', leader: '吴*' };
      const place = { region: words('北京', 'Beijing'), division: words('电子', 'EIT'), result };
      await award({ items: [{ ...item, ...place }] });
    });

    it('holds by account, register and member, each as the rule names them, and tells which award', async () => {
      const { browser: other } = await signedIn(app, '郑八');
      const all = await editionWith({ sharing: ['account', 'register', 'member'] });
      const own = await handIn(all.code, winner.browser, {});
      expectRefused(own.answer, 422, 'project.rule_not_met', 'rules.EARLIER');
      expect(own.answer.body.fields[0].message).toContain(`二等奖（${won.number}）`);
      const spelt = await handIn(all.code, other, organisation(prize.code.toLowerCase().replace(' ', '')));
      expectRefused(spelt.answer, 422, 'project.rule_not_met', 'rules.EARLIER');
      const joined = await handIn(all.code, other, team('WU@example.com'));
      expectRefused(joined.answer, 422, 'project.rule_not_met', 'rules.EARLIER');
      expect(JSON.stringify(joined.answer.body)).not.toContain(won.number);
      expect((await handIn(all.code, other, {})).answer.status).toBe(200);
      const byAccount = await editionWith({ sharing: ['account'] });
      expect((await handIn(byAccount.code, other, organisation(prize.code))).answer.status).toBe(200);
    });

    it('holds from the lowest award named, and in the editions named', async () => {
      const first = await editionWith({ sharing: ['account'], atLeast: 'FIRST' });
      expect((await handIn(first.code, winner.browser, {})).answer.status).toBe(200);
      const second = await editionWith({ sharing: ['account'], atLeast: 'SECOND', editions: [past.code] });
      expect((await handIn(second.code, winner.browser, {})).answer.status).toBe(422);
      const elsewhere = await editionWith({ sharing: ['account'], editions: ['NOWHERE'] });
      const { id, answer } = await handIn(elsewhere.code, winner.browser, {});
      expect(answer.status).toBe(200);
      const { body } = await conditions(id, winner.browser).expect(200);
      expect(body.items).toMatchObject([{ outcome: 'unknown', compared: { zh: expect.stringContaining('NOWHERE') } }]);
    });

    it('counts what was concluded, not struck off, and published before registration closes', async () => {
      const { browser: open } = await signedIn(app, '王九');
      const id = await draftProject(open, past.code, company());
      await submitProject(open, id, 2).expect(200);
      await app.get(DataSource).manager.update(Project, id, { state: 'accepted' });
      const item = { projectId: id, number: 'N-1', title: '甲', organisation: '甲', leader: '' };
      const place = {
        region: words('北京', 'B'),
        division: words('电子', 'E'),
        result: words('一等奖', 'First prize'),
      };
      const items = [{ ...item, ...place }];
      await award({ items, state: 'open' });
      await award({ items, state: 'revoked' });
      await award({ items, publishedAt: new Date('2099-01-01T00:00:00Z') });
      await award({ items, kind: 'advancement' });
      const edition = await editionWith({ sharing: ['account'] });
      expect((await handIn(edition.code, open, {})).answer.status).toBe(200);
    });
  });

  it('are told to the owner and to checkers, and to nobody else', async () => {
    const { browser: checker, person: staff } = await checkerOf();
    const own = await submitted({
      members: [
        { name: '张三', role: '负责人', share: 6000, mail: person.mail, isCore: true },
        { name: '审查员', role: '顾问', mail: staff.mail, isCore: false },
      ],
    });
    expectRefused(await conditions(own, checker), 403, 'project.recused');
    const id = await draft();
    const { browser: stranger } = await signedIn(app, '李四');
    expectRefused(await conditions(id, stranger), 404, 'common.not_found');
    expectRefused(await conditions(id, checker), 404, 'common.not_found');
    expectRefused(await conditions(own, stranger), 404, 'common.not_found');
    expectRefused(await conditions(own, app.browser()), 401, 'common.unauthenticated');
    const { browser: elsewhere } = await signedIn(app, '审查员', [
      { role: 'checker', scopeType: 'region', scopeId: `${edition.id}/XA` },
    ]);
    expectRefused(await conditions(own, elsewhere), 404, 'common.not_found');
  });

  it('come back with the edition’s file, and faults in them are named by path', async () => {
    const { body: file } = await edition.organiser.get(`${API}/editions/${edition.code}/file`).expect(200);
    expect(file.rules).toEqual(RULES);
    const faulty = { ...file, rules: [{ ...RULES[0], question: 'AGE' }] };
    const refused = await edition.organiser.post(`${API}/editions`).send({ file: faulty, code: 'RULES-BAD' });
    expectRefused(refused, 422, 'edition.code_unknown', 'rules.0.question');
  });
});

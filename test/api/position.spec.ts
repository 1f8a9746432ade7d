import { POSITION_COLUMNS } from '@haishi/fair';
import { readSheet } from '@haishi/platform';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, startApp, type TestApp } from '../support/app.js';
import { declaring } from '../support/archives.js';
import { eachEngine } from '../support/engines.js';
import {
  addPositions,
  applyToFair,
  checkFile,
  dayFromNow,
  fairStaff,
  makeEmployer,
  openFair,
  positionInput,
  sheetOf,
  sheetRow,
  takePart,
} from '../support/fair.js';
import { lastMessage } from '../support/messages.js';
import { expectRefused, signedIn } from '../support/people.js';
import { pdfOf, sendFile } from '../support/uploads.js';

const API = '/api/v1';
type Employer = Awaited<ReturnType<typeof takePart>>;
type Fair = Awaited<ReturnType<typeof openFair>>;

eachEngine('positions', (engine) => {
  let app: TestApp;
  let fair: Fair;
  let employer: Employer;
  let other: Employer;
  beforeAll(async () => {
    app = await startApp(engine);
    fair = await openFair(app, 'positions');
    employer = await takePart(app, fair, '石家庄海石芯片有限公司');
    other = await takePart(app, fair, '滹沱药业有限公司', { zone: 'BIO' });
  });
  afterAll(() => app?.close());

  const own = async (state = '', one = employer) =>
    (
      await one.browser
        .get(`${API}/participations/${one.participation}/positions?limit=200&state=${state}`.replace(/&state=$/, ''))
        .expect(200)
    ).body.items as Record<string, any>[];
  const found = async (query = '', browser: Browser = app.browser()) =>
    (await browser.get(`${API}/fairs/positions/positions?${query}`).expect(200)).body as Record<string, any>;
  const titles = async (query: string) =>
    (await found(query)).items.map((item: { title: string }) => item.title).sort();

  describe('the spreadsheet', () => {
    it('is offered with exactly the office’s columns, drop-downs and the employer filled in', async () => {
      const { body, headers } = await employer.browser
        .get(`${API}/participations/${employer.participation}/position-template`)
        .buffer(true)
        .parse((res, done) => {
          const parts: Buffer[] = [];
          res.on('data', (part: Buffer) => parts.push(part)).on('end', () => done(null, Buffer.concat(parts)));
        })
        .expect(200);
      expect(headers['content-type']).toContain('spreadsheetml');
      const rows = await readSheet(body as Buffer);
      expect(rows[0]).toEqual([
        '单位名称',
        '统一社会信用代码',
        '单位性质',
        '所属产业',
        '所在县区',
        '岗位名称',
        '岗位类别',
        '招聘人数',
        '学历要求',
        '学位要求',
        '专业要求',
        '院校要求',
        '职称要求',
        '工作经验',
        '薪资待遇',
        '福利待遇',
        '工作地点',
        '岗位职责',
        '联系人',
        '联系电话',
        '电子邮箱',
        '有效期',
      ]);
      expect(rows[1]).toEqual(['石家庄海石芯片有限公司', employer.creditCode, '民营企业']);
      const empty = await checkFile(employer.browser, employer.participation, body as Buffer);
      expectRefused(empty, 422, 'fair.import_empty', 'fileId');
    });

    it('names each faulty cell of thirty rows, takes over all or the good ones, and is corrected by uploading again', async () => {
      const rows = Array.from({ length: 30 }, (_, index) => sheetRow(employer, { 岗位名称: `表格岗位${index + 1}` }));
      const broken = rows.map((row, index) => {
        if (index === 5) return sheetRow(employer, { 岗位名称: '' });
        if (index === 11)
          return sheetRow(employer, { 岗位名称: '表格岗位12', 招聘人数: '若干', 薪资待遇: '8000-12000' });
        if (index === 17) return sheetRow(employer, { 岗位名称: '表格岗位18', 统一社会信用代码: other.creditCode });
        if (index === 29) return sheetRow(employer, { 岗位名称: '表格岗位1' });
        return row;
      });
      const { body: check } = await checkFile(employer.browser, employer.participation, await sheetOf(broken));
      expect(check).toMatchObject({
        state: 'checked',
        total: 30,
        good: 26,
        faulty: 4,
        flagged: [],
        unknownColumns: [],
        result: null,
      });
      expect(check.faults.map(({ cell, message }: { cell: string; message: string }) => `${cell} ${message}`)).toEqual([
        'F7 “岗位名称”必填。',
        'H13 招聘人数请写确数，不用“若干”。',
        'O13 薪资“8000-12000”没有写明单位，请注明“万/年”或“元/月”。',
        `B19 统一社会信用代码应为本单位的 ${employer.creditCode}。`,
        'F31 与第 2 行的岗位名称和工作地点相同。',
      ]);
      const inEnglish = await employer.browser
        .get(`${API}/position-imports/${check.id}`)
        .set('Accept-Language', 'en')
        .expect(200);
      expect(inEnglish.body.faults[0].message).toBe('“岗位名称” is required.');
      expect(await own()).toEqual([]);

      const commit = (id: string, mode: string, browser = employer.browser) =>
        browser.post(`${API}/position-imports/${id}/commit`).send({ mode });
      expectRefused(await commit(check.id, 'all'), 409, 'fair.import_has_faults');
      expectRefused(await commit(check.id, 'some'), 422, 'common.not_a_choice', 'mode');
      expectRefused(await commit(check.id, 'skip_faulty', other.browser), 404, 'common.not_found');
      const { body: tasks } = await employer.browser.get(`${API}/tasks`).expect(200);
      expect(tasks.items).toContainEqual(expect.objectContaining({ kind: 'position.import', count: 4 }));
      expect(await own()).toEqual([]);

      const [first, second] = await Promise.all([commit(check.id, 'skip_faulty'), commit(check.id, 'skip_faulty')]);
      const result = { created: 26, changed: 0, unchanged: 0, skipped: 4 };
      expect([first!.body.result, second!.body.result]).toEqual([result, result]);
      expect((await own()).length).toBe(26);

      const corrected = rows.map((row, index) =>
        index === 0 ? sheetRow(employer, { 岗位名称: '表格岗位1', 招聘人数: '5人' }) : row,
      );
      const { body: again } = await checkFile(employer.browser, employer.participation, await sheetOf(corrected));
      expect(again).toMatchObject({ total: 30, faulty: 0, faults: [] });
      const { body: done } = await commit(again.id, 'all').expect(200);
      expect(done.result).toEqual({ created: 4, changed: 1, unchanged: 25, skipped: 0 });
      const positions = await own();
      expect(positions.length).toBe(30);
      expect(positions[0]).toMatchObject({
        number: expect.any(Number),
        title: '表格岗位1',
        headcount: 5,
        payMin: 180_000,
        payMax: 300_000,
      });
      expect((await commit(again.id, 'all').expect(200)).body.result).toEqual(done.result);
    });

    it('takes CSV in the encodings offices use, and a newer file supersedes', async () => {
      const header = POSITION_COLUMNS.map((column) => column.header).join(',');
      const line = (title: string) => sheetRow(other, { 岗位名称: title, 所属产业: '生物医药' }).join(',');
      const utf8 = Buffer.from(`\ufeff${header}\r\n${line('药物合成研究员')}\r\n`);
      const { body: older } = await checkFile(other.browser, other.participation, utf8, '岗位.csv');
      expect(older).toMatchObject({ total: 1, faulty: 0 });
      const { body: newer } = await checkFile(
        other.browser,
        other.participation,
        await sheetOf([sheetRow(other, { 岗位名称: '制剂工程师' })]),
      );
      expectRefused(
        await other.browser.post(`${API}/position-imports/${older.id}/commit`).send({ mode: 'all' }),
        409,
        'fair.import_superseded',
      );
      await other.browser.post(`${API}/position-imports/${newer.id}/commit`).send({ mode: 'all' }).expect(200);
      expect((await own('', other)).map(({ title }) => title)).toEqual(['制剂工程师']);
    });

    it('shows wording that would stop an approval without refusing the row', async () => {
      const row = sheetRow(other, { 岗位名称: '前台', 岗位职责: '限女性，25-35岁' });
      const { body } = await checkFile(other.browser, other.participation, await sheetOf([row]));
      expect(body).toMatchObject({
        good: 1,
        flagged: [
          {
            row: 2,
            title: '前台',
            flags: [
              { field: 'duties', word: '限女性', ground: 'sex' },
              { field: 'duties', word: '25-35岁', ground: 'age' },
            ],
          },
        ],
      });
    });

    it('is refused as a whole where it is wrong as a whole', async () => {
      const check = (content: Buffer, name?: string) =>
        checkFile(employer.browser, employer.participation, content, name);
      const headers = POSITION_COLUMNS.map((column) => column.header);
      const without = headers.filter((header) => header !== '薪资待遇');
      const missing = await check(await sheetOf([sheetRow(employer).slice(0, without.length)], without));
      expectRefused(missing, 422, 'files.columns_missing', 'fileId');
      expect(missing.body.detail).toContain('薪资待遇');
      expectRefused(
        await check(await sheetOf([sheetRow(employer)], [...headers.slice(0, 21), '岗位名称'])),
        422,
        'files.column_twice',
        'fileId',
      );
      const many = Array.from({ length: 10_001 }, (_, index) => sheetRow(employer, { 岗位名称: `岗位${index}` }));
      const tooMany = await check(await sheetOf(many));
      expectRefused(tooMany, 413, 'fair.import_too_many', 'fileId');
      expect(tooMany.body.detail).toContain('10001');
      const send = (content: Buffer) => sendFile(employer.browser, 'position.import', 'positions.xlsx', content);
      expectRefused(await send(pdfOf()), 415, 'files.type_mismatch');
      const sheet = await sheetOf([sheetRow(employer)]);
      const swollen = declaring(sheet, 'xl/worksheets/sheet1.xml', 200 * 1024 * 1024);
      expectRefused(await send(swollen), 422, 'files.archive_unsafe');
      const lying = declaring(sheet, 'xl/worksheets/sheet1.xml', 100);
      expectRefused(await check(lying), 422, 'files.archive_unsafe', 'fileId');
      expectRefused(await send(Buffer.alloc(11 * 1024 * 1024)), 413, 'files.too_large');
      const fileId = '01890000-0000-7000-8000-000000000000';
      const unknown = await employer.browser
        .post(`${API}/participations/${employer.participation}/position-imports`)
        .send({ fileId });
      expectRefused(unknown, 404, 'common.not_found');
    });

    it('is the employer’s own affair', async () => {
      const content = await sheetOf([sheetRow(employer)]);
      expectRefused(await checkFile(other.browser, employer.participation, content), 404, 'common.not_found');
      expectRefused(
        await other.browser.get(`${API}/participations/${employer.participation}/position-template`),
        404,
        'common.not_found',
      );
      expectRefused(
        await app.browser().get(`${API}/participations/${employer.participation}/position-template`),
        401,
        'common.unauthenticated',
      );
      expectRefused(
        await other.browser.get(`${API}/participations/${employer.participation}/positions`),
        404,
        'common.not_found',
      );
    });
  });

  describe('one position', () => {
    const create = (input: object, one = other) =>
      one.browser.post(`${API}/participations/${one.participation}/positions`).send(input);

    it('is entered, changed against its version, and removed', async () => {
      const { body } = await create(
        positionInput({ title: '临床研究员', zone: 'BIO', contactPhone: '０３１１ ８８８８ ６６６６' }),
      ).expect(201);
      expect(body).toMatchObject({
        title: '临床研究员',
        state: 'draft',
        contactPhone: '0311-88886666',
        flags: [],
        version: 1,
        actions: ['edit', 'submit', 'remove'],
      });
      const put = (version: number, input: object, browser = other.browser) =>
        browser.put(`${API}/positions/${body.id}`).set('If-Match', `"${version}"`).send(input);
      const change = positionInput({ title: '临床研究员', zone: 'BIO', headcount: 7 });
      expect((await put(1, change).expect(200)).body).toMatchObject({ headcount: 7, version: 2 });
      expectRefused(await put(1, change), 412, 'common.stale');
      expectRefused(await put(2, change, employer.browser), 404, 'common.not_found');
      expectRefused(await employer.browser.delete(`${API}/positions/${body.id}`), 404, 'common.not_found');
      await other.browser.delete(`${API}/positions/${body.id}`).expect(204);
      expectRefused(await other.browser.get(`${API}/positions/${body.id}/full`), 404, 'common.not_found');
      await create(positionInput({ title: '临床研究员', zone: 'BIO' })).expect(201);
    });

    it('is refused by field', async () => {
      for (const [change, code, field] of [
        [{ title: '' }, 'common.required', 'title'],
        [{ title: '长'.repeat(101) }, 'common.text_too_long', 'title'],
        [{ category: 'magic' }, 'common.not_a_choice', 'category'],
        [{ headcount: 0 }, 'common.number_out_of_range', 'headcount'],
        [{ headcount: 1.5 }, 'common.not_an_integer', 'headcount'],
        [{ payMin: 300_000, payMax: 200_000 }, 'common.number_out_of_range', 'payMax'],
        [{ payMin: null, payMax: 200_000 }, 'common.required', 'payMin'],
        [{ payMin: 12 }, 'common.number_out_of_range', 'payMin'],
        [{ zone: 'XXX' }, 'fair.unknown_zone', 'zone'],
        [{ countyCode: '110105' }, 'common.not_a_choice', 'countyCode'],
        [{ validUntil: '2020-01-01' }, 'fair.row_date_passed', 'validUntil'],
        [{ validUntil: '明年' }, 'fair.row_bad_date', 'validUntil'],
        [{ contactPhone: '110' }, 'fair.row_bad_phone', 'contactPhone'],
        [{ contactMail: 'hr' }, 'common.bad_format', 'contactMail'],
        [{ state: 'approved' }, 'common.unknown_field', 'state'],
      ] as const)
        expectRefused(await create(positionInput({ title: '会被拒绝', ...change })), 422, code, field);
    });

    it('is not entered twice', async () => {
      const answers = await Promise.all([1, 2, 3].map(() => create(positionInput({ title: '只有一个', zone: 'BIO' }))));
      expect(answers.filter(({ status }) => status === 201).length).toBe(1);
      expectRefused(
        await create(positionInput({ title: '只 有 一 个', zone: 'BIO' })),
        409,
        'fair.position_duplicate',
        'title',
      );
    });
  });

  describe('review', () => {
    let reviewer: Browser;
    beforeAll(async () => {
      reviewer = (await signedIn(app, '审核员', [fairStaff('position_reviewer', fair.id)])).browser;
    });
    const approve = (ids: string[], browser = reviewer) =>
      browser.post(`${API}/fairs/positions/review/positions/approve`).send({ ids });
    const giveBack = (ids: string[], reason: string, browser = reviewer) =>
      browser.post(`${API}/fairs/positions/review/positions/return`).send({ ids, reason });
    const submit = (ids?: string[], one = employer) =>
      one.browser.post(`${API}/participations/${one.participation}/positions/submit`).send(ids ? { ids } : {});

    it('runs from submission over return to approval, in bulk, and tells the employer', async () => {
      const drafts = await own('draft');
      expect((await submit().expect(200)).body).toEqual({ submitted: drafts.length });
      expectRefused(await submit(), 409, 'fair.nothing_to_submit');
      const { body: queue } = await reviewer.get(`${API}/fairs/positions/review/positions?limit=200`).expect(200);
      expect(queue.total).toBe(drafts.length);
      const ids = queue.items.map((item: { id: string }) => item.id) as string[];
      const [first, ...rest] = ids as [string, ...string[]];

      expectRefused(await giveBack([first], ''), 422, 'common.required', 'reason');
      expect((await giveBack([first], '职责写得太笼统').expect(200)).body).toMatchObject({ done: 1 });
      expect(await lastMessage(app, employer.person.mail)).toContain('职责写得太笼统');
      expect((await own('returned')).map(({ stateReason }) => stateReason)).toEqual(['职责写得太笼统']);

      const { body: outcome } = await approve([...rest, first, '01890000-0000-7000-8000-000000000000']).expect(200);
      expect(outcome.done).toBe(rest.length);
      expect(outcome.items.slice(-2)).toEqual([
        { id: first, done: false, code: 'common.state_not_allowed', message: '当前状态（returned）下不能进行此操作。' },
        expect.objectContaining({ done: false, code: 'common.not_found' }),
      ]);
      expect((await found('q=表格岗位')).total).toBe(rest.length);
      const [answer, again] = await Promise.all([approve([rest[0]!]), approve([rest[0]!])]);
      expect([answer!.body.done, again!.body.done]).toEqual([0, 0]);
    });

    it('is open to reviewers of the fair alone, and not for their own organisation', async () => {
      const id = (await own('returned'))[0]!['id'] as string;
      expectRefused(await approve([id], employer.browser), 403, 'common.forbidden');
      expectRefused(await approve([id], app.browser()), 401, 'common.unauthenticated');
      const elsewhere = (await signedIn(app, '别处审核员', [fairStaff('position_reviewer', 'other')])).browser;
      expectRefused(await approve([id], elsewhere), 403, 'common.forbidden');
      expectRefused(await elsewhere.get(`${API}/fairs/positions/review/positions`), 403, 'common.forbidden');
    });

    it('stops at discriminatory wording until it is changed or found harmless', async () => {
      const [mine, theirs] = await addPositions(
        fair,
        employer,
        [
          positionInput({ title: '行政专员', duties: '限男性，35岁以下，负责接待' }),
          positionInput({ title: '社会调查研究员', duties: '研究未婚青年的住房需求' }),
        ],
        false,
      );
      await submit([mine!, theirs!]).expect(200);
      const { body: queue } = await reviewer.get(`${API}/fairs/positions/review/positions?flags=flagged`).expect(200);
      expect(queue.items.map((item: { title: string }) => item.title).sort()).toEqual(['社会调查研究员', '行政专员']);
      const { body: refused } = await approve([mine!, theirs!]).expect(200);
      expect(refused).toMatchObject({
        done: 0,
        items: [
          {
            id: mine,
            code: 'fair.position_flagged',
            message: '含有可能构成歧视的用语，解决前不能通过：“限男性”、“35岁以下”。',
          },
          { id: theirs, code: 'fair.position_flagged' },
        ],
      });

      const dismiss = (id: string, body: object, browser = reviewer) =>
        browser.post(`${API}/positions/${id}/flags/dismiss`).send(body);
      const flag = { field: 'duties', word: '未婚', reason: '研究对象，并非要求' };
      expectRefused(await dismiss(theirs!, { ...flag, reason: '' }), 422, 'common.required', 'reason');
      expectRefused(await dismiss(theirs!, { ...flag, word: '已婚' }), 404, 'fair.no_such_flag');
      expectRefused(await dismiss(theirs!, flag, employer.browser), 403, 'common.forbidden');
      await dismiss(theirs!, flag).expect(204);
      expect((await approve([theirs!]).expect(200)).body.done).toBe(1);

      await giveBack([mine!], '请删除对性别与年龄的限制').expect(200);
      const { body: seen } = await employer.browser.get(`${API}/positions/${mine}/full`).expect(200);
      const input = positionInput({ title: '行政专员', duties: '负责接待' });
      await employer.browser
        .put(`${API}/positions/${mine}`)
        .set('If-Match', `"${seen.version}"`)
        .send(input)
        .expect(200);
      await submit([mine!]).expect(200);
      expect((await approve([mine!]).expect(200)).body.done).toBe(1);
      expect(await titles('q=行政专员')).toEqual(['行政专员']);
    });

    it('starts anew when an approved position is changed, taken back, or its employer withdraws', async () => {
      const leaving = await takePart(app, fair, '将退出公司');
      const [changed, back, kept] = await addPositions(
        fair,
        leaving,
        ['变更岗位甲', '变更岗位乙', '变更岗位丙'].map((title) => positionInput({ title })),
      );
      expect((await found('q=变更岗位')).total).toBe(3);
      const { body } = await leaving.browser.get(`${API}/positions/${changed}/full`).expect(200);
      await leaving.browser
        .put(`${API}/positions/${changed}`)
        .set('If-Match', `"${body.version}"`)
        .send(positionInput({ title: '变更岗位甲', headcount: 9 }))
        .expect(200);
      await leaving.browser.post(`${API}/positions/${back}/take-back`).expect(204);
      expect(await titles('q=变更岗位')).toEqual(['变更岗位丙']);
      expectRefused(await app.browser().get(`${API}/positions/${changed}`), 404, 'common.not_found');
      await leaving.browser.post(`${API}/participations/${leaving.participation}/withdraw`).expect(204);
      expect((await found('q=变更岗位')).total).toBe(0);
      expectRefused(await app.browser().get(`${API}/positions/${kept}`), 404, 'common.not_found');
      const add = leaving.browser.post(`${API}/participations/${leaving.participation}/positions`);
      expectRefused(await add.send(positionInput()), 409, 'fair.participation_ended');
    });

    it('waits for the participation', async () => {
      const early = await makeEmployer(app, '尚未通过公司');
      const participation = await applyToFair(early, fair.id);
      await early.browser.post(`${API}/participations/${participation}/positions`).send(positionInput()).expect(201);
      const answer = await early.browser.post(`${API}/participations/${participation}/positions/submit`).send({});
      expectRefused(answer, 409, 'fair.participation_not_approved');
    });
  });

  describe('the public search', () => {
    let searched: Fair;
    let medicine: Employer;
    const search = async (query = '') =>
      (await app.browser().get(`${API}/fairs/search/positions?${query}`).expect(200)).body as Record<string, any>;
    const list = async (query: string) => (await search(query)).items.map((item: { title: string }) => item.title);
    const counts = (facet: { value: string; count: number }[]) =>
      Object.fromEntries(facet.map(({ value, count }) => [value, count]));

    beforeAll(async () => {
      searched = await openFair(app, 'search');
      const chips = await takePart(app, searched, '太行半导体有限公司', { publishContact: true });
      medicine = await takePart(app, searched, '滹沱生物医药有限公司', { zone: 'BIO' });
      await addPositions(searched, chips, [
        positionInput({ title: '芯片设计工程师', payMin: 250_000, payMax: 400_000 }),
        positionInput({
          title: '芯片验证工程师',
          degree: 'bachelor',
          university: 'any',
          payMin: 180_000,
          countyCode: '130123',
        }),
        positionInput({
          title: 'Embedded Software Engineer',
          majors: 'Computer science',
          duties: 'Rust 与 RTOS 开发',
          payMin: null,
          payMax: null,
        }),
      ]);
      await addPositions(searched, medicine, [
        positionInput({
          title: '药物化学研究员',
          category: 'research',
          degree: 'doctor',
          zone: 'BIO',
          payMin: 350_000,
          payMax: 500_000,
          majors: '药物化学',
          duties: '负责先导化合物设计',
        }),
        positionInput({
          title: '质量工程师',
          zone: 'BIO',
          university: 'any',
          payMin: 120_000,
          payMax: 150_000,
          majors: '药学',
          duties: '负责 GMP 体系',
        }),
      ]);
    });

    it('lists the newest first, or the best pay first', async () => {
      expect(await list('')).toEqual([
        '质量工程师',
        '药物化学研究员',
        'Embedded Software Engineer',
        '芯片验证工程师',
        '芯片设计工程师',
      ]);
      expect(await list('sort=pay')).toEqual([
        '药物化学研究员',
        '芯片设计工程师',
        '芯片验证工程师',
        '质量工程师',
        'Embedded Software Engineer',
      ]);
    });

    it.each([
      ['芯片', ['芯片验证工程师', '芯片设计工程师']],
      ['芯片 设计', ['芯片设计工程师']],
      ['工程师', ['质量工程师', '芯片验证工程师', '芯片设计工程师']],
      ['药', ['质量工程师', '药物化学研究员']],
      ['太行半导体', ['Embedded Software Engineer', '芯片验证工程师', '芯片设计工程师']],
      ['ＥＭＢＥＤＤＥＤ', ['Embedded Software Engineer']],
      ['rust', ['Embedded Software Engineer']],
      ['gmp', ['质量工程师']],
      ['biomedicine', ['质量工程师', '药物化学研究员']],
      ['正定', ['芯片验证工程师']],
      ['，。', ['质量工程师', '药物化学研究员', 'Embedded Software Engineer', '芯片验证工程师', '芯片设计工程师']],
      ['量子', []],
      ["芯片' OR 1=1 --", []],
    ])('finds by the words “%s”', async (words, expected) => {
      expect(await list(`q=${encodeURIComponent(words)}`)).toEqual(expected);
    });

    it('narrows by facets, and counts each without its own narrowing', async () => {
      const { total, facets } = await search();
      expect(total).toBe(5);
      expect(
        Object.fromEntries(Object.entries(facets).map(([name, values]) => [name, counts(values as never)])),
      ).toEqual({
        zone: { EIT: 3, BIO: 2 },
        degree: { bachelor: 1, master: 3, doctor: 1 },
        county: { '130171': 4, '130123': 1 },
        category: { engineering: 4, research: 1 },
        pay: { negotiable: 1, from_100k: 1, from_150k: 1, from_200k: 1, from_300k: 1 },
        university: { any: 2, double_first_class: 3 },
      });
      expect(facets.zone[0]).toEqual({
        value: 'EIT',
        zh: '新一代电子信息',
        en: 'Next-generation electronic information',
        count: 3,
      });
      expect(facets.county[1]).toMatchObject({ zh: '石家庄高新技术产业开发区' });

      const narrowed = await search('zone=EIT&university=any,double_first_class&degree=master');
      expect(narrowed.items.map((item: { title: string }) => item.title)).toEqual([
        'Embedded Software Engineer',
        '芯片设计工程师',
      ]);
      expect(counts(narrowed.facets.zone)).toEqual({ EIT: 2, BIO: 1 });
      expect(counts(narrowed.facets.degree)).toEqual({ bachelor: 1, master: 2 });
      expect(await list('pay=from_300k,negotiable')).toEqual(['药物化学研究员', 'Embedded Software Engineer']);
      expect(await list('q=工程师&zone=BIO')).toEqual(['质量工程师']);
      expect(await list('county=999')).toEqual([]);
    });

    it('pages by cursor in either order', async () => {
      for (const sort of ['newest', 'pay']) {
        const all = await list(`sort=${sort}`);
        const pages: string[] = [];
        let next: string | undefined;
        do {
          const page = await search(`sort=${sort}&limit=2${next ? `&cursor=${next}` : ''}`);
          expect(page['total']).toBe(5);
          pages.push(...page['items'].map((item: { title: string }) => item.title));
          next = page['next'];
        } while (next);
        expect(pages).toEqual(all);
      }
      const get = (query: string) => app.browser().get(`${API}/fairs/search/positions?${query}`);
      expectRefused(await get('cursor=nonsense'), 422, 'common.bad_cursor', 'cursor');
      expectRefused(await get('sort=random'), 422, 'common.not_a_choice', 'sort');
      expectRefused(await get('limit=1000'), 422, 'common.number_out_of_range', 'limit');
      expectRefused(await get('colour=red'), 422, 'common.unknown_field', 'colour');
      expectRefused(await app.browser().get(`${API}/fairs/nowhere/positions`), 404, 'common.not_found');
    });

    it('shows a position as schema.org JobPosting, and a contact only where the employer publishes it', async () => {
      const { items } = await search('q=芯片设计');
      const { body } = await app.browser().get(`${API}/positions/${items[0].id}`).expect(200);
      expect(body).toMatchObject({
        title: '芯片设计工程师',
        employer: '太行半导体有限公司',
        payMin: 250_000,
        payMax: 400_000,
        contact: { name: '李工', phone: '0311-88886666', mail: 'hr@example.com' },
        jobPosting: {
          '@context': 'https://schema.org',
          '@type': 'JobPosting',
          title: '芯片设计工程师',
          totalJobOpenings: 2,
          validThrough: `${dayFromNow(60)}T23:59:59+08:00`,
          hiringOrganization: { '@type': 'Organization', name: '太行半导体有限公司' },
          baseSalary: { currency: 'CNY', value: { minValue: 250_000, maxValue: 400_000, unitText: 'YEAR' } },
        },
      });
      expect(JSON.stringify(body.jobPosting)).not.toContain('88886666');
      const quiet = await app
        .browser()
        .get(`${API}/positions/${(await search('q=药物化学'))['items'][0].id}`)
        .expect(200);
      expect(quiet.body.contact).toBeNull();
      expect(JSON.stringify(quiet.body)).not.toContain('88886666');
      const { body: seen } = await app.browser().get(`${API}/fairs/search`).expect(200);
      expect(seen).toMatchObject({ employers: 2, positions: 5, headcount: 10 });
    });
  });
});

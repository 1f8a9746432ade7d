import { writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acceptedProject } from '../api/roadshow-session.js';
import { type Browser as Session, startApp, type TestApp } from '../support/app.js';
import { draftProject, organiserOf, submitProject, suppliedEdition } from '../support/contest.js';
import { contextOf, expectFits, launchBrowser, openPage, picture } from '../support/pages.js';
import { makePerson, signIn } from '../support/people.js';

const LONG = '新一代电子信息与人工智能、集成电路、卫星导航及空天信息融合应用（含未来网络与量子信息）';
const LONG_EN = 'Next-generation electronic information, intelligence, circuits, navigation and quantum computing';

/** The settings of a running edition: in forms, by a file, refused, and as versions. */
describe('the settings of an edition', () => {
  let app: TestApp;
  let browser: Browser;
  let organiser: Session;
  let page: Page;
  let folder: string;

  beforeAll(async () => {
    app = await startApp('sqlite');
    browser = await launchBrowser();
    folder = mkdtempSync(join(tmpdir(), 'settings-'));
    const person = await makePerson(app, '周组织', [organiserOf()]);
    organiser = await signIn(app, person);
    const { body } = await organiser.post('/api/v1/editions').send({ file: suppliedEdition() }).expect(201);
    await organiser.post(`/api/v1/editions/${body.id}/open`).set('If-Match', '"1"').send({}).expect(204);
    await acceptedProject(app, body.id, { title: '授时芯片', division: 'EIT', field: 'IC' });
    page = await openPage(app, await contextOf(app, browser, person), '/staff/editions/HSB-2026');
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const division = (name: string) => page.getByRole('group', { name, exact: false }).first();
  const previewed = () => page.getByRole('button', { name: '预览改动' }).click();

  it('are changed in a form, which tells a fault beside its field', async () => {
    await page.getByRole('link', { name: '设置', exact: true }).click();
    await page.getByRole('link', { name: '领域与方向' }).click();
    const first = division('新一代电子信息');
    await first.getByLabel('名称（中文）').first().fill(LONG);
    const renamed = division(LONG);
    await renamed.getByText('方向（5 个）').click();
    await renamed.getByRole('button', { name: '新增方向' }).click();
    await expectFits(page);
    await picture(page, 'settings-divisions');
    await previewed();
    await page.locator('[aria-invalid="true"]').first().waitFor();
    expect(await page.locator('[aria-invalid="true"]').count()).toBe(3);
    await renamed.getByLabel('代码').fill('QUANTUM');
    await renamed.getByLabel('名称（中文）').last().fill('量子信息');
    await renamed.getByLabel('名称（英文）').last().fill('Quantum information');
    await page.waitForFunction(() => Object.values(localStorage).some((one) => one.includes('Quantum information')));
    await page.reload();
    await page.getByText('有尚未保存的改动').waitFor();
    expect(await division(LONG).getByLabel('名称（中文）').first().inputValue()).toBe(LONG);
  });

  it('show what a change does, and become a version with its reason', async () => {
    await previewed();
    await page.getByRole('heading', { name: '共 2 处改动' }).waitFor();
    await page.getByText('1 个项目改显新名称').waitFor();
    await page.getByText('量子信息（QUANTUM）').waitFor();
    await expectFits(page);
    await picture(page, 'settings-preview');
    expect(await page.getByRole('button', { name: '保存为新版本' }).isDisabled()).toBe(true);
    await page.getByLabel('改动原因').fill('按第三次组委会会议纪要调整领域表述');
    await page.getByRole('button', { name: '保存为新版本' }).click();
    await page.getByText('已保存为第 2 版').waitFor();
    expect(await page.getByText('有尚未保存的改动').count()).toBe(0);
  });

  it('keep what a project was handed in with', async () => {
    await page
      .getByRole('button', { name: `删除 ${LONG}` })
      .first()
      .click();
    await previewed();
    await page.getByText('已有 1 个已提交的项目使用，不能删除').waitFor();
    expect(await page.getByRole('button', { name: '保存为新版本' }).count()).toBe(0);
    await picture(page, 'settings-refused');
    await page.getByRole('button', { name: '返回修改' }).click();
    await page.getByRole('button', { name: '放弃改动' }).click();
    await division(LONG).waitFor();
  });

  it('are walked part by part', async () => {
    for (const part of [
      '赛区',
      '组别',
      '材料',
      '补充问题',
      '参赛条件',
      '评分表',
      '阶段',
      '奖项',
      '承诺书',
      '审查原因',
      '评委与须知',
      '文件',
    ]) {
      await page.getByRole('link', { name: part, exact: true }).click();
      await page.locator('a[aria-current="page"]', { hasText: part }).first().waitFor();
      await expectFits(page);
      await picture(page, `settings-${part}`);
    }
    expect(await page.getByText('有尚未保存的改动').count()).toBe(0);
    await page.getByRole('link', { name: '阶段', exact: true }).click();
    const heat = division('赛区赛');
    await heat.getByLabel('路演（分钟）').fill('七');
    await previewed();
    await heat.locator('[aria-invalid="true"]').waitFor();
    await heat.getByLabel('路演（分钟）').fill('7');
    await previewed();
    await page.getByRole('heading', { name: '共 1 处改动' }).waitFor();
    await page.getByRole('button', { name: '返回修改' }).click();
    await page.getByRole('button', { name: '放弃改动' }).click();
  });

  it('put what separates equal results in order, by keys, and tell what takes it over', async () => {
    await organiser
      .post('/api/v1/editions/HSB-2026/sessions')
      .send({ stageCode: 'FINAL', name: '决赛第一场', room: '大剧院' })
      .expect(201);
    const final = division('决赛');
    await final.getByRole('button', { name: '加入 团队能力' }).click();
    await final.getByRole('button', { name: '上移“团队能力”' }).press('Enter');
    await page.keyboard.press('Space');
    expect(await final.getByText('此前阶段的成绩只在确定晋级时比较').count()).toBe(0);
    await final.getByRole('button', { name: '加入 网评成绩' }).click();
    await final.getByText('此前阶段的成绩只在确定晋级时比较').waitFor();
    expect(await division('赛区赛').getByRole('button', { name: '加入 赛区赛成绩' }).count()).toBe(0);
    await expectFits(page);
    await picture(page, 'settings-ties');
    await previewed();
    await page.getByText('团队能力、技术创新、去分前均值、网评成绩').waitFor();
    await page.getByText('1 个筹备中的场次改用新的规则：决赛第一场').waitFor();
    await picture(page, 'settings-ties-preview');
    await page.getByRole('button', { name: '返回修改' }).click();
    await page.getByRole('button', { name: '放弃改动' }).click();
  });

  it('are brought as a file, faulty first', async () => {
    const { body: file } = await organiser.get('/api/v1/editions/HSB-2026/file').expect(200);
    file.regions[0].name.zh = '';
    writeFileSync(join(folder, 'faulty.json'), JSON.stringify(file));
    file.regions[0].name.zh = '欧洲与美洲赛区';
    file.awards = file.awards.slice(0, 2);
    writeFileSync(join(folder, 'sound.json'), JSON.stringify(file));
    await page.getByRole('link', { name: '文件', exact: true }).click();
    await page.getByLabel('上传修改后的文件').setInputFiles(join(folder, 'faulty.json'));
    await page.getByText('regions.0.name.zh').waitFor();
    await expectFits(page);
    await picture(page, 'settings-file-faulty');
    await page.getByLabel('上传修改后的文件').setInputFiles(join(folder, 'sound.json'));
    await page.getByRole('heading', { name: '共 2 处改动' }).waitFor();
    await page.getByLabel('改动原因').fill('奖项合并');
    await page.getByRole('button', { name: '保存为新版本' }).click();
    await page.getByText('已保存为第 3 版').waitFor();
  });

  it('are compared as versions, in English too', async () => {
    await page.getByRole('link', { name: '历次版本' }).click();
    await page.getByRole('cell', { name: '奖项合并' }).waitFor();
    await page.getByText('欧洲与美洲赛区').first().waitFor();
    await page.getByLabel('从', { exact: true }).selectOption('1');
    await page.getByText('量子信息（QUANTUM）').waitFor();
    expect(page.url()).toMatch(/from=1&to=3/);
    await expectFits(page);
    await picture(page, 'settings-versions');
    const english = await openPage(
      app,
      await contextOf(app, browser, await makePerson(app, 'Ann Organiser', [organiserOf()]), { locale: 'en-GB' }),
      '/staff/editions/HSB-2026/settings/divisions',
    );
    await english.getByLabel('Name (English)').first().fill(LONG_EN);
    await english.getByRole('button', { name: 'Preview the change' }).click();
    await english.getByText(LONG_EN, { exact: false }).first().waitFor();
    await expectFits(english);
    await picture(english, 'settings-english');
    await english.goto(`${app.url}/staff/editions/HSB-2026/versions`);
    await english.getByRole('heading', { name: 'Compare two versions' }).waitFor();
    await expectFits(english);
    await picture(english, 'settings-versions-english');
    for (const part of ['questions', 'rules', 'stages', 'reasons', 'judges']) {
      await english.goto(`${app.url}/staff/editions/HSB-2026/settings/${part}`);
      await english
        .getByRole('button', { name: /^Add: (Question|Condition|Stage|Reason|Kind)/ })
        .first()
        .waitFor();
      await expectFits(english);
      await picture(english, `settings-${part}-english`);
    }
  });

  it('ask a new question, faulty first', async () => {
    await page.goto(`${app.url}/staff/editions/HSB-2026/settings/questions`);
    await page.getByRole('button', { name: '新增问题' }).click();
    const asked = page.getByRole('group', { name: /^(问题 11|从何处得知大赛)/ });
    // On its way to its whole length the code passes by that of another question.
    await asked.getByLabel('代码').pressSequentially('DEGREE2');
    await asked.getByLabel('名称（中文）').fill('从何处得知大赛');
    await asked.getByLabel('名称（英文）').fill('Where did you hear of the contest');
    const kind = asked.getByLabel('作答方式');
    await kind.selectOption({ label: '数字' });
    await asked.getByLabel('最小值').fill('0.5');
    await kind.selectOption({ label: '单选' });
    const options = [
      ['MEDIA', '媒体报道', 'The press'],
      ['SCHOOL', '学校通知', 'My university'],
    ] as const;
    for (const [index, [code, zh, en]] of options.entries()) {
      const option = asked.getByRole('group', { name: new RegExp(`^(选项 ${index + 1}|${zh})`) });
      if (index === 0) await option.getByLabel('代码').fill(code);
      await option.getByLabel('名称（中文）').fill(zh);
      await option.getByLabel('名称（英文）').fill(en);
    }
    await previewed();
    const faulty = asked.locator('[aria-invalid="true"]');
    await faulty.waitFor();
    expect(await page.locator('[aria-invalid="true"]').count()).toBe(1);
    await expectFits(page);
    await picture(page, 'settings-question-faulty');
    await faulty.fill('SCHOOL');
    const up = asked.getByRole('button', { name: '上移 学校通知' });
    await up.focus();
    await page.keyboard.press('Enter');
    await asked.getByRole('button', { name: '上移 媒体报道' }).waitFor();
    await previewed();
    await page.getByRole('heading', { name: '共 1 处改动' }).waitFor();
    await page.getByRole('button', { name: '返回修改' }).click();
  });

  it('state a new condition, faulty first, which an entrant finds beside the question', async () => {
    await page.getByRole('link', { name: '参赛条件', exact: true }).click();
    await page.getByRole('button', { name: '新增条件' }).click();
    const rule = page.getByRole('group', { name: /^(条件 6|负责人不超过)/ });
    await rule.getByLabel('代码', { exact: true }).fill('YOUNG');
    await rule.getByLabel('公布的文字（中文）').fill('负责人不超过 45 周岁。');
    await rule.getByLabel('公布的文字（英文）').fill('The leader is at most 45.');
    await rule.getByLabel('核对什么').selectOption({ label: '负责人年龄' });
    await rule.getByLabel('依据的问题').selectOption({ label: '负责人出生日期' });
    await rule.getByLabel('不符合时').selectOption({ label: '不能提交' });
    await previewed();
    await rule.getByText('上限和下限至少填一项').waitFor();
    expect(await rule.getByLabel('年龄不小于').getAttribute('aria-invalid')).toBe('true');
    expect(await page.locator('.elsewhere').count()).toBe(0);
    await expectFits(page);
    await picture(page, 'settings-rule-faulty');
    await rule.getByLabel('年龄不超过').fill('45');
    await previewed();
    await page.getByRole('heading', { name: '共 2 处改动' }).waitFor();
    await page.getByText('负责人不超过 45 周岁。（YOUNG）').waitFor();
    await expectFits(page);
    await picture(page, 'settings-asked-preview');
    await page.getByLabel('改动原因').fill('本届起了解参赛者从何处得知大赛，并限定年龄');
    await page.getByRole('button', { name: '保存为新版本' }).click();
    await page.getByText('已保存为第 4 版').waitFor();

    const entrant = await makePerson(app, '张三');
    const id = await draftProject(await signIn(app, entrant), 'HSB-2026');
    const form = await openPage(app, await contextOf(app, browser, entrant), `/projects/${id}/edit`);
    await form.getByLabel('从何处得知大赛').selectOption({ label: '学校通知' });
    await form.getByRole('region', { name: '参赛条件核对' }).getByText('负责人不超过 45 周岁。').waitFor();
    await picture(form, 'settings-asked-entrant');
  });

  it('show each kind of condition with what it compares', async () => {
    await page.getByRole('link', { name: '参赛条件', exact: true }).click();
    await page.getByRole('button', { name: '新增条件' }).click();
    const rule = page.getByRole('group', { name: '条件 7' });
    const kind = rule.getByLabel('核对什么');
    await kind.selectOption({ label: '学位' });
    await rule.getByLabel('依据的问题').selectOption({ label: '负责人最高学位' });
    await rule.getByLabel('可以参赛的').selectOption({ label: '限于这些' });
    await rule.getByLabel('博士').check();
    await kind.selectOption({ label: '单位注册地' });
    await rule.getByLabel('国家或地区代码').fill('CN, de');
    await kind.selectOption({ label: '学位' });
    expect(await rule.getByLabel('博士').isChecked()).toBe(true);
    await picture(page, 'settings-rule-degree');
    await kind.selectOption({ label: '持股或份额' });
    await rule.getByLabel('不少于（%）').fill('33.333');
    await previewed();
    await rule.getByText('最多两位小数的百分比').waitFor();
    await kind.selectOption({ label: '单位注册地' });
    await previewed();
    await rule.getByText('不是国家或地区代码。应为 ISO 3166-1 的两位大写字母').waitFor();
    await expectFits(page);
    await picture(page, 'settings-rule-country');
    await page.getByRole('button', { name: '放弃改动' }).click();
  });

  it('hold the whole plan of who advances from a stage, faulty first', async () => {
    await page.getByRole('link', { name: '阶段', exact: true }).click();
    const heat = division('赛区赛');
    const way = heat.getByLabel('方式', { exact: true });
    expect(await way.inputValue()).toBe('biproportional');
    await heat.getByLabel('手工指定各赛区、各领域的名额').check();
    await heat
      .getByRole('group', { name: /^赛区名额/ })
      .getByLabel('北京')
      .fill('二');
    await heat
      .getByRole('group', { name: /^领域名额/ })
      .getByLabel('生物', { exact: false })
      .fill('2');
    await previewed();
    const faulty = heat.locator('[aria-invalid="true"]');
    await faulty.waitFor();
    expect(await faulty.count()).toBe(1);
    await heat.getByText('赛区名额与领域名额的合计应当相等').waitFor();
    // That sums differ only follows from it.
    expect(await page.locator('.elsewhere li').count()).toBe(0);
    await expectFits(page);
    await picture(page, 'settings-advance-faulty');
    await faulty.fill('2');
    await heat.getByRole('button', { name: '增加上限' }).click();
    await heat.getByLabel('候补').fill('3');
    await heat.getByLabel('计入前一阶段成绩').selectOption({ label: '网评' });
    await heat.getByLabel('前一阶段占比').fill('30.5');
    await previewed();
    await page.getByText('计入此前成绩', { exact: false }).first().waitFor();
    await page.getByText('30.5%', { exact: false }).first().waitFor();
    await expectFits(page);
    await picture(page, 'settings-advance-preview');
    await page.getByRole('button', { name: '返回修改' }).click();
    expect(await heat.getByLabel('前一阶段占比').inputValue()).toBe('30.5');
    await page.getByRole('button', { name: '放弃改动' }).click();
    expect(await heat.getByLabel('晋级名额').inputValue()).toBe('60');
    expect(await page.getByText('有尚未保存的改动').count()).toBe(0);
  });

  it('name the reasons of checkers, the kinds of judges and the terms, which are asked for at once', async () => {
    await page.getByRole('link', { name: '审查原因', exact: true }).click();
    const back = page.getByRole('region', { name: '退回补正的原因' });
    await back.getByRole('button', { name: '新增原因' }).click();
    const reason = back.getByRole('group', { name: /^(原因 9|承诺书未盖章)/ });
    await reason.getByLabel('代码').fill('no stamp');
    await reason.getByLabel('名称（中文）').fill('承诺书未盖章');
    await reason.getByLabel('名称（英文）').fill('Undertaking without a seal');
    await reason.getByRole('button', { name: '添加给审查人的说明' }).click();
    await reason.getByLabel('给审查人的说明（中文）').fill('单位组应加盖公章，团队组由负责人签字');
    await reason.getByLabel('给审查人的说明（英文）').fill('A seal of the company, or the leader’s signature');
    await previewed();
    await reason.locator('[aria-invalid="true"]').waitFor();
    await expectFits(page);
    await picture(page, 'settings-reason-faulty');
    await reason.getByLabel('代码').fill('no_stamp');
    await page.getByRole('link', { name: '评委与须知', exact: true }).click();
    const kind = page.getByRole('group', { name: /^投资/ });
    await kind.getByLabel('名称（中文）').fill('投资机构');
    await page.getByLabel('评审须知（中文）').fill('独立评审，不受任何人请托。\n评审期间不得与项目方私下接触。');
    await expectFits(page);
    await picture(page, 'settings-judges');
    await previewed();
    await page.getByRole('heading', { name: '共 3 处改动' }).waitFor();
    await page.getByText('承诺书未盖章（no_stamp）').waitFor();
    await expectFits(page);
    await picture(page, 'settings-review-preview');
    await page.getByLabel('改动原因').fill('本届另定审查原因与评审须知');
    await page.getByRole('button', { name: '保存为新版本' }).click();
    await page.getByText('已保存为第 5 版').waitFor();

    const entrant = await makePerson(app, '李四');
    const session = await signIn(app, entrant);
    // The condition of age that was added before reads it.
    const id = await draftProject(session, 'HSB-2026', { answers: { BORN: '1990-05-01' } });
    await submitProject(session, id, 2).expect(200);
    const scopeId = (await organiser.get('/api/v1/editions/HSB-2026').expect(200)).body.id;
    const checker = await makePerson(app, '审查员', [{ role: 'checker', scopeType: 'edition', scopeId }]);
    const desk = await openPage(app, await contextOf(app, browser, checker), '/staff/editions/HSB-2026/eligibility');
    await desk.getByRole('button', { name: /^退回补正/ }).click();
    await desk.getByLabel('原因').selectOption({ label: '承诺书未盖章' });
    await desk.getByText('单位组应加盖公章，团队组由负责人签字').waitFor();
    await expectFits(desk);
    await picture(desk, 'settings-reason-chosen');
  });

  it('tell what another date of a stage means before it is set, beside the stage too', async () => {
    await page.goto(`${app.url}/staff/editions/HSB-2026`);
    await page.getByRole('button', { name: '改时间 决赛' }).click();
    const until = page.getByLabel('结束', { exact: true });
    const next = new Date(Date.parse(`${await until.inputValue()}Z`) + 1000).toISOString().slice(0, 19);
    await until.fill(next);
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText(/^\d+ 个项目的参赛者看到的日程随之改变/).waitFor();
    await expectFits(page);
    await picture(page, 'stage-dates-effects');
    await page.getByRole('button', { name: '确认修改' }).click();
    await page.getByText('“决赛”的时间已更新').waitFor();
  });
});

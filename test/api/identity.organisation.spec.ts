import { creditCodeCheckDigit } from '@haishi/kernel';
import { Organisation } from '@haishi/identity';
import { Database, FilesService, type MadeFile } from '@haishi/platform';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type Browser, type TestApp } from '../support/app.js';
import { eachEngine } from '../support/engines.js';
import { lastLink } from '../support/messages.js';
import { expectRefused, makePerson, signedIn, type TestPerson } from '../support/people.js';

const API = '/api/v1';
let made = 0;

/** A credit code that passes its check, different at each call. */
function freshCode(): string {
  made += 1;
  const first17 = `91130100MA0${String(made).padStart(6, '0')}`;
  return first17 + creditCodeCheckDigit(first17);
}

const details = () => ({
  name: `太行电子（石家庄）有限公司${made}`,
  kind: 'private',
  industry: 'EIT',
  countyCode: '130102',
});

eachEngine('organisations', (engine) => {
  let app: TestApp;
  let agent: { person: TestPerson; browser: Browser };
  let reviewer: Browser;
  beforeAll(async () => {
    app = await startApp(engine);
    agent = await signedIn(app, '经办人');
    reviewer = (await signedIn(app, '审核员', [{ role: 'position_reviewer', scopeType: 'fair', scopeId: 'f1' }]))
      .browser;
  });
  afterAll(() => app?.close());

  const create = async (browser = agent.browser, change: object = {}): Promise<string> => {
    const answer = await browser
      .post(`${API}/organisations`)
      .send({ creditCode: freshCode(), ...details(), ...change });
    expect({ status: answer.status, code: answer.body.code }).toEqual({ status: 201, code: undefined });
    return answer.body.id as string;
  };
  const view = async (id: string, browser = agent.browser) =>
    (await browser.get(`${API}/organisations/${id}`).expect(200)).body;
  const upload = async (owner: TestPerson, purpose: string): Promise<string> => {
    const file: MadeFile = {
      purpose,
      name: '证件.pdf',
      type: 'application/pdf',
      content: Buffer.from('%PDF-1.7\n%%EOF'),
    };
    const actor = {
      kind: 'person',
      id: owner.id,
      name: owner.name,
      grants: [],
      secondFactor: false,
      locale: 'zh',
      ip: '',
      requestId: '',
    } as const;
    return (await app.get(FilesService).keep(actor, file)).id;
  };
  const addPapers = async (id: string, kinds = ['business_licence', 'authorisation_letter', 'agent_identity']) => {
    for (const kind of kinds) {
      const fileId = await upload(agent.person, `organisation.${kind}`);
      await agent.browser.post(`${API}/organisations/${id}/evidence`).send({ fileId, kind }).expect(204);
    }
  };
  const submitted = async (): Promise<string> => {
    const id = await create();
    await addPapers(id);
    await agent.browser.post(`${API}/organisations/${id}/submit`).expect(204);
    return id;
  };
  const decide = (id: string, body: object, browser = reviewer) =>
    browser.post(`${API}/organisations/${id}/decision`).send(body);

  describe('registering', () => {
    it('takes a code in any spelling and makes the person its agent', async () => {
      const code = freshCode();
      const id = await create(agent.browser, { creditCode: ` ${code.toLowerCase().slice(0, 9)} ${code.slice(9)}` });
      expect(await view(id)).toMatchObject({
        creditCode: code,
        state: 'draft',
        agents: [{ personId: agent.person.id, name: '经办人' }],
        missingEvidence: ['business_licence', 'authorisation_letter', 'agent_identity'],
        actions: ['edit', 'submit'],
        version: 1,
      });
      const { body } = await agent.browser.get(`${API}/organisations/mine`).expect(200);
      expect(body.items.map((one: { id: string }) => one.id)).toContain(id);
    });

    it('refuses a wrong code, a taken one, and unknown choices, by field', async () => {
      const post = (change: object) =>
        agent.browser.post(`${API}/organisations`).send({ creditCode: freshCode(), ...details(), ...change });
      const code = freshCode();
      const wrong = code.slice(0, 17) + (code[17] === '0' ? '1' : '0');
      expectRefused(await post({ creditCode: wrong }), 422, 'identity.credit_code_wrong', 'creditCode');
      expectRefused(await post({ creditCode: '911301' }), 422, 'identity.credit_code_wrong', 'creditCode');
      expectRefused(
        await post({ creditCode: wrong, creditCodeOverride: '请放行' }),
        403,
        'common.forbidden',
        'creditCodeOverride',
      );
      await create(agent.browser, { creditCode: code });
      expectRefused(await post({ creditCode: code }), 409, 'identity.credit_code_taken', 'creditCode');
      expectRefused(await post({ kind: 'cult' }), 422, 'common.not_a_choice', 'kind');
      expectRefused(await post({ countyCode: '999999' }), 422, 'common.not_a_choice', 'countyCode');
      expectRefused(await post({ name: '' }), 422, 'common.required', 'name');
    });

    it('gives one code to one, however many try at once', async () => {
      const creditCode = freshCode();
      const answers = await Promise.all(
        Array.from({ length: 5 }, () => agent.browser.post(`${API}/organisations`).send({ creditCode, ...details() })),
      );
      expect(answers.map((one) => one.status).sort()).toEqual([201, 409, 409, 409, 409]);
    });

    it('lets staff take a wrong code for a reason that is recorded, and no right one', async () => {
      const code = freshCode();
      const wrong = code.slice(0, 17) + (code[17] === '0' ? '1' : '0');
      const id = await create(reviewer, { creditCode: wrong, creditCodeOverride: '登记机关书面证明' });
      expect(await view(id, reviewer)).toMatchObject({
        creditCode: wrong,
        creditCodeOverride: '登记机关书面证明',
        agents: [],
      });
      expectRefused(
        await reviewer.post(`${API}/organisations`).send({ creditCode: code, ...details(), creditCodeOverride: 'x' }),
        422,
        'identity.credit_code_valid',
        'creditCodeOverride',
      );
      const auditor = await signedIn(app, '审计', [{ role: 'auditor', scopeType: 'system', scopeId: '' }]);
      const { body } = await auditor.browser.get(`${API}/audit`).query({ subjectId: id, type: 'organisation.created' });
      expect(body.items[0].payload).toEqual({ creditCode: wrong, creditCodeOverride: '登记机关书面证明' });
    });
  });

  describe('an organisation', () => {
    it('is changed by its agents while it is a draft, and unseen by others', async () => {
      const id = await create();
      const { browser: stranger } = await signedIn(app, '外人');
      const patch = (browser: Browser, version = '"1"') =>
        browser
          .patch(`${API}/organisations/${id}`)
          .set('If-Match', version)
          .send({ ...details(), name: '新名称', branch: true });
      expectRefused(await stranger.get(`${API}/organisations/${id}`), 404, 'common.not_found');
      expectRefused(await patch(stranger), 404, 'common.not_found');
      expectRefused(await stranger.post(`${API}/organisations/${id}/submit`), 404, 'common.not_found');
      await patch(agent.browser).expect(204);
      expectRefused(await patch(agent.browser), 412, 'common.stale');
      expect(await view(id)).toMatchObject({ name: '新名称', branch: true, version: 2 });
      expect((await view(id)).missingEvidence).toContain('parent_licence');
    });

    it('is handed in with all its papers, which nobody else may read', async () => {
      const id = await create(agent.browser, { kind: 'agency' });
      await addPapers(id);
      const early = await agent.browser.post(`${API}/organisations/${id}/submit`);
      expectRefused(early, 422, 'identity.evidence_missing', 'evidence');
      expect(early.body).toMatchObject({
        data: { kinds: ['agency_permit'] },
        detail: '还缺材料：人力资源服务许可证。',
      });
      await addPapers(id, ['agency_permit']);
      await agent.browser.post(`${API}/organisations/${id}/submit`).expect(204);
      expectRefused(await agent.browser.post(`${API}/organisations/${id}/submit`), 409, 'common.state_not_allowed');
      const { evidence } = await view(id);
      expect(evidence).toHaveLength(4);
      expectRefused(
        await agent.browser.delete(`${API}/organisations/${id}/evidence/${evidence[0].id}`),
        409,
        'common.state_not_allowed',
      );
      const { browser: stranger } = await signedIn(app, '外人乙');
      expectRefused(await stranger.get(`${API}/files/${evidence[0].id}`), 404, 'common.not_found');
      await reviewer.get(`${API}/files/${evidence[0].id}`).expect(200);
    });

    it('takes only its agent’s own uploads, of the kind they were made for', async () => {
      const id = await create();
      const add = (fileId: string, kind = 'business_licence') =>
        agent.browser.post(`${API}/organisations/${id}/evidence`).send({ fileId, kind });
      const other = await makePerson(app, '别人');
      expectRefused(await add(await upload(other, 'organisation.business_licence')), 422, 'files.not_usable', 'fileId');
      expectRefused(
        await add(await upload(agent.person, 'organisation.agency_permit')),
        422,
        'files.not_usable',
        'fileId',
      );
      expectRefused(await add('x'), 422, 'common.not_an_id', 'fileId');
      expectRefused(
        await add(await upload(agent.person, 'organisation.selfie'), 'selfie'),
        422,
        'common.not_a_choice',
        'kind',
      );
      const fileId = await upload(agent.person, 'organisation.business_licence');
      await add(fileId).expect(204);
      await agent.browser.delete(`${API}/organisations/${id}/evidence/${fileId}`).expect(204);
      expectRefused(
        await agent.browser.delete(`${API}/organisations/${id}/evidence/${fileId}`),
        404,
        'common.not_found',
      );
      expect((await view(id)).evidence).toEqual([]);
    });
  });

  describe('vetting', () => {
    it('returns with a reason, and approves once corrected', async () => {
      const id = await submitted();
      expect((await view(id, reviewer)).actions).toEqual(['edit', 'return', 'approve', 'reject']);
      expectRefused(await decide(id, { decision: 'return' }), 422, 'identity.reason_required', 'reason');
      await decide(id, { decision: 'return', reason: '授权书未盖章' }).expect(204);
      expect(await view(id)).toMatchObject({
        state: 'returned',
        stateReason: '授权书未盖章',
        actions: ['edit', 'submit'],
      });
      expect(await lastLink(app, agent.person.mail)).toContain(`/organisations/${id}`);
      expectRefused(await decide(id, { decision: 'approve' }), 409, 'common.state_not_allowed');
      await agent.browser.post(`${API}/organisations/${id}/submit`).expect(204);
      await decide(id, { decision: 'approve' }).expect(204);
      const approved = await view(id);
      expect(approved).toMatchObject({ state: 'approved', stateReason: null, actions: [] });
      expectRefused(
        await agent.browser
          .patch(`${API}/organisations/${id}`)
          .set('If-Match', `"${approved.version}"`)
          .send(details()),
        409,
        'common.state_not_allowed',
      );
    });

    it('decides once, however many decide at once', async () => {
      const id = await submitted();
      const answers = await Promise.all([
        decide(id, { decision: 'approve' }),
        decide(id, { decision: 'reject', reason: '不符' }),
        decide(id, { decision: 'approve' }),
      ]);
      expect(answers.filter((one) => one.status === 204)).toHaveLength(1);
      const { state } = await app.get(Database).manager.findOneByOrFail(Organisation, { id });
      expect(['approved', 'rejected']).toContain(state);
    });

    it('is not for agents, not even of staff’s own organisation', async () => {
      const id = await submitted();
      expectRefused(await decide(id, { decision: 'approve' }, agent.browser), 403, 'common.forbidden');
      const both = await signedIn(app, '兼任', [
        { role: 'position_reviewer', scopeType: 'fair', scopeId: 'f1' },
        { role: 'employer_agent', scopeType: 'organisation', scopeId: id },
      ]);
      expectRefused(await decide(id, { decision: 'approve' }, both.browser), 403, 'identity.own_organisation');
      expectRefused(
        await decide('01890000-0000-7000-8000-000000000000', { decision: 'approve' }),
        404,
        'common.not_found',
      );
    });

    it('is on the task list, and agents’ drafts on theirs', async () => {
      const id = await create();
      const { body: own } = await agent.browser.get(`${API}/tasks`).expect(200);
      expect(own.items).toContainEqual(
        expect.objectContaining({ kind: 'organisation.submit', href: `/organisations/${id}` }),
      );
      await submitted();
      const { body } = await reviewer.get(`${API}/tasks`).expect(200);
      expect(body.items.find((one: { kind: string }) => one.kind === 'organisation.vet').count).toBeGreaterThan(0);
    });
  });

  describe('the staff’s list', () => {
    it('finds by name, code and state, page by page', async () => {
      const id = await create(agent.browser, { name: '独一无二 Optical 公司', kind: 'foreign' });
      const { creditCode } = await view(id);
      const list = async (query: object) => (await reviewer.get(`${API}/organisations`).query(query).expect(200)).body;
      for (const q of ['独一无二optical', creditCode.slice(5), 'ＯＰＴＩＣＡＬ'])
        expect((await list({ q })).items.map((one: { id: string }) => one.id)).toEqual([id]);
      expect((await list({ state: 'draft', kind: 'foreign' })).items).toHaveLength(1);
      const first = await list({ limit: 2 });
      const second = await list({ limit: 2, cursor: first.next });
      expect(new Set([...first.items, ...second.items].map((one: { id: string }) => one.id)).size).toBe(4);
    });
  });

  describe('agents', () => {
    it('add and remove each other; the last one stays', async () => {
      const id = await create();
      const second = await signedIn(app, '第二经办人');
      const add = (address: string) => agent.browser.post(`${API}/organisations/${id}/members`).send({ address });
      expectRefused(await add('nobody@example.org'), 422, 'identity.no_such_person', 'address');
      expectRefused(await add('nobody'), 422, 'identity.address_wrong', 'address');
      expectRefused(
        await second.browser.post(`${API}/organisations/${id}/members`).send({ address: second.person.mail }),
        404,
        'common.not_found',
      );
      await add(second.person.mail).expect(204);
      expectRefused(await add(second.person.mail), 409, 'identity.already_granted');
      await second.browser.get(`${API}/organisations/${id}`).expect(200);
      await agent.browser.delete(`${API}/organisations/${id}/members/${second.person.id}`).expect(204);
      expectRefused(await second.browser.get(`${API}/organisations/${id}`), 404, 'common.not_found');
      expectRefused(
        await agent.browser.delete(`${API}/organisations/${id}/members/${second.person.id}`),
        404,
        'common.not_found',
      );
      expectRefused(
        await agent.browser.delete(`${API}/organisations/${id}/members/${agent.person.id}`),
        409,
        'identity.last_agent',
      );
    });
  });
});

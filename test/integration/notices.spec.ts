import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { newId } from '@haishi/kernel';
import {
  CaughtMessages,
  Database,
  JobsModule,
  Notice,
  NoticeModule,
  NoticeSender,
  type NoticeOrder,
  Notices,
  StoredEvent,
  systemActor,
  UnitOfWork,
} from '@haishi/platform';
import type { INestApplicationContext } from '@nestjs/common';
import { SMTPServer } from 'smtp-server';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { eachEngine, makePlace, type Place } from '../support/engines.js';
import { until } from '../support/facts.js';
import { startPlatform } from '../support/platform.js';

const actor = systemActor('test');
const TEMPLATES = [
  {
    name: 'test.code',
    channels: ['mail', 'sms'] as const,
    zh: { subject: '验证码', text: '您的验证码是 {code}，十分钟内有效。', short: '验证码 {code}' },
    en: { subject: 'Your code', text: 'Your code is {code}; it is valid for ten minutes.' },
  },
  {
    name: 'test.returned',
    channels: ['mail', 'inbox'] as const,
    zh: { subject: '《{title}》退回补正', text: '请查看原因。' },
    en: { subject: '“{title}” was returned', text: 'Please see the reason.' },
    path: '/projects/{id}',
  },
];

/** An SMTP server that answers each recipient as told, and keeps what it took. */
async function smtpServer() {
  const taken: { to: string; raw: string }[] = [];
  const answers = new Map<string, { code: number; times: number }>();
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo({ address }, _session, callback) {
      const answer = answers.get(address);
      if (!answer || answer.times === 0) return callback();
      answer.times -= 1;
      callback(Object.assign(new Error(`mailbox of ${address} says no`), { responseCode: answer.code }));
    },
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        taken.push({ to: session.envelope.rcptTo[0]!.address, raw: Buffer.concat(chunks).toString() });
        callback();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    answers,
    close: () => new Promise<void>((done) => server.close(() => done())),
  };
}

eachEngine('notices', (engine) => {
  let place: Place;
  let smtp: Awaited<ReturnType<typeof smtpServer>>;
  let sms: Server;
  const shortMessages: { id: string; to: string; text: string }[] = [];
  let smsStatus = 200;
  let app: INestApplicationContext;

  beforeAll(async () => {
    place = await makePlace(engine);
    smtp = await smtpServer();
    sms = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        if (smsStatus === 200) shortMessages.push(JSON.parse(Buffer.concat(chunks).toString()) as never);
        response.writeHead(request.headers.authorization === 'Basic dTpwQHNz' ? smsStatus : 401).end();
      });
    });
    await new Promise<void>((resolve) => sms.listen(0, '127.0.0.1', resolve));
    app = await startPlatform(place, [JobsModule, NoticeModule], {
      SMTP_URL: smtp.url,
      SMS_URL: `http://u:p%40ss@127.0.0.1:${(sms.address() as AddressInfo).port}/send`,
      MAIL_FROM: '海石杯 <no-reply@haishi.example>',
      PUBLIC_URL: 'https://haishi.example',
    });
    app.get(Notices).register(...TEMPLATES);
    app.get(NoticeSender).start();
  });
  afterAll(async () => {
    await app.close();
    await smtp.close();
    await new Promise((resolve) => sms.close(resolve));
    await place.remove();
  });
  afterEach(() => void (smsStatus = 200));

  const send = (order: NoticeOrder) => app.get(UnitOfWork).run(actor, (work) => app.get(Notices).send(work, order));
  const rows = (key: string) => app.get(Database).manager.findBy(Notice, { noticeKey: key });
  const settled = (key: string) => until(async () => (await rows(key)).every((notice) => notice.state !== 'queued'));
  const hurry = (key: string, attempts = 1) =>
    app
      .get(UnitOfWork)
      .run(actor, (work) => work.manager.update(Notice, { noticeKey: key }, { dueAt: new Date(), attempts }));
  const plain = (raw: string) => raw.slice(raw.indexOf('\r\n\r\n')).replaceAll('=\r\n', '');

  it('delivers a mail with its link, and leaves neither address nor parameter readable', async () => {
    const personId = newId();
    const to = { personId, mail: 'zhang@example.com', locale: 'zh' as const };
    await send({ template: 'test.returned', to, params: { title: '石墨烯', id: 'p1' }, key: 'returned:1' });
    await settled('returned:1');
    const mail = smtp.taken.find((one) => one.to === 'zhang@example.com')!;
    expect(plain(mail.raw)).toContain('https://haishi.example/projects/p1');
    expect(mail.raw).toMatch(/Message-ID: <[0-9a-f-]{36}@haishi\.example>/i);
    const [byMail, inbox] = (await rows('returned:1')).sort((a, b) => b.channel.localeCompare(a.channel));
    expect(byMail).toMatchObject({
      channel: 'mail',
      state: 'sent',
      sealed: null,
      recipient: 'z***@example.com',
      attempts: 1,
    });
    expect(inbox).toMatchObject({ channel: 'inbox', state: 'sent', personId });
    expect(inbox!.sealed).not.toContain('石墨烯');
  });

  it('sends once for a key, however often the command is repeated, and nothing where it rolls back', async () => {
    const order = {
      template: 'test.code',
      to: { mail: 'once@example.com', locale: 'en' as const },
      params: { code: '111111' },
      key: 'once',
    };
    await Promise.all([send(order), send(order), send(order)]);
    await send(order);
    await settled('once');
    const refused = app.get(UnitOfWork).run(actor, async (work) => {
      await app.get(Notices).send(work, { ...order, key: 'never', to: { mail: 'never@example.com', locale: 'en' } });
      throw new Error('no');
    });
    await expect(refused).rejects.toThrow('no');
    await send({ ...order, key: 'after', to: { mail: 'after@example.com', locale: 'en' } });
    await settled('after');
    expect(smtp.taken.filter((one) => one.to === 'once@example.com')).toHaveLength(1);
    expect(smtp.taken.some((one) => one.to === 'never@example.com')).toBe(false);
  });

  it('tries a temporary failure again under the same message id', async () => {
    smtp.answers.set('busy@example.com', { code: 450, times: 1 });
    await send({
      template: 'test.code',
      to: { mail: 'busy@example.com', locale: 'zh' },
      params: { code: '222222' },
      key: 'busy',
    });
    await until(async () => (await rows('busy'))[0]!.reason !== null);
    const [waiting] = await rows('busy');
    expect(waiting).toMatchObject({ state: 'queued', attempts: 1 });
    expect(waiting!.reason).toContain('b***@example.com');
    expect(waiting!.dueAt!.getTime()).toBeGreaterThan(Date.now() + 5000);
    expect(waiting!.sealed).not.toContain('222222');
    await hurry('busy');
    await settled('busy');
    expect((await rows('busy'))[0]).toMatchObject({ state: 'sent', attempts: 2, reason: null });
  });

  it('records a refused recipient, tells it as an event, and does not try again', async () => {
    smtp.answers.set('gone@example.com', { code: 550, times: 99 });
    await send({
      template: 'test.code',
      to: { mail: 'gone@example.com', locale: 'zh' },
      params: { code: '333333' },
      key: 'gone',
    });
    await settled('gone');
    const [notice] = await rows('gone');
    expect(notice).toMatchObject({ state: 'failed', attempts: 1, sealed: null, dueAt: null });
    expect(await app.get(Notices).outcomes(['gone'])).toMatchObject([
      { key: 'gone', channel: 'mail', state: 'failed' },
    ]);
    const event = await app
      .get(Database)
      .manager.findOneByOrFail(StoredEvent, { type: 'notice.failed', subjectId: notice!.id });
    expect(JSON.stringify(event)).not.toMatch(/333333|gone@example/);
  });

  it('gives up after the last try, and does not send what has expired', async () => {
    smtp.answers.set('full@example.com', { code: 452, times: 99 });
    const params = { code: '444444' };
    await send({ template: 'test.code', to: { mail: 'full@example.com', locale: 'zh' }, params, key: 'full' });
    await until(async () => (await rows('full'))[0]!.reason !== null);
    await hurry('full', 7);
    await settled('full');
    expect((await rows('full'))[0]).toMatchObject({ state: 'failed', attempts: 8, sealed: null });
    const expiresAt = new Date(Date.now() - 1);
    await send({
      template: 'test.code',
      to: { mail: 'late@example.com', locale: 'zh' },
      params,
      key: 'late',
      expiresAt,
    });
    await settled('late');
    expect((await rows('late'))[0]).toMatchObject({ state: 'failed', reason: 'expired' });
  });

  it('posts a short message, and tells a refusal from a fault of the gateway', async () => {
    const order = { template: 'test.code', params: { code: '555555' } };
    await send({ ...order, to: { phone: '13800138000', locale: 'zh' }, key: 'sms' });
    await settled('sms');
    expect(shortMessages).toMatchObject([{ to: '13800138000', text: '验证码 555555' }]);
    smsStatus = 400;
    await send({ ...order, to: { phone: '13800138001', locale: 'zh' }, key: 'sms refused' });
    await settled('sms refused');
    expect((await rows('sms refused'))[0]).toMatchObject({ state: 'failed', reason: 'the gateway answered 400' });
    smsStatus = 503;
    await send({ ...order, to: { phone: '13800138002', locale: 'zh' }, key: 'sms later' });
    await until(async () => (await rows('sms later'))[0]!.reason === 'the gateway answered 503');
    expect((await rows('sms later'))[0]).toMatchObject({ state: 'queued' });
  });

  it('refuses an order that lacks a parameter or names no template', async () => {
    const order = { to: { mail: 'x@example.com', locale: 'zh' as const }, params: {}, key: 'x' };
    await expect(send({ ...order, template: 'test.code' })).rejects.toThrow('code');
    await expect(send({ ...order, template: 'test.unknown' })).rejects.toThrow('test.unknown');
  });

  describe('without gateways', () => {
    const open = async (settings: Record<string, string>) => {
      const other = await startPlatform(place, [JobsModule, NoticeModule], settings);
      other.get(Notices).register(...TEMPLATES);
      return other;
    };
    const order = {
      template: 'test.code',
      params: { code: '666666' },
      to: { mail: 'caught@example.com', phone: '13800138003', locale: 'zh' as const },
    };

    it('catches messages, and shows them on the embedded default alone', async () => {
      const other = await open({});
      try {
        await app.get(NoticeSender).beforeApplicationShutdown();
        await other.get(UnitOfWork).run(actor, (work) => other.get(Notices).send(work, { ...order, key: 'caught' }));
        await other.get(NoticeSender).sendDue();
        await settled('caught');
        const list = other.get(CaughtMessages).list({ to: 'caught@example.com' });
        if (engine === 'mysql') {
          await expect(list).rejects.toMatchObject({ code: 'common.not_found' });
          return;
        }
        const { items } = await list;
        expect(items).toMatchObject([{ channel: 'mail', subject: '验证码' }]);
        expect((await other.get(CaughtMessages).one(items[0]!.id)).body).toContain('666666');
        expect((await other.get(CaughtMessages).list({ to: '13800138003' })).items).toMatchObject([
          { channel: 'sms', body: '验证码 666666' },
        ]);
        await expect(other.get(CaughtMessages).one(newId())).rejects.toMatchObject({ code: 'common.not_found' });
      } finally {
        await other.close();
      }
    });

    it('catches nothing in production, and says what is missing', async () => {
      const other = await open({ NODE_ENV: 'production' });
      try {
        await other
          .get(UnitOfWork)
          .run(actor, (work) => other.get(Notices).send(work, { ...order, key: 'production' }));
        await other.get(NoticeSender).sendDue();
        expect(await other.get(Notices).outcomes(['production'])).toMatchObject([
          { state: 'failed', reason: 'SMTP_URL is not set' },
          { state: 'failed', reason: 'SMS_URL is not set' },
        ]);
        await expect(other.get(CaughtMessages).list({})).rejects.toMatchObject({ code: 'common.not_found' });
      } finally {
        await other.close();
      }
    });
  });
});

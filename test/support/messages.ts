import { CaughtMessage, Notice } from '@haishi/platform';
import { DataSource } from 'typeorm';
import type { TestApp } from './app.js';
import { until } from './facts.js';

/** The body of the newest message caught for `to`, once everything ordered has gone out. */
async function newest(app: TestApp, to: string): Promise<string | undefined> {
  const { manager } = app.get(DataSource);
  await until(async () => (await manager.countBy(Notice, { state: 'queued' })) === 0);
  const message = await manager.findOne(CaughtMessage, { where: { recipient: to }, order: { id: 'DESC' } });
  return message?.body;
}

/** The body of the message last sent to `to`; fails where there is none. */
export async function lastMessage(app: TestApp, to: string): Promise<string> {
  const body = await newest(app, to);
  if (body === undefined) throw new Error(`no message was sent to ${to}`);
  return body;
}

/** The one-time code last sent to `to`; fails where there is none. */
export async function lastCode(app: TestApp, to: string): Promise<string> {
  const code = /\b\d{6}\b/.exec((await newest(app, to)) ?? '')?.[0];
  if (code === undefined) throw new Error(`no code was sent to ${to}`);
  return code;
}

/** The link last sent to `to`; fails where there is none. */
export async function lastLink(app: TestApp, to: string): Promise<string> {
  const link = /https?:\/\/\S+/.exec((await newest(app, to)) ?? '')?.[0];
  if (link === undefined) throw new Error(`no link was sent to ${to}`);
  return link;
}

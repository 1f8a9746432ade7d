import { execFileSync, spawnSync } from 'node:child_process';
import * as contracts from '@haishi/contracts';
import { qrSvg } from '@haishi/platform';
import { describeApi } from '@haishi/server/openapi';
import { io, type Socket } from 'socket.io-client';
import { expect } from 'vitest';
import type { TestApp } from './app.js';
import { INSTANT, MILLISECONDS, UUID } from './sealed-figures.js';

/** Every live channel of a session, also those that come to be. */
const CHANNELS: string[] = Object.values<unknown>(contracts).filter(
  (one) => typeof one === 'string' && one.startsWith('roadshow.'),
) as string[];
const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined;

/** One frame or one answer, as it came. */
export interface Received {
  moment: string;
  /** What was asked, or `frame`. */
  what: string;
  text: string;
}

/** Somebody who may know no sealed figure, and everything that the server ever sent them. */
export class Outsider {
  readonly received: Received[] = [];
  private socket: Socket | undefined;
  private remembered = 0;
  /** Whether they look no longer. */
  gone = false;

  constructor(
    readonly name: string,
    private readonly app: TestApp,
    private readonly sessionId: string,
    private readonly rights: { cookie?: string; token?: string } = {},
  ) {}

  /** Connects, and keeps every packet from the first on. */
  async connect(): Promise<void> {
    const { cookie } = this.rights;
    const socket = io(this.app.url, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      ...(cookie ? { extraHeaders: { cookie } } : {}),
    });
    this.socket = socket;
    socket.io.engine.on('packet', ({ type, data }) =>
      this.keep('frame', `${type}${withoutOwnNumber(String(data ?? ''))}`),
    );
    await new Promise<void>((resolve, reject) => {
      socket.on('connect', () => resolve());
      socket.on('connect_error', reject);
    });
  }

  /**
   * Asks for every channel of the session, whether it is open to them or not. Packets come in their order, so that after
   * this all that was pushed before is here.
   */
  async look(): Promise<void> {
    for (const channel of CHANNELS) await this.subscribe(channel);
  }

  /** What came since the moment before belongs to this one. */
  remember(moment: string): void {
    for (const one of this.received.slice(this.remembered)) one.moment = moment;
    this.remembered = this.received.length;
  }

  /** Asks for all that was ever sent on the channels, as a screen that missed messages does. */
  async catchUp(): Promise<void> {
    for (const channel of CHANNELS) await this.subscribe(channel, 0);
  }

  private async subscribe(channel: string, after?: number): Promise<void> {
    const { token } = this.rights;
    const request = {
      channel,
      key: this.sessionId,
      ...(token ? { token } : {}),
      ...(after === undefined ? {} : { after }),
    };
    await this.socket!.timeout(10_000).emitWithAck(contracts.SOCKET_EVENTS.subscribe, request);
  }

  /** Asks for each path, and keeps the answers with their status and headers. Answers those that were not refused. A screen is anonymous there. */
  async ask(paths: readonly string[]): Promise<string[]> {
    if (this.rights.token) return [];
    const opened: string[] = [];
    for (const path of paths) {
      const answer = await fetch(this.app.url + path, {
        headers: { 'accept-language': 'zh-CN', ...(this.rights.cookie ? { cookie: this.rights.cookie } : {}) },
      });
      const body = Buffer.from(await answer.arrayBuffer());
      const headers = [...answer.headers].filter(([name]) => !OF_THE_TRANSPORT.has(name));
      const type = answer.headers.get('content-type') ?? '';
      expect(answer.status, path).not.toBe(429);
      if (answer.ok) opened.push(path);
      const head = headers.map(([name, value]) => `${name}: ${value}`).join('\n');
      this.keep(`GET ${path}`, `${answer.status}\n${head}\n\n${await readable(path, type, body)}`);
    }
    return opened;
  }

  /** Takes in what they were answered to what they did themselves. */
  heard(what: string, { status, headers, text }: { status: number; headers: object; text: string }): void {
    const head = Object.entries(headers).filter(([name]) => !OF_THE_TRANSPORT.has(name));
    this.keep(what, `${status}\n${head.map(([name, value]) => `${name}: ${String(value)}`).join('\n')}\n\n${text}`);
  }

  close(): void {
    this.gone = true;
    this.socket?.disconnect();
  }

  private keep(what: string, text: string): void {
    this.received.push({ moment: '', what, text });
  }
}

/** An answer bears the number that the client itself gave its question. */
const withoutOwnNumber = (data: string) => data.replace(/^3\d+/, '3');

/** When it was answered, in how many bytes, and under which random name the log knows it. */
const OF_THE_TRANSPORT = new Set(['date', 'content-length', 'x-request-id']);

/** A body as text. A kind that could not be read here could hide anything, so there may be none. */
async function readable(path: string, type: string, body: Buffer): Promise<string> {
  if (type.startsWith('application/pdf'))
    return hasPoppler ? execFileSync('pdftotext', ['-layout', '-', '-'], { input: body, encoding: 'utf8' }) : '';
  if (type.startsWith('image/svg+xml')) {
    const address = `http://localhost${path.replace(/^.*\/sessions\/(.+)\/audience\/code$/, '/live/$1')}`;
    expect(body.toString('utf8'), path).toBe(await qrSvg(address));
    return address;
  }
  if (body.length > 0) expect(type, `${path} answers what is not searched`).toMatch(/json|text\//);
  return body.toString('utf8');
}

/** What is put in the place of a route's parameters; of `*` where what stands before does not matter. */
export type Ids = Record<string, readonly string[]>;

/** Every GET route of the OpenAPI document with each combination of the ids; `any` stands for parameters not named. */
export function readRoutes(app: TestApp, ids: Ids): string[] {
  const { paths } = describeApi(app.app);
  return Object.entries(paths)
    .filter(([, item]) => item.get !== undefined)
    .flatMap(([path]) => filled(path, ids));
}

function filled(path: string, ids: Ids): string[] {
  const parameter = /(\w+)\/\{(\w+)\}/.exec(path);
  if (!parameter) return [path];
  const [, kind, name] = parameter;
  const values = ids[`${kind!}/${name!}`] ?? ids[`*/${name!}`] ?? ids['any']!;
  return values.flatMap((value) => filled(path.replace(`{${name!}}`, value), ids));
}

/**
 * What an outsider received before the moment `until`, ready to be compared with another run: ids by their names or in
 * the order in which they came.
 */
export function transcript({ received }: Outsider, names: ReadonlyMap<string, string>, until?: string): string[] {
  const end = received.findIndex(({ moment }) => moment === until);
  const met = new Map<string, string>();
  const named = (id: string) => {
    if (!met.has(id)) met.set(id, `<id ${met.size}>`);
    return met.get(id)!;
  };
  return received
    .slice(0, end < 0 ? undefined : end)
    .filter(({ what, text }) => what !== 'frame' || !OF_TIME.test(text))
    .map(({ moment, what, text }) =>
      [...names]
        .reduce((line, [id, name]) => line.replaceAll(id, `<${name}>`), `${moment} | ${what} | ${text}`)
        .replace(UUID, named)
        .replace(INSTANT, '<instant>')
        .replace(MILLISECONDS, '<instant>')
        .replace(/person\d+@/g, '<person>@'),
    );
}

/** Packets that come by the clock: the connection's own, and the numbers of quiet channels, which their deltas told before. */
const OF_TIME = /^(?:open|ping|pong|message0|message2\["head")/;

import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { describeApi } from '@haishi/server/openapi';
import type { TestApp } from './app.js';
import type { Rows } from './rows.js';

/** As what somebody comes to a machine, in the order of the columns of its table. */
export const CAST = [
  /** Not signed in. */
  'nobody',
  /** Signed in, without a role and without a project. */
  'stranger',
  /** The entrant whose project it is about. */
  'owner',
  /** Another entrant of the edition. */
  'entrant',
  /** Checks the project's region. */
  'checker',
  /** Checks another region. */
  'elsewhere',
  /** Organises the edition. */
  'organiser',
  /** Organises another edition. */
  'outside',
  /** Judges in the edition. */
  'judge',
  'supervisor',
  'auditor',
  'administrator',
] as const;
export type Role = (typeof CAST)[number];
/** What a machine's cast is signed in with, in the order of the columns of its table. */
export type Cookies<Who extends string = Role> = Readonly<Record<Who, string>>;

/** What is sent with an action, besides its route. */
export interface Sent {
  /** In the place of the route's parameters. */
  at?: Readonly<Record<string, string>>;
  body?: object;
  /** As `If-Match`; `*` for whatever stands. */
  version?: number | '*';
  /** Whether it bears an idempotency key. */
  keyed?: boolean;
}

/** What is sent whatever stands in the place of what it changes. */
export const onAny = (send: () => Sent) => (): Sent => ({ ...send(), version: '*' });

export interface Action {
  send: () => Sent | Promise<Sent>;
  /** Something that it needs, put there before each time that it is allowed. */
  before?: () => Promise<unknown>;
  /** Until what it sets off has ended. */
  after?: () => Promise<unknown>;
}

/** A state machine as its routes tell it. */
export interface Machine {
  /**
   * A line for some states and actions: `states | actions | outcome for each of the cast | more`.
   * An outcome is a status of refusal; `ok`, where it is done and changes something; `=`, where it is answered and changes nothing.
   * What follows tells a status's code where it is not the usual one (`409=edition.stage_closed`), and where it leads (`> closed`).
   */
  table: string;
  /** The route of each action as the OpenAPI document names it, without the part that all share: `POST /projects/{project}/withdraw`. */
  routes: Readonly<Record<string, string>>;
  /** What is sent with each. */
  actions: Readonly<Record<string, Action | Action['send']>>;
  /** How it gets into each state from the one before, in order. */
  states: Readonly<Record<string, () => Promise<unknown>>>;
  /** Which state it is in, where an action leads from one to another. */
  state?: () => Promise<string>;
}

interface Line {
  outcomes: string[];
  codes: Readonly<Record<string, string>>;
  leadsTo: string | undefined;
}

/** Requests that are under way together. */
const AT_ONCE = 8;

const USUAL: Readonly<Record<string, string>> = {
  401: 'common.unauthenticated',
  403: 'common.forbidden',
  404: 'common.not_found',
};

/** The lines of a machine's table by state and action, each of which has exactly one. */
export function linesOf({ table, routes, states }: Machine, cast: readonly string[] = CAST): Map<string, Line> {
  const lines = new Map<string, Line>();
  const [head, ...texts] = table.split('\n').filter((one) => one.trim() !== '');
  const headings = cast.map((role) => role.slice(0, 3)).join(' ');
  if (head!.split('|').at(-1)!.trim() !== headings) throw new Error(`the columns are headed: ${headings}`);
  for (const text of texts) {
    const [ofStates, ofActions, cells, more = ''] = text.split('|').map((one) => one.trim());
    const outcomes = cells!.split(/\s+/);
    if (outcomes.length !== cast.length)
      throw new Error(`${cast.length} outcomes, and not ${outcomes.length}: ${text}`);
    const codes = Object.fromEntries([...more.matchAll(/(\d+)=(\S+)/g)].map(([, status, code]) => [status!, code!]));
    const line = { outcomes, codes: { ...USUAL, ...codes }, leadsTo: /> (.+)$/.exec(more)?.[1] };
    const named = (list: string, all: object) =>
      list === '*' ? Object.keys(all) : list.split(',').map((one) => one.trim());
    for (const state of named(ofStates!, states))
      for (const action of named(ofActions!, routes)) {
        const key = `${state}: ${action}`;
        if (lines.has(key)) throw new Error(`two lines of the table say: ${key}`);
        if (!(state in states) || !(action in routes)) throw new Error(`there is no ${key}`);
        lines.set(key, line);
      }
  }
  for (const state of Object.keys(states))
    for (const action of Object.keys(routes))
      if (!lines.has(`${state}: ${action}`)) throw new Error(`no line of the table says: ${state}: ${action}`);
  return lines;
}

/** Every route of a server by which something may change, as {@link Machine.routes} names them. */
export function writingRoutes(app: TestApp): string[] {
  const { paths } = describeApi(app.app);
  return Object.entries(paths).flatMap(([path, item]) =>
    (['post', 'put', 'patch', 'delete'] as const)
      .filter((method) => item[method] !== undefined)
      .map((method) => `${method.toUpperCase()} ${path.replace('/api/v1', '')}`),
  );
}

interface Answer {
  status: number;
  code: string;
}

/** Everybody's own line to a server. */
export class Callers<Who extends string = Role> {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });

  /** @param holdNothing who holds nothing in a room: they are refused by its route, before any table is read */
  constructor(
    private readonly app: TestApp,
    private readonly cookies: Cookies<Who>,
    readonly holdNothing: readonly Who[],
  ) {}

  get cast(): Who[] {
    return Object.keys(this.cookies) as Who[];
  }

  ask(role: Who, route: string, { at = {}, body = {}, version, keyed }: Sent): Promise<Answer> {
    const [method, path] = route.split(' ') as [string, string];
    const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => at[name]!);
    const payload = method === 'DELETE' ? '' : JSON.stringify(body);
    const headers = {
      ...(payload ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(payload) } : {}),
      ...(this.cookies[role] ? { cookie: this.cookies[role] } : {}),
      ...(version === undefined ? {} : { 'if-match': version === '*' ? version : `"${version}"` }),
      ...(keyed ? { 'idempotency-key': randomUUID() } : {}),
    };
    return new Promise((resolve, reject) => {
      const asked = request(`${this.app.url}/api/v1${filled}`, { method, headers, agent: this.agent }, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () => {
          const status = answer.statusCode!;
          resolve({ status, code: status < 400 ? '' : codeOf(Buffer.concat(parts).toString('utf8')) });
        });
      });
      asked.on('error', reject);
      asked.end(payload);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}

function codeOf(text: string): string {
  const { code, fields } = JSON.parse(text) as { code: string; fields?: { code: string }[] };
  return code === 'common.invalid' && fields ? fields.map((one) => one.code).join('+') : code;
}

const OF_THE_ROUTE: readonly string[] = ['401', '403'];

/**
 * Tries every action in every state as everybody; answers the cells that came out otherwise than the table says. `again` leaves out
 * what routes refuse without reading a table, and does what is done as one of those who may, where another engine was asked for all.
 */
export async function tryAll<Who extends string>(
  machine: Machine,
  callers: Callers<Who>,
  rows: Rows,
  again = false,
): Promise<string[]> {
  const lines = linesOf(machine, callers.cast);
  const wrong: string[] = [];
  for (const [state, enter] of Object.entries(machine.states)) {
    await enter();
    await rows.keep();
    const cells = await Promise.all(
      Object.entries(machine.routes).map(async ([name, route]) => {
        const given = machine.actions[name]!;
        const action = typeof given === 'function' ? { send: given } : given;
        const line = lines.get(`${state}: ${name}`)!;
        const sent = await action.send();
        return callers.cast.map((role, index) => ({
          name,
          route,
          action,
          line,
          sent,
          role,
          outcome: line.outcomes[index]!,
        }));
      }),
    ).then((found) => found.flat());
    const hold = async ({ name, route, line, sent, role, outcome }: (typeof cells)[number]) => {
      const { status, code } = await callers.ask(role, route, sent);
      const isDone = outcome === 'ok' || outcome === '=';
      const wanted = isDone ? 'done' : `${outcome} ${line.codes[outcome] ?? '?'}`;
      const found = status < 300 ? 'done' : `${status} ${code}`;
      if (found !== wanted) wrong.push(`${state}: ${name} as ${role}: ${found}, and not ${wanted}`);
      return found === 'done';
    };
    const held = cells.filter(
      ({ outcome, role }) =>
        outcome !== 'ok' && !(again && callers.holdNothing.includes(role) && OF_THE_ROUTE.includes(outcome)),
    );
    for (let at = 0; at < held.length; at += AT_ONCE)
      await Promise.all(held.slice(at, at + AT_ONCE).map((cell) => hold(cell)));
    const changed = await rows.putBack();
    if (changed.length > 0) wrong.push(`${state}: what was refused or only answered changed ${changed.join(', ')}`);
    const done = cells.filter(({ outcome }) => outcome === 'ok');
    const byWhom = again
      ? done.filter(({ name }, index) => done.findIndex((one) => one.name === name) === index)
      : done;
    for (const cell of byWhom) {
      const { name, action, line, role } = cell;
      await action.before?.();
      if (action.before) Object.assign(cell, { sent: await action.send() });
      const isDone = await hold(cell);
      await action.after?.();
      const at = isDone && line.leadsTo ? await machine.state!() : line.leadsTo;
      if (at !== line.leadsTo) wrong.push(`${state}: ${name} as ${role}: leads to ${at}, and not to ${line.leadsTo}`);
      if ((await rows.putBack()).length === 0 && isDone) wrong.push(`${state}: ${name} as ${role}: changes nothing`);
    }
  }
  return wrong;
}

import { setImmediate as turn } from 'node:timers/promises';
import type { Server } from 'socket.io';
import { beforeEach, describe, expect, it } from 'vitest';
import { FanOut } from './fan-out.js';

const LISTENERS = 400;

describe('the fan-out to listeners', () => {
  let rooms: Map<string, Set<string>>;
  let told: Record<string, number[]>;
  let written: number;
  let fanOut: FanOut;
  /** Whether somebody waits for what they did to be stored. */
  let acting: boolean;

  beforeEach(() => {
    const names = (of: string) => Array.from({ length: LISTENERS }, (_, index) => `${of}${index}`);
    rooms = new Map([
      ['hall', new Set(names('hall'))],
      ['desk', new Set(['desk0'])],
    ]);
    told = {};
    written = 0;
    acting = false;
    const write = (socket: string) => (packet: string, options: { wsPreEncodedFrame: [Buffer] }) => {
      const [frame] = options.wsPreEncodedFrame;
      expect(frame.subarray(-packet.length).toString()).toBe(packet);
      const [event, { seq }] = JSON.parse(packet.slice(1));
      expect(event).toBe('delta');
      (told[socket] ??= []).push(seq);
      written += 1;
    };
    const everybody = [...rooms.values()].flatMap((room) => [...room]);
    const sockets = new Map(everybody.map((socket) => [socket, { conn: { write: write(socket) } }]));
    fanOut = new FanOut({ of: () => ({ adapter: { rooms }, sockets }) } as unknown as Server, () => acting);
  });

  const send = (room: string, seq: number) => fanOut.send(room, 'delta', { channel: 'c', key: room, seq, data: {} });
  const settle = async () => {
    for (let step = 0; step < 2 * LISTENERS; step += 1) await turn();
  };

  it('reaches every listener by every message once and in order', async () => {
    send('hall', 1);
    send('desk', 7);
    send('hall', 2);
    await turn();
    send('hall', 3);
    await settle();
    expect(Object.keys(told)).toHaveLength(LISTENERS + 1);
    for (const socket of rooms.get('hall')!) expect(told[socket]).toEqual([1, 2, 3]);
    expect(told['desk0']).toEqual([7]);
    send('desk', 8);
    await settle();
    expect(told['desk0']).toEqual([7, 8]);
  });

  it('keeps the numbers of a room in order where two come the other way round, and waits for none', async () => {
    send('hall', 2);
    send('desk', 9);
    send('hall', 4);
    send('hall', 3);
    send('hall', 1);
    await settle();
    for (const socket of rooms.get('hall')!) expect(told[socket]).toEqual([1, 2, 3, 4]);
    send('hall', 7);
    await turn();
    send('hall', 6);
    send('hall', 5);
    await settle();
    for (const socket of rooms.get('hall')!) expect(told[socket]).toEqual([1, 2, 3, 4, 7, 5, 6]);
    expect(told['desk0']).toEqual([9]);
  });

  it('writes nothing before the turn of whoever acted is over, and to a few in each turn', async () => {
    send('hall', 1);
    expect(written).toBe(0);
    let most = 0;
    for (let before = 0; before < LISTENERS; before = written) {
      await turn();
      most = Math.max(most, written - before);
    }
    expect(most).toBeLessThanOrEqual(LISTENERS / 4);
  });

  it('writes to fewer in a turn while somebody acts, and is not kept from going on', async () => {
    const inOneTurn = async () => {
      const before = written;
      await turn();
      return written - before;
    };
    send('hall', 1);
    const most = await inOneTurn();
    acting = true;
    const beside = await inOneTurn();
    expect(beside).toBeGreaterThan(0);
    expect(beside).toBeLessThanOrEqual(most / 8);
    acting = false;
    expect(await inOneTurn()).toBe(most);
    await settle();
    expect(told['hall0']).toEqual([1]);
    expect(written).toBe(LISTENERS);
  });

  it('leaves out who left meanwhile, and rooms that nobody is in', async () => {
    send('nowhere', 1);
    send('hall', 2);
    await turn();
    rooms.get('hall')!.delete(`hall${LISTENERS - 1}`);
    await settle();
    expect(Object.keys(told)).toHaveLength(LISTENERS - 1);
  });
});

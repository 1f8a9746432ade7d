import { SOCKET_EVENTS } from '@haishi/contracts';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { backOff } from './back-off';

describe('the connection of a page', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.resetModules();
  });

  it('comes back within the time that a hall was given, until it is connected anew', async () => {
    vi.stubGlobal('location', { protocol: 'http:', host: '127.0.0.1:9', hostname: '127.0.0.1', port: '9' });
    vi.resetModules();
    const { openSocket } = await import('./socket');
    const socket = await openSocket();
    const waits = () => [
      socket.io.reconnectionDelay(),
      socket.io.reconnectionDelayMax(),
      socket.io.randomizationFactor(),
    ];
    try {
      for (const told of socket.listeners(SOCKET_EVENTS.crowd)) told({ spreadMs: 8192 });
      expect(waits()).toEqual(Object.values(backOff(8192)));
      for (const told of socket.listeners('connect')) told();
      expect(waits()).toEqual(Object.values(backOff()));
    } finally {
      socket.disconnect();
    }
  });
});

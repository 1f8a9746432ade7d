import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A connection to a server that can break while something is being sent. */
export interface Line {
  url: string;
  /** Lets through the next `bytes` of what clients send, then breaks every connection and takes none. */
  breakAfter(bytes: number): void;
  /** Takes connections again. */
  heal(): void;
  close(): Promise<void>;
}

/** Takes connections on an address of its own and passes them on to the server at `url`. */
export async function startLine(url: string): Promise<Line> {
  const { hostname, port } = new URL(url);
  const open = new Set<Socket>();
  let left = Infinity;
  const whole = () => left > 0;
  const keep = (socket: Socket) => {
    open.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => open.delete(socket));
    return socket;
  };
  const server = createServer((client) => {
    if (!whole()) {
      client.destroy();
      return;
    }
    const upstream = keep(connect(Number(port), hostname));
    keep(client).on('close', () => upstream.destroy());
    upstream.on('close', () => client.destroy());
    upstream.pipe(client);
    client.on('data', (data) => {
      const passed = data.subarray(0, Math.min(left, data.length));
      left -= passed.length;
      if (!whole()) {
        upstream.write(passed, () => {
          for (const socket of open) socket.destroy();
        });
      } else if (!upstream.write(passed)) {
        client.pause();
        upstream.once('drain', () => client.resume());
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    breakAfter: (bytes) => (left = bytes),
    heal: () => (left = Infinity),
    close: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** An address that stays while the servers behind it come and go. */
export interface Balancer {
  url: string;
  /** Ports behind it; each connection goes to the first that takes it. */
  ports: number[];
  /** Cuts every connection and takes no new one. */
  cut(): void;
  /** From now on passes on what clients send, and nothing of what the servers answer. */
  mute(): void;
  /** Takes connections again, and passes on answers. */
  heal(): void;
  close(): Promise<void>;
}

export async function startBalancer(ports: number[] = []): Promise<Balancer> {
  const open = new Set<Socket>();
  let whole = true;
  let muted = false;
  const keep = (socket: Socket) => {
    open.add(socket);
    socket.setNoDelay(true);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => open.delete(socket));
    return socket;
  };
  const server: Server = createServer((client) => {
    keep(client);
    if (whole) forward(client, balancer.ports);
    else client.destroy();
  });

  function forward(client: Socket, [port, ...others]: number[]): void {
    if (port === undefined) {
      client.destroy();
      return;
    }
    const upstream = keep(connect(port, '127.0.0.1'));
    const next = () => forward(client, others);
    upstream.once('error', next);
    upstream.once('connect', () => {
      upstream.off('error', next);
      client.pipe(upstream);
      upstream.on('data', (data) => {
        if (!muted) client.write(data);
      });
      upstream.on('close', () => client.destroy());
      client.on('close', () => upstream.destroy());
    });
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const balancer: Balancer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ports,
    cut: () => {
      whole = false;
      for (const socket of open) socket.destroy();
    },
    mute: () => (muted = true),
    heal: () => {
      whole = true;
      muted = false;
    },
    close: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return balancer;
}

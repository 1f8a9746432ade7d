import { createServer, request as ask, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';

/** A proxy before the server, as an office has one. */
export interface Front {
  port: number;
  /** Files that it answers otherwise than the server does, by path: as after another version was put in place. */
  readonly changed: Map<string, (text: string) => string>;
  /** Whether it finds no server behind it, and answers so itself. */
  alone: boolean;
  /** Paths that were asked for. */
  readonly asked: string[];
  close(): Promise<void>;
}

export async function startFront(url: string): Promise<Front> {
  const { hostname, port } = new URL(url);
  const changed: Front['changed'] = new Map();
  const asked: string[] = [];
  const server: Server = createServer((incoming, answer) => {
    const path = incoming.url!.split('?', 1)[0]!;
    asked.push(path);
    if (front.alone) {
      answer.writeHead(502, { 'content-type': 'text/html' }).end('<h1>502 Bad Gateway</h1>');
      return;
    }
    const change = changed.get(path);
    const headers = change
      ? { ...incoming.headers, 'accept-encoding': 'identity', 'if-none-match': '', 'if-modified-since': '' }
      : incoming.headers;
    const outgoing = ask({ hostname, port, path: incoming.url, method: incoming.method, headers }, (theirs) => {
      if (!change) {
        answer.writeHead(theirs.statusCode!, theirs.headers);
        theirs.pipe(answer);
        return;
      }
      const parts: Buffer[] = [];
      theirs.on('data', (part: Buffer) => parts.push(part));
      theirs.on('end', () => {
        const body = Buffer.from(change(Buffer.concat(parts).toString('utf8')));
        answer.writeHead(theirs.statusCode!, {
          ...theirs.headers,
          'content-length': body.length,
          etag: `"${body.length}"`,
        });
        answer.end(body);
      });
    });
    outgoing.on('error', () => answer.destroy());
    incoming.pipe(outgoing);
  });
  server.on('upgrade', (incoming, client, head) => {
    const upstream = connect(Number(port), hostname);
    const lines = Object.entries(incoming.headers).map(([name, value]) => `${name}: ${String(value)}`);
    upstream.write([`${incoming.method} ${incoming.url} HTTP/1.1`, ...lines, '', ''].join('\r\n'));
    upstream.write(head);
    upstream.pipe(client).pipe(upstream);
    for (const socket of [client, upstream])
      socket.on('error', () => {
        client.destroy();
        upstream.destroy();
      });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const front: Front = {
    port: (server.address() as AddressInfo).port,
    changed,
    alone: false,
    asked,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return front;
}

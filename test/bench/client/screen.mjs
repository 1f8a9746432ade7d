import { connect } from 'node:net';

const HEAD_END = Buffer.from('\r\n\r\n');
const KEY = 'aGFpc2hpLWJlbmNoLWtleQ==';

let opened = 0;
/** Ports of connections that were cut stay taken for a minute; Linux has an address for each of many more. */
const elsewhere = () => (process.platform === 'linux' ? { localAddress: `127.0.1.${1 + (opened++ % 200)}` } : {});

/**
 * One screen: a WebSocket that speaks as much of Socket.IO as a listener needs. A whole browser's client would take
 * longer over a message than the server does, and hide what is measured.
 */
export class Screen {
  #socket;
  #held = Buffer.alloc(0);
  #upgraded = false;
  #onDelta;
  #settle;
  /** Within how many milliseconds it should come back after a break; `undefined` where the server did not say. */
  spreadMs;

  /** `onDelta(text)` is told each delta as it came over the wire. */
  constructor(port, onDelta, cookie) {
    this.#onDelta = onDelta;
    this.#socket = connect({ port, host: '127.0.0.1', noDelay: true, ...elsewhere() });
    this.#socket.on('data', (data) => this.#take(data));
    this.#socket.on('error', () => {});
    this.#socket.write(
      `GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nhost: 127.0.0.1\r\nupgrade: websocket\r\nconnection: Upgrade\r\nsec-websocket-version: 13\r\nsec-websocket-key: ${KEY}\r\n${cookie ? `cookie: ${cookie}\r\n` : ''}\r\n`,
    );
  }

  /** Connects and, where there is something to subscribe to, answers the text of what the server says to that. */
  listen(subscription) {
    return new Promise((resolve, reject) => {
      this.#socket.once('close', () => reject(new Error('The screen was cut off.')));
      this.#settle = {
        connected: () => (subscription ? this.#send(`420${JSON.stringify(['subscribe', subscription])}`) : resolve()),
        subscribed: (text) => (text.startsWith('[{"ok":true,') ? resolve(text) : reject(new Error(text))),
      };
    });
  }

  close() {
    this.#socket.destroy();
  }

  /** A masked frame whose mask is zero: the bytes stand as they are. */
  #send(text) {
    const payload = Buffer.from(text);
    const length = payload.length < 126 ? [0x80 | payload.length] : [0xfe, payload.length >> 8, payload.length & 0xff];
    this.#socket.write(Buffer.concat([Buffer.from([0x81, ...length, 0, 0, 0, 0]), payload]));
  }

  #take(data) {
    this.#held = this.#held.length === 0 ? data : Buffer.concat([this.#held, data]);
    if (!this.#upgraded) {
      const end = this.#held.indexOf(HEAD_END);
      if (end < 0) return;
      this.#held = this.#held.subarray(end + HEAD_END.length);
      this.#upgraded = true;
    }
    for (let text = this.#frame(); text !== undefined; text = this.#frame()) this.#read(text);
  }

  #frame() {
    const held = this.#held;
    if (held.length < 2) return undefined;
    const short = held[1] & 0x7f;
    const start = short === 126 ? 4 : short === 127 ? 10 : 2;
    if (held.length < start) return undefined;
    const length = short === 126 ? held.readUInt16BE(2) : short === 127 ? Number(held.readBigUInt64BE(2)) : short;
    if (held.length < start + length) return undefined;
    this.#held = held.subarray(start + length);
    return held.toString('latin1', start, start + length);
  }

  #read(text) {
    if (text.startsWith('42["delta"')) this.#onDelta(text);
    else if (text.startsWith('42["crowd"')) this.spreadMs = JSON.parse(text.slice(2))[1].spreadMs;
    else if (text === '2') this.#send('3');
    else if (text.startsWith('0{')) this.#send('40');
    else if (text.startsWith('40')) this.#settle.connected();
    else if (text.startsWith('430')) this.#settle.subscribed(text.slice(3));
  }
}

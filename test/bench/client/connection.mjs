import { connect } from 'node:net';

const HEAD_END = '\r\n\r\n';

/** One raw keep-alive connection: a request at a time, as text that is already whole. */
export class Connection {
  #socket;
  #held = '';
  #resolve;

  constructor(port) {
    this.#socket = connect({ port, host: '127.0.0.1', noDelay: true });
    this.#socket.setEncoding('latin1');
    this.#socket.on('data', (data) => this.#take(data));
    this.#socket.on('error', () => {});
    this.#socket.on('close', () => this.#resolve?.({ status: 0, head: '', body: 'The connection was closed.' }));
  }

  ready() {
    return new Promise((resolve) => this.#socket.once('connect', resolve));
  }

  /** Answers status, head and body; bytes stand one to a character. */
  send(text) {
    return new Promise((resolve) => {
      this.#resolve = resolve;
      this.#socket.write(text, 'latin1');
    });
  }

  close() {
    this.#resolve = undefined;
    this.#socket.destroy();
  }

  #take(data) {
    this.#held += data;
    const head = this.#held.indexOf(HEAD_END);
    if (head < 0) return;
    const start = head + HEAD_END.length;
    const headText = this.#held.slice(0, head);
    const length = Number(/\r\ncontent-length: *(\d+)/i.exec(headText)?.[1] ?? 0);
    if (this.#held.length < start + length) return;
    const status = Number(headText.slice(9, 12));
    const answer = { status, head: headText, body: this.#held.slice(start, start + length) };
    this.#held = this.#held.slice(start + length);
    const resolve = this.#resolve;
    this.#resolve = undefined;
    resolve?.(answer);
  }
}

/** A whole request; `body` is ASCII. */
export function requestText(method, path, headers, body = '') {
  const lines = Object.entries({ host: '127.0.0.1', ...headers, ...(body ? { 'content-length': body.length } : {}) });
  return `${method} ${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`;
}

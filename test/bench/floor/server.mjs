import { createServer } from 'node:http';

/** What the bench says to this floor. */
export const config = JSON.parse(process.env.FLOOR);

/** As many clients may knock at once as at the product. */
const BACKLOG = 4096;

/**
 * Bare HTTP: `handle(request, body)` answers `{ status, body }`, at once or later, with `more` headers of its own. Every answer carries `headers`
 * besides its own, so that as many bytes go back as from the product.
 */
export function serve(handle, headers = {}) {
  const server = createServer((request, response) => {
    const answer = ({ status = 200, body, problem = false, more = {} }) => {
      const text = JSON.stringify(body);
      const type = problem ? 'application/problem+json; charset=utf-8' : 'application/json; charset=utf-8';
      response.writeHead(status, {
        ...headers,
        ...more,
        'content-type': type,
        'content-length': Buffer.byteLength(text),
      });
      response.end(text);
    };
    if (request.url === '/api/v1/health') return answer({ body: { status: 'ok' } });
    const fail = (error) => answer({ status: 500, body: { error: error.stack } });
    let text = '';
    request.setEncoding('utf8');
    request.on('data', (data) => (text += data));
    request.on('end', () => {
      try {
        const result = handle(request, text === '' ? undefined : JSON.parse(text));
        if (result instanceof Promise) result.then(answer, fail);
        else answer(result);
      } catch (error) {
        fail(error);
      }
    });
  });
  server.listen({ port: Number(process.env.PORT), host: '127.0.0.1', backlog: BACKLOG });
  process.on('SIGTERM', () => process.exit());
  return server;
}

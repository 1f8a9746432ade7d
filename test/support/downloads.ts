import type { Browser } from './app.js';

/** The bytes of a file that `browser` may download. */
export async function download(browser: Browser, url: string): Promise<Buffer> {
  const answer = await browser
    .get(url)
    .buffer(true)
    .parse((response, done) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => done(null, Buffer.concat(chunks)));
    })
    .expect(200);
  return answer.body as Buffer;
}

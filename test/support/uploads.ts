import type { Browser } from './app.js';

/** A PDF of one empty page, padded with a comment to `size` bytes. */
export function pdfOf(size = 0): Buffer {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>',
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const missing = size - text.length - 250;
  if (missing > 0) text += `%${'x'.repeat(missing)}\n`;
  const start = text.length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 4\n0000000000 65535 f \n${rows}trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text.padEnd(size, '\n'), 'latin1');
}

/** Uploads a file in one piece (tus) and answers its id. */
export async function upload(browser: Browser, purpose: string, name: string, content: Buffer): Promise<string> {
  const { status, id } = await sendFile(browser, purpose, name, content);
  if (status !== 204) throw new Error(`${name} was answered with ${status}`);
  return id;
}

/** Uploads a file as {@link upload} does; what the server says of its bytes, or of their announcement where that is refused. */
export async function sendFile(browser: Browser, purpose: string, name: string, content: Buffer) {
  const metadata = Object.entries({ purpose, filename: name }).map(
    ([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`,
  );
  const made = await browser
    .post('/api/v1/files/tus')
    .set({ 'tus-resumable': '1.0.0', 'upload-length': String(content.length), 'upload-metadata': metadata.join(',') });
  if (made.status !== 201) return Object.assign(made, { id: '' });
  const path = new URL(made.headers['location']!, 'http://localhost').pathname;
  const sent = await browser
    .patch(path)
    .set({ 'tus-resumable': '1.0.0', 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' })
    .send(content);
  return Object.assign(sent, { id: path.split('/').at(-1)! });
}

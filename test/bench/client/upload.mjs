import { randomBytes } from 'node:crypto';
import { request } from 'node:http';
import { nextPiece, SMALLEST_PIECE } from '../../../apps/web/src/shared/upload/piece-size.ts';

const TUS = { 'tus-resumable': '1.0.0' };

/**
 * Uploads of one file, one after another: announced and sent in pieces as the pages send them to the product, in one stream
 * to the floor. What was uploaded is removed before the next, which is not measured: what is in no use is limited.
 */
export function createWorkload({ bytes, token }) {
  const file = pdfOf(bytes);
  const headers = { ...TUS, cookie: `haishi_session=${token}` };
  const upload = { ours: (port) => resumable(port, file, headers), floor: (port) => plain(port, file) };
  return {
    /** `count` uploads; answers the seconds that each took. */
    async run({ side, port, count }) {
      const seconds = [];
      for (let at = 0; at < count; at += 1) {
        const begun = performance.now();
        const path = await upload[side](port);
        seconds.push((performance.now() - begun) / 1000);
        await send(port, 'DELETE', path, headers, Buffer.alloc(0), 204);
      }
      return { seconds };
    },
  };
}

async function resumable(port, file, headers) {
  const metadata = Object.entries({ purpose: 'project.material', filename: 'plan.pdf' })
    .map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`)
    .join(',');
  const announced = { ...headers, 'upload-length': file.length, 'upload-metadata': metadata };
  const created = await send(port, 'POST', '/api/v1/files/tus', announced, Buffer.alloc(0), 201);
  const path = new URL(created.headers.location, 'http://localhost').pathname;
  let size = SMALLEST_PIECE;
  let begun = performance.now();
  for (let offset = 0; offset < file.length;) {
    const type = 'application/offset+octet-stream';
    const piece = { ...headers, 'upload-offset': offset, 'content-type': type };
    await send(port, 'PATCH', path, piece, file.subarray(offset, offset + size), 204);
    offset += size;
    const now = performance.now();
    size = nextPiece(size, (now - begun) / 1000);
    begun = now;
  }
  return path;
}

async function plain(port, file) {
  const path = '/file';
  await send(port, 'PUT', path, {}, file, 204);
  return path;
}

function send(port, method, path, headers, body, expected) {
  return new Promise((resolve, reject) => {
    const sent = request({
      port,
      host: '127.0.0.1',
      method,
      path,
      headers: { ...headers, 'content-length': body.length },
    });
    sent.on('error', reject);
    sent.on('response', (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (data) => (text += data));
      response.on('end', () => {
        if (response.statusCode === expected) resolve(response);
        else reject(new Error(`${method} ${path} was answered ${response.statusCode} ${text}`));
      });
    });
    sent.end(body);
  });
}

/** A PDF of one empty page, padded to `size` bytes with what does not compress. */
function pdfOf(size) {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>',
  ];
  let head = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = head.length;
    head += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const tail = (start) =>
    `\nxref\n0 4\n0000000000 65535 f \n${rows}trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  const padding = size - head.length - 1 - tail(10 ** 8).length;
  const start = head.length + 1 + padding;
  return Buffer.concat([Buffer.from(`${head}%`), randomBytes(padding), Buffer.from(tail(start))]);
}

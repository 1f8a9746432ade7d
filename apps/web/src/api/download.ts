import { type CallOptions, request } from './client';

/**
 * Takes a file home under the name that the server gives it; answers the name. A refusal is thrown as an `ApiProblem`, where
 * a link would lead to a page of JSON.
 *
 * @param received told the share of the bytes that came, from 0 to 1, once the server began to send
 */
export async function download(
  path: string,
  options: CallOptions,
  received: (share: number) => void = () => undefined,
): Promise<string> {
  const response = await request('GET', path, { ...options, headers: { accept: '*/*' } });
  const total = Number(response.headers.get('content-length')) || 0;
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const reader = response.body!.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    size += value.length;
    // What comes compressed is more than it was announced to be.
    if (total > 0) received(Math.min(1, size / total));
  }
  const name = nameIn(response.headers.get('content-disposition') ?? '');
  const address = URL.createObjectURL(new Blob(parts, { type: response.headers.get('content-type') ?? '' }));
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  // Browsers read it after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return name;
}

/** The file's name in a `content-disposition` (RFC 6266). */
function nameIn(disposition: string): string {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
  return encoded ? decodeURIComponent(encoded) : (/filename="([^"]+)"/i.exec(disposition)?.[1] ?? 'download');
}

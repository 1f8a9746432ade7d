import { normaliseWidth } from '@haishi/kernel';
import { FILE_TYPES, type FileType } from './content/file-types.js';

/** Signs, as Unicode counts them. */
const MAX_NAME = 180;

/** A file's name without path, signs that cannot be seen or that turn the reading direction, and doubled spaces. */
export function cleanName(name: string): string {
  const base = name.split(/[\\/]/).at(-1) ?? '';
  const visible = base.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '').replace(/[:*?"<>|]/g, '_');
  const clean = visible.replace(/\s+/g, ' ').trim().replace(/^\.+/, '');
  const signs = [...clean];
  if (signs.length <= MAX_NAME) return clean;
  const extension = /\.[A-Za-z0-9]{1,8}$/.exec(clean)?.[0] ?? '';
  return signs.slice(0, MAX_NAME - extension.length).join('') + extension;
}

/** The name with an extension that belongs to what the content is: `plan.exe` that is a PDF becomes `plan.exe.pdf`. */
export function nameForType(name: string, type: FileType): string {
  const { extensions } = FILE_TYPES[type];
  const given = normaliseWidth(name).toLowerCase();
  return extensions.some((extension) => given.endsWith(`.${extension}`)) ? name : `${name}.${extensions[0]}`;
}

/** `Content-Disposition` for saving under any name (RFC 6266, RFC 8187). */
export function attachmentHeader(name: string): string {
  return dispositionHeader('attachment', name);
}

const CLOSED = "default-src 'none'; sandbox";
/** What viewers of PDF in browsers need to stand on a page of their own; older ones refuse a sandbox. */
const viewer = (ancestors: "'none'" | "'self'") =>
  `default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors ${ancestors}`;

/**
 * How a file is sent: to be saved, or, where that was asked for and it is a PDF, to be shown by the browser.
 *
 * @param framed whether a page of ours may show it within itself
 */
export function sendingHeaders(
  file: { name: string; type: string },
  show: boolean,
  framed = false,
): Record<string, string> {
  const shown = show && file.type === 'application/pdf';
  return {
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
    'content-disposition': dispositionHeader(shown ? 'inline' : 'attachment', file.name),
    'content-security-policy': shown ? viewer(framed ? "'self'" : "'none'") : CLOSED,
  };
}

function dispositionHeader(how: 'attachment' | 'inline', name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${how}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

import QRCode from 'qrcode';

/** Modules of white that a reader needs around the code (ISO/IEC 18004 §6.3.8). */
const QUIET = 4;

/** A QR code at level M as a path of dark squares, one unit each, in a square of `size` with its quiet zone. */
export function qrPath(text: string): { path: string; size: number } {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const size = modules.size + 2 * QUIET;
  let path = '';
  for (let row = 0; row < modules.size; row += 1) {
    for (let start = 0; start < modules.size; start += 1) {
      let end = start;
      while (end < modules.size && modules.get(row, end)) end += 1;
      if (end > start) path += `M${start + QUIET} ${row + QUIET}h${end - start}v1h-${end - start}z`;
      start = end;
    }
  }
  return { path, size };
}

/** A QR code at level M as an SVG image without size: one path, black on white. */
export function qrSvg(text: string): string {
  const { path, size } = qrPath(text);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${path}"/></svg>`;
}

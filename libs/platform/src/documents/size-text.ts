const UNITS = ['B', 'KB', 'MB'] as const;

/** A number of bytes as people are told it: `30 MB`, `1.5 MB`, `512 KB`; never more than is allowed. */
export function sizeText(bytes: number): string {
  const step = bytes < 1024 ? 0 : bytes < 1024 * 1024 ? 1 : 2;
  return `${Math.floor((bytes / 1024 ** step) * 10) / 10} ${UNITS[step]}`;
}

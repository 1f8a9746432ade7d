/** How Excel shows a number: the kinds that matter when a cell is read as text. */
export type NumberKind = 'plain' | 'date' | 'time' | 'datetime';

const BUILT_IN: readonly [first: number, last: number, kind: NumberKind][] = [
  [14, 17, 'date'],
  [18, 21, 'time'],
  [22, 22, 'datetime'],
  [27, 31, 'date'],
  [32, 35, 'time'],
  [36, 36, 'date'],
  [45, 47, 'time'],
  [50, 54, 'date'],
  [55, 56, 'time'],
  [57, 58, 'date'],
];

/** The kind of a built-in number format (ECMA-376 part 1 §18.8.30, with its Chinese ids). */
export function builtInKind(id: number): NumberKind {
  return BUILT_IN.find(([first, last]) => id >= first && id <= last)?.[2] ?? 'plain';
}

/** The kind of a custom number format such as `yyyy"年"m"月"d"日"`. */
export function customKind(format: string): NumberKind {
  const bare = format
    .replace(/"[^"]*"/g, '')
    .replace(/[\\_*]./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .replace(/AM\/PM|A\/P|上午\/下午|General/gi, '')
    .split(';')[0]!;
  const time = /[hs]/i.test(bare);
  const date = /[yd]/i.test(bare) || (/m/i.test(bare) && !time);
  if (date) return time ? 'datetime' : 'date';
  return time ? 'time' : 'plain';
}

const DAY = 86_400_000;
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
const LAST_DAY = 2_958_466;

/**
 * A numeric cell as the text a person sees: at most 15 significant digits, dates as `2026-03-01`,
 * times as `09:30`, both together with a space; seconds only where there are any.
 */
export function numberText(raw: string, kind: NumberKind, epoch1904: boolean): string {
  const value = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(value)) return raw;
  if (kind === 'plain' || value < 0 || value >= LAST_DAY) return String(Number(value.toPrecision(15)));
  // Day 60 of the 1900 system is a 29 February that never was; days before it stand one off.
  const shift = !epoch1904 && value < 60 ? 1 : 0;
  const epoch = epoch1904 ? EPOCH_1904 : EPOCH_1900;
  const moment = new Date(epoch + Math.round(((value + shift) * DAY) / 1000) * 1000).toISOString();
  return momentText(moment, kind);
}

/** An ISO 8601 cell (`t="d"`) in the same form. */
export function isoText(raw: string, kind: NumberKind): string {
  const moment = new Date(/[zZ]|[+-]\d\d:?\d\d$/.test(raw) || !raw.includes('T') ? raw : `${raw}Z`);
  return Number.isNaN(moment.getTime()) ? raw : momentText(moment.toISOString(), kind === 'plain' ? 'datetime' : kind);
}

function momentText(iso: string, kind: NumberKind): string {
  const date = iso.slice(0, 10);
  const seconds = iso.slice(17, 19);
  const time = iso.slice(11, 16) + (seconds === '00' ? '' : `:${seconds}`);
  if (kind === 'time') return time;
  return time === '00:00' ? date : `${date} ${time}`;
}

/** Undoes `_x000D_`, by which a workbook writes characters that XML cannot hold. */
export function unescapeText(text: string): string {
  return text
    .replace(/_x([0-9a-fA-F]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    .replace(/\r\n?/g, '\n');
}

/** The column of a reference such as `AB12`, from 0; `undefined` where there is none. */
export function columnIndex(reference: string): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0];
  if (!letters) return undefined;
  return [...letters].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** The letters of a column counted from 0: `AB` for 27. */
export function columnName(index: number): string {
  let name = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}

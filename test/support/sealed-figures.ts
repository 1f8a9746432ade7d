/** Figures that nobody outside may learn are looked for in whatever was received, in hundredths throughout. */

export const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;
export const INSTANT = /\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?/g;
export const MILLISECONDS = /(?<![\d.])1[6-9]\d{11}(?![\d.])/g;
/** Encodings are opened to this depth: base64 inside an escape inside base64. */
const DEPTH = 3;
/** Smaller numbers are counts, places, seats and seconds: a figure of these sessions has seven digits and more. */
const LEAST = 100_000;
/** A mean may have been of so many judges. */
const JUDGES = [2, 3, 4, 5, 6, 7];

/** The text without what is an id or a moment by its form; nothing else is left out, no field by its name. */
export function withoutIdsAndMoments(text: string): string {
  return text.replace(UUID, '#').replace(INSTANT, '@').replace(MILLISECONDS, '@');
}

/** The text, and all that it says once percent signs, `\u`, character references and base64 are read. */
export function readings(text: string): string[] {
  const found = new Set([text]);
  let latest = [text];
  for (let depth = 0; depth < DEPTH && latest.length > 0; depth += 1) {
    const opened = latest.flatMap((one) => [unescaped(one), ungrouped(one), ...decoded(one)]);
    latest = [...new Set(opened)].filter((one) => !found.has(one));
    for (const one of latest) found.add(one);
  }
  return [...found];
}

const character = (code: string, base: number) => {
  const number = Number.parseInt(code, base);
  return number <= 0x10_ff_ff ? String.fromCodePoint(number) : ' ';
};

function unescaped(text: string): string {
  return text
    .replace(/%([0-9a-f]{2})/gi, (_, code: string) => character(code, 16))
    .replace(/\\+u([0-9a-f]{4})/gi, (_, code: string) => character(code, 16))
    .replace(/\\+x([0-9a-f]{2})/gi, (_, code: string) => character(code, 16))
    .replace(/&#x([0-9a-f]{1,6});/gi, (_, code: string) => character(code, 16))
    .replace(/&#(\d{1,7});/g, (_, code: string) => character(code, 10))
    .replace(/[\uff0e\uff10-\uff19]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
}

/** `1,234,567.89` written together. */
const ungrouped = (text: string) => text.replace(/(?<=\d)[,_'\s\u00a0\u2009\u202f](?=\d{3}(?!\d))/g, '');

/** What base64 in the text says, of either alphabet and wherever it begins; only what is written in plain characters. */
function decoded(text: string): string[] {
  const runs = [...(text.match(/[A-Za-z0-9+/]{8,}/g) ?? []), ...(text.match(/[A-Za-z0-9_-]{8,}/g) ?? [])];
  return [...new Set(runs)].flatMap((run) =>
    [0, 1, 2, 3].flatMap((from) => {
      const text = Buffer.from(run.slice(from), 'base64').toString('latin1');
      const plain = text.match(/[\x20-\x7e]{6,}/g) ?? [];
      return plain.filter((one) => one === text || /\d{5}/.test(one));
    }),
  );
}

/** Sets digits of sixteen apart from words: nothing shorter or longer is a figure of these sessions. */
const HEXADECIMAL = /(?<![0-9a-z])(?:0x)?([0-9a-f]{5,7})(?![0-9a-z])/gi;
/** Milliseconds by which clocks of test and server may differ, and a request may last. */
const NEAR_MS = 120_000;
/** Longer than any edition is planned ahead. */
const PLANNED_MS = 20 * 366 * 86_400_000;

/**
 * Moments in the text, in milliseconds, at which nothing can have happened since `begun` and for which nobody plans: not a
 * whole minute, or decades away. A figure may hide in one.
 */
export function strangeMoments(text: string, begun: number, now: number): number[] {
  const written = [...text.matchAll(INSTANT)].map(([token]) => Date.parse(inZone(token)));
  const counted = [...text.matchAll(MILLISECONDS)].map(([token]) => Number(token));
  const happened = (at: number) => at >= begun - NEAR_MS && at <= now + NEAR_MS;
  const planned = (at: number) => at % 60_000 === 0 && Math.abs(at - now) < PLANNED_MS;
  return [...written, ...counted].filter((at) => Number.isFinite(at) && !happened(at) && !planned(at));
}

/** A wall time is that of the sessions' room. */
const inZone = (token: string) => (/(?:Z|[+-]\d\d:\d\d)$/.test(token) ? token : `${token.replace(' ', 'T')}+08:00`);

/** What somebody was told, as numbers; each with the text that told it first. */
export class Told {
  /** Every number as a figure: an integer is in hundredths, a decimal in points. */
  readonly figures = new Map<number, string>();
  /** What an integer would be in points and a decimal in hundredths. */
  readonly otherwise = new Map<number, string>();
  /** Sums and means of what was told side by side, in one list. */
  readonly sums = new Map<number, string>();
  private readonly seen = new Set<string>();

  add(received: string): void {
    const text = withoutIdsAndMoments(received);
    if (this.seen.has(text)) return;
    this.seen.add(text);
    for (const one of readings(text)) {
      let before: number | undefined;
      for (const [token] of one.matchAll(/\d+(?:\.\d+)?/g)) {
        const decimal = token.includes('.');
        const value = Number(token);
        this.put(this.figures, Math.round(value * (decimal ? 100 : 1)), received);
        this.put(this.otherwise, Math.round(value * (decimal ? 1 : 100)), received);
        // Points and hundredths told one after the other.
        if (before !== undefined && !decimal && value < 100) this.put(this.otherwise, before * 100 + value, received);
        before = decimal ? undefined : value;
      }
      for (const [, digits] of one.matchAll(HEXADECIMAL))
        this.put(this.otherwise, Number.parseInt(digits!, 16), received);
    }
    this.addSums(text, received);
  }

  private put(figures: Map<number, string>, value: number, received: string): void {
    if (!figures.has(value)) figures.set(value, received);
  }

  private addSums(text: string, received: string): void {
    const start = text.search(/[[{]/);
    if (start < 0) return;
    let json: unknown;
    try {
      json = JSON.parse(text.slice(start));
    } catch {
      return;
    }
    for (const list of numbersSideBySide(json)) {
      const sum = list.reduce((total, value) => total + value, 0);
      this.put(this.sums, Math.round(sum), received);
      this.put(this.sums, Math.round(sum / list.length), received);
    }
  }
}

/** Every list of numbers: of an array, of one field of the objects in an array, of the fields of an object. */
function numbersSideBySide(json: unknown): number[][] {
  if (typeof json !== 'object' || json === null) return [];
  const inside = Object.values(json).flatMap((one) => numbersSideBySide(one));
  const lists: number[][] = [Object.values(json).filter((one) => typeof one === 'number')];
  if (Array.isArray(json)) {
    const fields = new Set(json.flatMap((one) => (typeof one === 'object' && one !== null ? Object.keys(one) : [])));
    for (const field of fields)
      lists.push(
        json.map((one) => (one as Record<string, unknown> | null)?.[field]).filter((one) => typeof one === 'number'),
      );
  }
  return [...inside, ...lists.filter((list) => list.length > 1)];
}

const excerpt = (text: string) => (text.length > 300 ? `${text.slice(0, 300)}…` : text);

/**
 * Each of the `sealed` figures that `told` gives away: as it stands in any form, or by one step from what was told: the sum,
 * the difference or the mean of two, or a mean taken times its judges less another figure or a sum.
 */
export function findSealed(told: Told, sealed: ReadonlySet<number>): string[] {
  const found: string[] = [];
  for (const value of sealed) {
    const text = told.figures.get(value) ?? told.otherwise.get(value) ?? told.sums.get(value);
    if (text !== undefined) found.push(`${value} in ${excerpt(text)}`);
  }
  const figures = [...new Set([...told.figures.keys(), ...told.sums.keys()])];
  const large = figures.filter((value) => value >= LEAST);
  const near = nearness(sealed);
  for (const one of large)
    for (const other of figures) {
      if (one < other) continue;
      if (sealed.has(one - other)) found.push(`${one - other} as ${one} - ${other}`);
      if (sealed.has(one + other)) found.push(`${one + other} as ${one} + ${other}`);
      const mean = near((one + other) / 2, 0.5);
      if (one !== other && mean !== undefined) found.push(`${mean} as the mean of ${one} and ${other}`);
    }
  for (const mean of large)
    for (const sum of told.sums.keys())
      for (const judges of JUDGES) {
        const value = near(mean * judges - sum, judges / 2);
        if (value !== undefined) found.push(`${value} as ${mean} * ${judges} - ${sum}`);
      }
  return found;
}

/** Finds the sealed figure that lies within `reach` of a value. */
function nearness(sealed: ReadonlySet<number>): (value: number, reach: number) => number | undefined {
  const byTens = new Map<number, number[]>();
  for (const value of sealed) {
    const ten = Math.floor(value / 10);
    byTens.set(ten, [...(byTens.get(ten) ?? []), value]);
  }
  return (value, reach) => {
    const ten = Math.floor(value / 10);
    for (const at of [ten - 1, ten, ten + 1])
      for (const one of byTens.get(at) ?? []) if (Math.abs(one - value) <= reach) return one;
    return undefined;
  };
}

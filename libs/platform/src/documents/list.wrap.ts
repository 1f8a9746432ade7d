const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}]/u;
/** A line does not begin with these (GB/T 15834, 标点避头尾). */
const NOT_FIRST = new Set('，。、；：？！）》」』】〉”’％…—·,.;:?!)]}%');
/** A line does not end with these. */
const NOT_LAST = new Set('（《「『【〈“‘([{');
const AFTER = new Set('-/_@');

/**
 * A text in lines no wider than `width`: broken between Chinese characters, after spaces and hyphens, by the rules of
 * punctuation; within a word only where it is wider than a line by itself.
 */
export function wrapText(text: string, width: number, widthOf: (sign: string) => number): string[] {
  return text.split(/\r\n?|\n/).flatMap((paragraph) => wrapParagraph(paragraph, width, widthOf));
}

function wrapParagraph(text: string, width: number, widthOf: (sign: string) => number): string[] {
  const lines: string[] = [];
  let line: string[] = [];
  let used = 0;
  let breakAt = 0;
  for (const raw of text) {
    const sign = raw === '\t' ? ' ' : raw;
    const advance = widthOf(sign);
    if (mayBreak(line.at(-1), sign)) breakAt = line.length;
    // A space that does not fit hangs over the edge and is cut.
    const room = sign === ' ' ? Infinity : width;
    while (line.length > 0 && used + advance > room) {
      const cut = breakAt > 0 ? breakAt : line.length;
      lines.push(line.slice(0, cut).join('').trimEnd());
      line = line.slice(cut);
      while (line[0] === ' ') line.shift();
      used = line.reduce((sum, one) => sum + widthOf(one), 0);
      breakAt = 0;
    }
    line.push(sign);
    used += advance;
  }
  return [...lines, line.join('').trimEnd()];
}

function mayBreak(before: string | undefined, sign: string): boolean {
  if (before === undefined || sign === ' ') return false;
  if (before === ' ') return true;
  if (NOT_FIRST.has(sign) || NOT_LAST.has(before)) return false;
  return AFTER.has(before) || WIDE.test(before) || WIDE.test(sign);
}

/** Signs that nobody sees, such as a zero-width space, a soft hyphen or a Hangul filler, and the blank of Braille (UAX #44). */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\u2800]/gu;
const RUN = /[\p{Default_Ignorable_Code_Point}\u2800]+/gu;

/** Scripts whose letters a joiner or non-joiner ties or parts: Persian, those of India and others. */
const JOINED =
  /^[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Nko}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]$/u;
const TURNED = /^[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]$/u;
const PICTURE = /^[\p{Extended_Pictographic}\p{Emoji_Modifier}]$/u;
const VARIED = /^[\p{Script=Han}\p{Script=Mongolian}]$/u;

/** A text without signs that nobody sees, as names are compared. */
export function withoutUnseen(text: string): string {
  return text.replace(UNSEEN, '');
}

/**
 * A text without signs that nobody sees, but for those that change what is seen beside them: the joiners of pictures (👩‍🚀), of Persian
 * and of the scripts of India, marks of direction beside letters written from right to left, and what chooses a form of the sign before.
 */
export function withoutStrayUnseen(text: string): string {
  return text.replace(RUN, (run, at: number) => {
    const before = [...text.slice(Math.max(0, at - 2), at)].at(-1) ?? '';
    const after = String.fromCodePoint(text.codePointAt(at + run.length) ?? 0);
    return kept(run, before, after);
  });
}

function kept(run: string, before: string, after: string): string {
  if (before === '🏴') return /^[\u{e0020}-\u{e007e}]+\u{e007f}/u.exec(run)?.[0] ?? '';
  if (PICTURE.test(before)) {
    const [, form = '', joiner = ''] = /^([\ufe0e\ufe0f]?)(\u200d?)/.exec(run)!;
    return form + (PICTURE.test(after) ? joiner : '');
  }
  if (after === '\u20e3') return /^\ufe0f/.exec(run)?.[0] ?? '';
  if (VARIED.test(before)) {
    const form = /^[\ufe00-\ufe02\u180b-\u180f\u{e0100}-\u{e01ef}]/u.exec(run)?.[0];
    if (form !== undefined) return form;
  }
  const mark = /^[\u200e\u200f\u061c]/.exec(run)?.[0];
  if (mark !== undefined) return TURNED.test(before) || TURNED.test(after) ? mark : '';
  return JOINED.test(before) && JOINED.test(after) ? (/^[\u200c\u200d]/.exec(run)?.[0] ?? '') : '';
}

import { withoutStrayUnseen } from '@haishi/kernel';

/** Control characters but tab and line ends. */
const CONTROL = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/g;

/** A text as it is kept: what cannot be seen but spoils a list, a screen or a spreadsheet is dropped, and white space around it. */
export const tidyText = (text: string): string => withoutStrayUnseen(text.toWellFormed().replace(CONTROL, '')).trim();

const BREAK = /\s*[\t\n\r\u0085\u2028\u2029]\s*/g;

/** A name or a title as it is kept: tidied, and with a space where a line ended, so that lists, mail subjects and screens hold one line. */
export const tidyLine = (text: string): string => tidyText(text).replace(BREAK, ' ');

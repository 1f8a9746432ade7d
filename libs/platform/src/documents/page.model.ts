import type { Locale } from '@haishi/contracts';

/** Points of A4 on its side. */
export const PAGE_SIZE = { width: 841.89, height: 595.28 } as const;

interface Placed {
  /** Points from the left and from the top. */
  at: readonly [x: number, y: number];
  color: string;
}

/** A frame of so thick a line. */
export interface FrameMark extends Placed {
  kind: 'frame';
  width: number;
  height: number;
  line: number;
}

/** Filled; as in the `d` of an SVG path, `scale` points to a unit. */
export interface PathMark extends Placed {
  kind: 'path';
  path: string;
  scale: number;
}

/** One line, of so many points. */
export interface LineMark extends Placed {
  kind: 'line';
  text: string;
  size: number;
}

/** Centred lines in a box; smaller down to `least` where they do not fit it, and cut off beyond. */
export interface BoxMark extends Placed {
  kind: 'box';
  text: string;
  bold: boolean;
  size: number;
  least: number;
  width: number;
  height: number;
}

export type PageMark = FrameMark | PathMark | LineMark | BoxMark;

/** A page of A4 on its side, told mark by mark, so that another thread can draw it. */
export interface PdfPage {
  /** Shown by readers in the window's title. */
  title: string;
  language: Locale;
  marks: readonly PageMark[];
}

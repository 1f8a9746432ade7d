export {
  type CellFault,
  columnLetters,
  type HeaderReading,
  namedFaults,
  type Places,
  readColumns,
} from './columns.rules.js';
export { readCsv } from './csv.js';
export { LIST_ANSWER, type ListFile, ListQuery, sendList } from './list.answer.js';
export { type ColumnOf, partOf } from './list.columns.js';
export { LIST_FORMATS, LIST_TYPES, type ListFormat, writeList } from './list.js';
export { nameOfZone, PRIVATE_LIST } from './list.words.js';
export type { ListCell, ListColumn, ListDocument, ListPart } from './list.model.js';
export { PAGE_SIZE, type PageMark, type PdfPage } from './page.model.js';
export { writePagePdf } from './page.pdf.js';
export { type PdfDocument, pdfDocument, type PdfOptions } from './pdf.js';
export { qrPath, qrSvg } from './qr.js';
export { readTable } from './table.js';
export { DEFAULT_TABLE_LIMITS, readSheet, type TableLimits } from './xlsx.reader.js';
export { type Cell, type Sheet, type SheetColumn, writeWorkbook } from './xlsx.writer.js';
export { sizeText } from './size-text.js';

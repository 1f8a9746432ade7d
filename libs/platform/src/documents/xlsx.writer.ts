import { columnName } from './xlsx.cells.js';
import { ZipWriter } from './zip.writer.js';

/** A cell; a number stays a number, everything else is text and never a formula. */
export type Cell = string | number | null | undefined;

/** How a column shows its numbers: as moments or days of a workbook's calendar, or with so many decimals. */
export type NumberFormat = 'instant' | 'day' | number;

export interface SheetColumn {
  header: string;
  /** Of the column's numbers; as they come where not given. */
  format?: NumberFormat;
  /** In characters of the default font; a Chinese character takes two. */
  width?: number;
  /** The only values a person may choose from a drop-down list. */
  choices?: readonly string[];
  /** Shown beside the cell while it is being filled. */
  hint?: string;
  /** Whether the header is marked as one that must be filled. */
  required?: boolean;
}

export interface Sheet {
  /** At most 31 characters, none of `[]:*?/\`. */
  name: string;
  columns: readonly SheetColumn[];
  rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>;
}

const LISTS_SHEET = '_lists';
const LAST_ROW = 1_048_576;
const MAX_CELL_LENGTH = 32_767;
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Indexes into the `cellXfs` of {@link STYLES}. */
const TEXT_STYLE = 1;
const HEADER_STYLE = 2;
const REQUIRED_STYLE = 3;
const INSTANT_STYLE = 4;
const DAY_STYLE = 5;
/** Of no decimals; one more decimal is the next style. */
const DECIMALS_STYLE = 6;
const MOST_DECIMALS = 4;
/** The first id of a number format of one's own. */
const OWN_FORMAT = 164;
const NUMBER_FORMATS = [
  'yyyy\\-mm\\-dd\\ hh:mm:ss',
  'yyyy\\-mm\\-dd',
  ...Array.from({ length: MOST_DECIMALS + 1 }, (_, count) => (count === 0 ? '0' : `0.${'0'.repeat(count)}`)),
];
const TOP = '<alignment vertical="top"/>';

const STYLES =
  `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="${NUMBER_FORMATS.length}">` +
  NUMBER_FORMATS.map((code, at) => `<numFmt numFmtId="${OWN_FORMAT + at}" formatCode="${code}"/>`).join('') +
  '</numFmts>' +
  '<fonts count="3"><font><sz val="11"/><name val="等线"/></font><font><b/><sz val="11"/><name val="等线"/></font>' +
  '<font><b/><sz val="11"/><color rgb="FFB42318"/><name val="等线"/></font></fonts>' +
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
  '<fill><patternFill patternType="solid"><fgColor rgb="FFEAF1F8"/><bgColor indexed="64"/></patternFill></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  `<cellXfs count="${INSTANT_STYLE + NUMBER_FORMATS.length}">` +
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>' +
  '<xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf>' +
  '<xf numFmtId="49" fontId="2" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf>' +
  NUMBER_FORMATS.map(
    (_, at) =>
      `<xf numFmtId="${OWN_FORMAT + at}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1">${TOP}</xf>`,
  ).join('') +
  '</cellXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';

/**
 * A workbook with a frozen, filterable header in each sheet, drop-down lists where a column has choices,
 * and cells typed as text, so that long numbers keep their digits. Rows are taken one by one: only compressed bytes are held.
 */
export async function writeWorkbook(sheets: readonly Sheet[]): Promise<Buffer> {
  for (const { name } of sheets)
    if (!/^[^[\]:*?/\\]{1,31}$/.test(name) || name === LISTS_SHEET) throw new RangeError(`not a sheet's name: ${name}`);
  const lists = collectLists(sheets);
  const names = [...sheets.map((sheet) => sheet.name), ...(lists.length > 0 ? [LISTS_SHEET] : [])];
  const zip = new ZipWriter();
  await zip.add('[Content_Types].xml', [contentTypes(names.length)]);
  await zip.add('_rels/.rels', [
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  ]);
  await zip.add('xl/workbook.xml', [workbookPart(names)]);
  await zip.add('xl/_rels/workbook.xml.rels', [workbookRelations(names.length)]);
  await zip.add('xl/styles.xml', [STYLES]);
  for (const [index, sheet] of sheets.entries())
    await zip.add(`xl/worksheets/sheet${index + 1}.xml`, sheetPart(sheet, lists));
  if (lists.length > 0) await zip.add(`xl/worksheets/sheet${names.length}.xml`, [listsPart(lists)]);
  return zip.finish();
}

/** One list for each distinct set of choices, in columns of the hidden sheet: a list written into the rule itself ends at 255 characters. */
function collectLists(sheets: readonly Sheet[]): (readonly string[])[] {
  const lists = new Map<string, readonly string[]>();
  for (const { columns } of sheets)
    for (const { choices } of columns) if (choices && choices.length > 0) lists.set(JSON.stringify(choices), choices);
  return [...lists.values()];
}

function numberStyle({ format }: SheetColumn): number {
  if (format === undefined) return 0;
  if (format === 'instant') return INSTANT_STYLE;
  return format === 'day' ? DAY_STYLE : DECIMALS_STYLE + Math.min(MOST_DECIMALS, format);
}

function* rowPart(
  number: number,
  cells: readonly Cell[],
  style: (column: number) => number,
  numbers: readonly number[] = [],
): Generator<string> {
  yield `<row r="${number}">`;
  for (const [index, cell] of cells.entries()) {
    if (cell === null || cell === undefined || cell === '') continue;
    const reference = columnName(index) + number;
    if (typeof cell === 'number') yield `<c r="${reference}"${styled(numbers[index])}><v>${cell}</v></c>`;
    else
      yield `<c r="${reference}" s="${style(index)}" t="inlineStr"><is><t xml:space="preserve">${escapeText(cell)}</t></is></c>`;
  }
  yield '</row>';
}

const styled = (style: number | undefined): string => (style ? ` s="${style}"` : '');

async function* sheetPart(sheet: Sheet, lists: (readonly string[])[]): AsyncGenerator<string> {
  const { columns } = sheet;
  const last = columnName(Math.max(0, columns.length - 1));
  yield `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>`;
  for (const [index, column] of columns.entries())
    yield `<col min="${index + 1}" max="${index + 1}" width="${column.width ?? 16}" style="${TEXT_STYLE}" customWidth="1"/>`;
  yield '</cols><sheetData>';
  const header = columns.map((column) => column.header);
  yield [...rowPart(1, header, (index) => (columns[index]!.required ? REQUIRED_STYLE : HEADER_STYLE))].join('');
  const numbers = columns.map(numberStyle);
  let number = 1;
  let pending = '';
  for await (const row of sheet.rows) {
    number += 1;
    for (const part of rowPart(number, row, () => TEXT_STYLE, numbers)) pending += part;
    if (pending.length < 65536) continue;
    yield pending;
    pending = '';
  }
  yield `${pending}</sheetData><autoFilter ref="A1:${last}${number}"/>${validationsPart(columns, lists)}</worksheet>`;
}

function validationsPart(columns: readonly SheetColumn[], lists: (readonly string[])[]): string {
  const rules = columns.flatMap((column, index) => {
    const name = columnName(index);
    const range = `sqref="${name}2:${name}${LAST_ROW}"`;
    const hint = column.hint ? ` showInputMessage="1" prompt="${escapeAttribute(column.hint.slice(0, 255))}"` : '';
    const { choices } = column;
    if (choices && choices.length > 0) {
      const list = columnName(lists.findIndex((candidate) => JSON.stringify(candidate) === JSON.stringify(choices)));
      const formula = `${LISTS_SHEET}!$${list}$1:$${list}$${choices.length}`;
      return [
        `<dataValidation type="list" allowBlank="1" showErrorMessage="1"${hint} ${range}><formula1>${formula}</formula1></dataValidation>`,
      ];
    }
    return hint ? [`<dataValidation allowBlank="1"${hint} ${range}/>`] : [];
  });
  return rules.length === 0 ? '' : `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`;
}

function listsPart(lists: (readonly string[])[]): string {
  const rows = Array.from({ length: Math.max(...lists.map((list) => list.length)) }, (_, row) =>
    [
      ...rowPart(
        row + 1,
        lists.map((list) => list[row]),
        () => TEXT_STYLE,
      ),
    ].join(''),
  );
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${rows.join('')}</sheetData></worksheet>`;
}

function contentTypes(sheets: number): string {
  const parts = Array.from(
    { length: sheets },
    (_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${CONTENT}.worksheet+xml"/>`,
  );
  return (
    `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${CONTENT}.sheet.main+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${CONTENT}.styles+xml"/>${parts.join('')}</Types>`
  );
}

function workbookPart(names: readonly string[]): string {
  const sheets = names.map((name, index) => {
    const hidden = name === LISTS_SHEET ? ' state="hidden"' : '';
    return `<sheet name="${escapeAttribute(name)}" sheetId="${index + 1}"${hidden} r:id="rId${index + 1}"/>`;
  });
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${sheets.join('')}</sheets></workbook>`;
}

function workbookRelations(sheets: number): string {
  const parts = Array.from(
    { length: sheets },
    (_, index) =>
      `<Relationship Id="rId${index + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  );
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${parts.join('')}<Relationship Id="rId${sheets + 1}" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`;
}

function escapeText(text: string): string {
  return text
    .slice(0, MAX_CELL_LENGTH)
    .replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_')
    .replace(
      /[\0-\x08\x0b-\x1f\ufffe\uffff]/g,
      (sign) => `_x${sign.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}_`,
    )
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

const escapeAttribute = (text: string) => escapeText(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;');

import type { ErrorCatalogue } from './catalogue.js';

export const FILES_ERRORS = {
  'files.empty': { kind: 'invalid', zh: '文件是空的。', en: 'The file is empty.' },
  'files.too_large': {
    kind: 'too_large',
    zh: '文件过大，最多 {max} 字节。',
    en: 'The file is too large; at most {max} bytes.',
  },
  'files.archive_broken': {
    kind: 'invalid',
    zh: '文件已损坏，无法打开。',
    en: 'The file is damaged and cannot be opened.',
  },
  'files.archive_unsafe': {
    kind: 'invalid',
    zh: '文件解压后过大或结构异常，已拒绝。',
    en: 'The file expands too far or is built in an unsafe way, and was refused.',
  },
  'files.encrypted': {
    kind: 'invalid',
    zh: '文件设有密码，请去除密码后再上传。',
    en: 'The file is protected by a password. Remove it and upload again.',
  },
  'files.sheet_unreadable': {
    kind: 'invalid',
    zh: '不是有效的 Excel 工作簿（.xlsx）。',
    en: 'This is not a valid Excel workbook (.xlsx).',
  },
  'files.sheet_legacy': {
    kind: 'unsupported',
    zh: '这是旧版 Excel 文件（.xls）或加密的工作簿，请另存为不加密的 .xlsx 后再上传。',
    en: 'This is an old Excel file (.xls) or an encrypted workbook. Save it as .xlsx without a password and upload again.',
  },
  'files.too_many_rows': {
    kind: 'too_large',
    zh: '表格最多 {max} 行（含表头）。',
    en: 'A table may have at most {max} rows, the header included.',
  },
  'files.too_many_columns': {
    kind: 'too_large',
    zh: '表格最多 {max} 列。',
    en: 'A table may have at most {max} columns.',
  },
  'files.csv_unreadable': {
    kind: 'invalid',
    zh: '无法识别文件的文字编码，请另存为 UTF-8 编码的 CSV 或 .xlsx。',
    en: 'The text encoding is not recognised. Save the file as CSV in UTF-8 or as .xlsx.',
  },
  'files.csv_unclosed_quote': {
    kind: 'invalid',
    zh: '第 {row} 行有未闭合的引号。',
    en: 'Row {row} has a quote that is never closed.',
  },
  'files.csv_stray_quote': {
    kind: 'invalid',
    zh: '第 {row} 行引号之后有多余的内容。',
    en: 'Row {row} has text after a closing quote.',
  },
  'jobs.interrupted': {
    kind: 'unavailable',
    zh: '任务多次中断，未能完成，请重新发起。',
    en: 'The work was interrupted too often and did not finish. Please start it again.',
  },
} as const satisfies ErrorCatalogue;

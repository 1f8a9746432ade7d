import type { ErrorCatalogue } from './catalogue.js';

export const FILES_ERRORS = {
  'files.empty': { kind: 'invalid', zh: '文件是空的。', en: 'The file is empty.' },
  'files.too_large': {
    kind: 'too_large',
    zh: '文件过大，最多 {max}。',
    en: 'The file is too large; at most {max}.',
  },
  'files.broken': {
    kind: 'invalid',
    zh: '文件不完整或已损坏，请重新导出后再上传。',
    en: 'The file is cut or damaged. Export it again and upload the new one.',
  },
  'files.type_mismatch': {
    kind: 'unsupported',
    zh: '文件的实际内容不是所允许的类型（{types}）。',
    en: 'What the file really contains is not one of the types allowed here ({types}).',
  },
  'files.active_content': {
    kind: 'invalid',
    zh: '文件中含有会自动运行的内容（宏、脚本、启动动作或内嵌文件），请另存为不含这些内容的文件后再上传。',
    en: 'The file holds something that runs by itself (a macro, a script, a launch action or a file inside it). Save it without that and upload again.',
  },
  'files.uncheckable': {
    kind: 'invalid',
    zh: '无法检查文件内容，请用常用软件重新导出后再上传。',
    en: 'The content cannot be checked. Export the file again with a common program and upload the new one.',
  },
  'files.image_too_large': {
    kind: 'too_large',
    zh: '图片尺寸过大，边长最多 {max} 像素。',
    en: 'The picture is too large; at most {max} pixels on a side.',
  },
  'files.trailing_data': {
    kind: 'invalid',
    zh: '图片末尾附有其他数据，已拒绝。',
    en: 'There is other data behind the picture; it was refused.',
  },
  'files.name_required': { kind: 'invalid', zh: '缺少文件名。', en: 'The name of the file is missing.' },
  'files.unknown_purpose': {
    kind: 'invalid',
    zh: '不能上传这种用途的文件。',
    en: 'Files cannot be uploaded for this purpose.',
  },
  'files.size_required': {
    kind: 'invalid',
    zh: '上传前须说明文件大小。',
    en: 'The size of the file must be given before the upload.',
  },
  'files.too_many_open': {
    kind: 'too_many',
    zh: '您有 {count} 个上传后还没有使用的文件，最早的是：{names}。请在原来的页面使用或移除，或等 {hours} 小时后再上传：届时最早的一个会自动清除。',
    en: 'You have {count} uploads that are not in use yet, the first of them: {names}. Use or remove them on the page where you chose them, or try again in {hours} h, when the first is cleared away.',
  },
  'files.not_ready': { kind: 'conflict', zh: '文件尚未上传完毕。', en: 'The upload of this file is not finished.' },
  'files.not_usable': {
    kind: 'invalid',
    zh: '没有这个文件，或它不是您为此用途上传的。',
    en: 'There is no such file, or you did not upload it for this purpose.',
  },
  'files.already_used': {
    kind: 'conflict',
    zh: '这个文件已用于别处，请另行上传。',
    en: 'This file is already used elsewhere. Please upload another.',
  },
  'files.expired': {
    kind: 'gone',
    zh: '上传已过期，请重新上传。',
    en: 'The upload has expired. Please upload the file again.',
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
  'files.columns_missing': {
    kind: 'invalid',
    zh: '缺少列：{columns}。请使用本页下载的模板。',
    en: 'Columns are missing: {columns}. Please use the template from this page.',
  },
  'files.column_twice': {
    kind: 'invalid',
    zh: '列“{column}”出现了两次（{cells}）。',
    en: 'The column “{column}” appears twice ({cells}).',
  },
  'jobs.interrupted': {
    kind: 'unavailable',
    zh: '任务多次中断，未能完成，请重新发起。',
    en: 'The work was interrupted too often and did not finish. Please start it again.',
  },
} as const satisfies ErrorCatalogue;

/** The kinds of file the product takes, told by their content, never by their name or what the sender says. */
export const FILE_TYPES = {
  'application/pdf': { extensions: ['pdf'], zh: 'PDF', en: 'PDF' },
  'image/png': { extensions: ['png'], zh: 'PNG 图片', en: 'PNG image' },
  'image/jpeg': { extensions: ['jpg', 'jpeg'], zh: 'JPEG 图片', en: 'JPEG image' },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': {
    extensions: ['xlsx'],
    zh: 'Excel 工作簿',
    en: 'Excel workbook',
  },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': {
    extensions: ['docx'],
    zh: 'Word 文档',
    en: 'Word document',
  },
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': {
    extensions: ['pptx'],
    zh: 'PowerPoint 演示文稿',
    en: 'PowerPoint presentation',
  },
  'text/csv': { extensions: ['csv'], zh: 'CSV', en: 'CSV' },
} as const;
export type FileType = keyof typeof FILE_TYPES;

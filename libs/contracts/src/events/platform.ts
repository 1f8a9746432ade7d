import type { EventCatalogue } from './catalogue.js';

/** Events of the platform's own rooms. */
export const PLATFORM_EVENTS = {
  'file.uploaded': { zh: '上传文件', en: 'File uploaded' },
  'file.rejected': { zh: '文件未通过检查', en: 'File refused' },
  'file.attached': { zh: '使用文件', en: 'File put to use' },
  'file.downloaded': { zh: '下载文件', en: 'File downloaded' },
  'demonstration.begun': { zh: '开始载入演示数据', en: 'Loading of the demonstration begun' },
  'demonstration.loaded': { zh: '载入演示数据', en: 'Demonstration loaded' },
  'demonstration.cleared': { zh: '清除演示数据', en: 'Demonstration cleared' },
  'notice.failed': { zh: '通知发送失败', en: 'Notice not delivered' },
} as const satisfies EventCatalogue;

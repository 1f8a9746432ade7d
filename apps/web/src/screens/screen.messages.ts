export const zh = {
  stale: '连接中断，正在重连 · 画面停在 {time}',
  connecting: '正在连接…',
  refusedTitle: '此链接已失效',
  refusedText: '请向组织者索取新的大屏链接。',
  missingTitle: '缺少大屏链接',
  missingText: '请在此电脑上打开组织者给出的完整链接。',
};

export const en: typeof zh = {
  stale: 'Connection lost, reconnecting · as of {time}',
  connecting: 'Connecting…',
  refusedTitle: 'This link is no longer valid',
  refusedText: 'Please ask the organiser for a new screen link.',
  missingTitle: 'No screen link',
  missingText: 'Please open the whole link the organiser gave you on this computer.',
};

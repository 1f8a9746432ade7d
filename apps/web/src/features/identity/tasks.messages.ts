export const zh = {
  title: '我的事项',
  hello: '{name}，您好',
  separator: ' · ',
  notices: '通知',
  noNotices: '还没有通知。审核结果、日程变化等会通知到这里。',
  unread: '{count} 条未读',
  readAll: '全部标为已读',
  new: '未读',
};

export const en: typeof zh = {
  title: 'My tasks',
  hello: 'Hello {name}',
  separator: ' · ',
  notices: 'Notices',
  noNotices: 'No notices yet. Decisions and changes of schedule are told here.',
  unread: '{count} unread',
  readAll: 'Mark all as read',
  new: 'New',
};

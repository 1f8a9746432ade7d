export const zh = {
  title: '邮件与短信',
  text: '本系统未连接邮件和短信服务，发出的内容都保存在这里。只在本机演示时存在。',
  to: '收件人（完整邮箱或手机号）',
  caption: '发出的邮件与短信',
  empty: '还没有发出过邮件或短信',
  emptyText: '注册、审核、邀请时发出的内容会出现在这里。',
  emptyFor: '没有发给这个地址的邮件或短信',
  choose: '选择一封，在这里阅读。',
  mail: '邮件',
  sms: '短信',
  recipient: '收件人',
  back: '返回列表',
};

export const en: typeof zh = {
  title: 'Mail and messages',
  text: 'No mail or message service is connected, so whatever is sent is kept here. This page exists only in a local demonstration.',
  to: 'Recipient (whole address or number)',
  caption: 'Mail and messages sent',
  empty: 'Nothing has been sent yet',
  emptyText: 'What sign-ups, decisions and invitations send appears here.',
  emptyFor: 'Nothing was sent to this address',
  choose: 'Choose one to read it here.',
  mail: 'Mail',
  sms: 'Message',
  recipient: 'To',
  back: 'Back to the list',
};

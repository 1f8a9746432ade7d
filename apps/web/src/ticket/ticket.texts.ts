/** Texts of the ticket page, which stands apart from the application and brings its own. */
const zh = {
  title: '入场券',
  loading: '正在取票…',
  missing: '请打开邮件中的完整链接取票。',
  unreachable: '连不上服务器，请在有网络时再试。',
  failed: '暂时取不到票，请稍后再试。',
  retry: '重试',
  when: '时间',
  place: '地点',
  zone: '北京时间',
  code: '入场二维码，请在入口出示',
  kept: '已存入本机，没有网络也能出示。',
  keptAt: '离线显示，取票于 {time}。',
  kinds: { graduate: '受邀毕业生', visitor: '参会者', employer: '用人单位', staff: '工作人员', press: '媒体' },
};

const en: typeof zh = {
  title: 'Ticket',
  loading: 'Fetching your ticket…',
  missing: 'Please open the whole link from your mail.',
  unreachable: 'The server cannot be reached. Please try again with a network.',
  failed: 'The ticket cannot be fetched now. Please try again later.',
  retry: 'Try again',
  when: 'When',
  place: 'Where',
  zone: 'Beijing time',
  code: 'Admission code, to be shown at the entrance',
  kept: 'Kept on this phone; it can be shown without a network.',
  keptAt: 'Shown without a network, fetched {time}.',
  kinds: {
    graduate: 'Invited graduate',
    visitor: 'Visitor',
    employer: 'Employer',
    staff: 'Staff',
    press: 'Press',
  },
};

/** The language chosen before, or the browser's. */
export function ticketLanguage(): 'zh' | 'en' {
  const chosen = /(?:^|;\s*)haishi_lang=(zh|en)/.exec(document.cookie)?.[1];
  if (chosen) return chosen as 'zh' | 'en';
  return navigator.languages
    .find((tag) => /^(zh|en)\b/i.test(tag))
    ?.toLowerCase()
    .startsWith('en')
    ? 'en'
    : 'zh';
}

export const TICKET_TEXTS = { zh, en };

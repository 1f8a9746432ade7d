import { describe, expect, it } from 'vitest';
import { SendingError } from './gateway.js';
import { isPermanent, maskAddress, MAX_ATTEMPTS, reasonOf, retryDelay } from './notice.rules.js';
import { type NoticeTemplate, parametersOf, renderNotice } from './notice.template.js';

const template: NoticeTemplate = {
  name: 'project.returned',
  channels: ['mail', 'sms', 'inbox'],
  zh: { subject: '《{title}》退回补正', text: '原因：{reason}\n状态：{state}', short: '《{title}》已退回' },
  en: { subject: '“{title}” was returned', text: 'Reason: {reason}\nState: {state}' },
  path: '/projects/{id}',
};
const params = { title: '石\n墨烯', reason: '缺少附件 {x}', state: { zh: '待补正', en: 'returned' }, id: 'a/b' };

describe('wording a notice', () => {
  it('fills each language, keeps a subject on one line and what was filled in as it is', () => {
    expect(renderNotice(template, 'zh', params)).toEqual({
      subject: '《石 墨烯》退回补正',
      text: '原因：缺少附件 {x}\n状态：待补正',
      short: '《石\n墨烯》已退回',
      path: '/projects/a%2Fb',
    });
    expect(renderNotice(template, 'en', params).short).toBe('Reason: 缺少附件 {x}\nState: returned');
  });

  it('knows what it needs, and fails without it', () => {
    expect(parametersOf(template).sort()).toEqual(['id', 'reason', 'state', 'title']);
    expect(() => renderNotice(template, 'zh', { title: 'x' })).toThrow('reason');
  });
});

describe('failures', () => {
  it('pauses longer each time, about three hours in all', () => {
    const delays = Array.from({ length: MAX_ATTEMPTS - 1 }, (_, index) => retryDelay(index + 1));
    expect(delays.slice(0, 3)).toEqual([10, 30, 90]);
    expect(delays.reduce((sum, delay) => sum + delay, 0)).toBe(10_930);
  });

  it('name no address', () => {
    expect(maskAddress('zhang@example.com')).toBe('z***@example.com');
    expect(maskAddress('13800138000')).toBe('138****8000');
    expect(maskAddress('12345')).toBe('***');
    expect(reasonOf(new Error('550 <zhang@example.com>:\r\n unknown'), 'zhang@example.com')).toBe(
      '550 <z***@example.com>: unknown',
    );
  });

  it('are final only where the gateway says so', () => {
    expect(isPermanent(new SendingError('no', true))).toBe(true);
    expect(isPermanent(new SendingError('later', false))).toBe(false);
    expect(isPermanent(new Error('defect'))).toBe(false);
  });
});

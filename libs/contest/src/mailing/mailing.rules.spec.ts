import { describe, expect, it } from 'vitest';
import { checkPlaceholders, distinct, filled } from './mailing.rules.js';

const both = (zh: string, en = zh) => ({ zh, en });
const message = {
  subject: both('{edition}：{number}', '{edition}: {number}'),
  text: both('{name}的“{title}”', '{title} of {name}'),
};
const EDITION = both('海石杯', 'Haishi Cup');
const to = (mail: string, projectId: string | null = null) => ({
  personId: null,
  name: '张三',
  mail,
  locale: 'zh' as const,
  projectId,
  title: '芯片',
  number: 'H-1',
});

describe('a message', () => {
  it('is filled for each person in both languages, and nothing that was filled in is filled again', () => {
    expect(filled(message, { name: '{title}', title: '芯片', number: 'H-1' }, EDITION)).toEqual({
      subject: both('海石杯：H-1', 'Haishi Cup: H-1'),
      text: both('{title}的“芯片”', '芯片 of {title}'),
    });
  });

  it('names a placeholder that nobody fills by its field', () => {
    const faulty = { ...message, text: both('{name}', '{score} {name}') };
    expect(checkPlaceholders(message, 'entrants')).toEqual([]);
    expect(checkPlaceholders(faulty, 'core')).toEqual([
      { field: 'text.en', code: 'mailing.unknown_placeholder', params: { name: '{score}' } },
    ]);
    expect(checkPlaceholders(message, 'judges').map(({ field }) => field)).toEqual([
      'subject.zh',
      'subject.en',
      'text.zh',
      'text.en',
    ]);
  });
});

describe('those who are written to', () => {
  it('are each written to once for each project', () => {
    const all = [to('a@b.cn', '1'), to('a@b.cn', '2'), to('a@b.cn', '1'), to('c@d.cn')];
    expect(distinct(all).map(({ mail, projectId }) => [mail, projectId])).toEqual([
      ['a@b.cn', '1'],
      ['a@b.cn', '2'],
      ['c@d.cn', null],
    ]);
  });
});

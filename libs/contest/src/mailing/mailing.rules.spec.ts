import { describe, expect, it } from 'vitest';
import { checkAudience, checkPlaceholders, distinct, filled, worded } from './mailing.rules.js';

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
      {
        field: 'text.en',
        code: 'mailing.unknown_placeholder',
        params: { name: '{score}', known: '{name} {title} {number} {edition}' },
      },
    ]);
    expect(checkPlaceholders(message, 'judges').map(({ field }) => field)).toEqual([
      'subject.zh',
      'subject.en',
      'text.zh',
      'text.en',
    ]);
  });
});

it('does not send what was meant to be filled in and is not, however it is written', () => {
  for (const meant of ['{姓名}', '{ name }', '｛name｝', '{{name}}', '{}', '{name｝'])
    expect(checkPlaceholders({ ...message, text: both(`您好 ${meant}`, 'x') }, 'core')).toMatchObject([
      { field: 'text.zh', code: 'mailing.unknown_placeholder' },
    ]);
  expect(checkPlaceholders({ ...message, text: both('集合 { 和 } 各一\n{name}', '} {') }, 'core')).toMatchObject([
    { params: { name: '{ 和 }' } },
  ]);
  expect(checkPlaceholders({ ...message, text: both('只有 { 一个', 'none }') }, 'core')).toEqual([]);
});

it('is told of in lists with words where each reads something else', () => {
  expect(worded(message, EDITION)).toEqual({
    subject: { zh: '海石杯：〔项目编号〕', en: 'Haishi Cup: [project number]' },
    text: { zh: '〔姓名〕的“〔项目名称〕”', en: '[project title] of [name]' },
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

  it('are chosen by what the edition has, and judges by nothing of projects', () => {
    const list = (...codes: string[]) => codes.map((code) => ({ code, name: both(code) }));
    const edition = { divisions: list('EIT', 'BIO'), regions: list('BJ'), groups: list('ENT') };
    expect(checkAudience({ kind: 'core', division: 'EIT', region: '', group: null }, edition)).toEqual([]);
    expect(checkAudience({ kind: 'core', division: 'NONE', group: 'TEAM' }, edition)).toEqual([
      { field: 'audience.division', code: 'common.not_a_choice', params: { choices: 'EIT, BIO' } },
      { field: 'audience.group', code: 'common.not_a_choice', params: { choices: 'ENT' } },
    ]);
    expect(checkAudience({ kind: 'judges', states: [], division: '' }, edition)).toEqual([]);
    expect(checkAudience({ kind: 'judges', states: ['draft'], division: 'EIT' }, edition)).toEqual([
      { field: 'audience.states', code: 'mailing.not_for_judges' },
      { field: 'audience.division', code: 'mailing.not_for_judges' },
    ]);
    expect(checkAudience({ kind: 'judges', session: 'S', stage: 'FINAL', standings: ['out'] }, edition)).toEqual([
      { field: 'audience.stage', code: 'mailing.not_for_judges' },
      { field: 'audience.standings', code: 'mailing.not_for_judges' },
    ]);
    expect(checkAudience({ kind: 'core', standings: ['out'] }, edition)).toEqual([
      { field: 'audience.stage', code: 'mailing.standing_of_none' },
    ]);
    expect(checkAudience({ kind: 'core', stage: 'FINAL', standings: ['out'] }, edition)).toEqual([]);
  });
});

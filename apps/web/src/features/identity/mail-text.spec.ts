import { expect, it } from 'vitest';
import { linkParts } from './mail-text';

it('finds the links in a text, up to white space or Chinese punctuation', () => {
  expect(linkParts('请打开 http://localhost:3000/invitation#abc_-1。谢谢')).toEqual([
    { text: '请打开 ' },
    { text: 'http://localhost:3000/invitation#abc_-1', href: 'http://localhost:3000/invitation#abc_-1' },
    { text: '。谢谢' },
  ]);
});

it('makes no link of anything but http', () => {
  expect(linkParts('javascript:alert(1)')).toEqual([{ text: 'javascript:alert(1)' }]);
  expect(linkParts('')).toEqual([]);
});

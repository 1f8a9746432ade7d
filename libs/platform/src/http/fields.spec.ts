import 'reflect-metadata';
import { describe, expect, it } from 'vitest';
import { TextField } from './fields.js';
import { InputPipe } from './validation.js';

class Note {
  @TextField({ max: 40 }) title: string;
  @TextField({ max: 40, raw: true, optional: true }) secret?: string;
}

const read = (value: unknown) => new InputPipe().transform(value, { type: 'body', metatype: Note }) as Promise<Note>;

describe('a text that comes in', () => {
  it.each([
    ['white space around it', '  海石杯\u3000', '海石杯'],
    ['control characters', 'a\0b\u001bc\u007f', 'abc'],
    ['marks that turn the direction', '\u202a甲\u202e乙\u2066丙\u2069', '甲乙丙'],
  ])('loses %s', async (_what, title, kept) => {
    expect((await read({ title })).title).toBe(kept);
  });

  it('is well-formed Unicode', async () => {
    expect((await read({ title: 'x\ud800y' })).title).toBe('x\ufffdy');
  });

  it('keeps what is to be seen: lines, tabs, emoji joined, marks of right-to-left scripts', async () => {
    for (const title of ['一\n二\t三', '👩‍👩‍👧', 'שלום\u200f!']) expect((await read({ title })).title).toBe(title);
  });

  it('is required also where only unseen characters were typed', async () => {
    await expect(read({ title: '\u202e\0' })).rejects.toMatchObject({
      details: { fields: [{ field: 'title', code: 'common.required' }] },
    });
  });

  it('stays as it was typed where it is raw, such as a password', async () => {
    expect((await read({ title: 'a', secret: ' a\u202e ' })).secret).toBe(' a\u202e ');
  });
});

import 'reflect-metadata';
import { describe, expect, it } from 'vitest';
import { JsonField, LineField, ListField, ObjectField, TextField } from './fields.js';
import { InputPipe, readInput } from './validation.js';

class Note {
  @TextField({ max: 40 }) title: string;
  @TextField({ max: 40, raw: true, optional: true }) secret?: string;
  @LineField({ max: 40, optional: true }) name?: string;
}

const read = (value: unknown) => new InputPipe().transform(value, { type: 'body', metatype: Note }) as Promise<Note>;

describe('a text that comes in', () => {
  it.each([
    ['white space around it', '  海石杯\u3000', '海石杯'],
    ['control characters', 'a\0b\u001bc\u007f', 'abc'],
    ['signs that nobody sees', '\u200b石河\u00ad子\u2060大\u3164学\ufeff', '石河子大学'],
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

  it.each(['海石杯\n决赛', '海石杯 \r\n  决赛', '海石杯\t决赛', '\n海石杯\u2028决赛\n'])(
    'has one line where it is a name: %j',
    async (name) => {
      expect((await read({ title: 'a', name })).name).toBe('海石杯 决赛');
    },
  );

  it('is required also where only unseen characters were typed', async () => {
    for (const title of ['\u202e\0', '\u200b\u200b', '\u00ad \u2800'])
      await expect(read({ title })).rejects.toMatchObject({
        details: { fields: [{ field: 'title', code: 'common.required' }] },
      });
  });

  it('stays as it was typed where it is raw, such as a password', async () => {
    expect((await read({ title: 'a', secret: ' a\u202e ' })).secret).toBe(' a\u202e ');
  });
});

class Sheet {
  @ObjectField(() => Note, { optional: true }) note?: Note;
  @ListField(() => Note, { max: 5, optional: true }) notes?: Note[];
  @JsonField({ optional: true }) scores?: Record<string, unknown>;
}

const INHERITED = Object.getOwnPropertyNames(Object.prototype);
/** As JSON names them: `__proto__` is a field as any other there. */
const holding = (name: string, rest: object = {}): object =>
  JSON.parse(JSON.stringify({ ...rest, own: 1 }).replace('"own"', JSON.stringify(name)));

describe('a field that no input has', () => {
  it.each(INHERITED)('is refused by its name also where every object inherits it: %s', (name) => {
    const faultsOf = (value: unknown) => readInput(Sheet, value).faults;
    const unknown = (field: string) => [{ field, code: 'common.unknown_field', params: { name } }];
    expect(faultsOf(holding(name))).toEqual(unknown(name));
    expect(faultsOf({ note: holding(name, { title: 'a' }) })).toEqual(unknown(`note.${name}`));
    const notes = [{ title: 'a' }, holding(name, { title: 'b' })];
    expect(faultsOf({ notes })).toEqual(unknown(`notes.1.${name}`));
  });

  it.each(INHERITED)('is refused in what is otherwise for the domain to check: %s', (name) => {
    const { faults } = readInput(Sheet, { scores: { TECH: [{}, holding(name)] }, other: holding(name) });
    const params = { name };
    expect(faults).toEqual([
      { field: `scores.TECH.1.${name}`, code: 'common.unknown_field', params },
      { field: `other.${name}`, code: 'common.unknown_field', params },
      { field: 'other', code: 'common.unknown_field', params: { name: 'other' } },
    ]);
  });
});

describe('what is nested deeply', () => {
  const nested = (levels: number) => JSON.parse(`{"scores":{"TECH":${'['.repeat(levels)}${']'.repeat(levels)}}}`);

  it('is read as deep as anything of ours goes', () => {
    expect(readInput(Sheet, nested(90)).faults).toEqual([]);
  });

  it.each([101, 5_000, 200_000])('is refused by its field before it costs the stack: %i levels', (levels) => {
    expect(() => readInput(Sheet, nested(levels))).toThrow(
      expect.objectContaining({ code: 'common.too_deep', details: { field: 'scores', params: { max: 100 } } }),
    );
  });
});

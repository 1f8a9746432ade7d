import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayNameWatched, unescapeName } from './pdf-names.js';

/** What the check of a PDF looks for in text; nothing of it may be passed over. */
const LOOKED_FOR = [
  /\/(JavaScript|JS|Rendition|Launch|EmbeddedFiles?|RichMedia|ImportData|SubmitForm|GoToE|XFA)(?=[\s\0/<>[\]()%]|$)/,
  /\/OpenAction\s*(\[|<<|(\d+)\s+\d+\s+R)/,
  /\/Encrypt\s*(<<|\d+\s+\d+\s+R)/,
  /\/(ObjStm|First)(?=[\s\0/<>]|$)/,
];
const WATCHED =
  /^\/(JavaScript|JS|Rendition|Launch|EmbeddedFiles?|RichMedia|ImportData|SubmitForm|GoToE|XFA|OpenAction|ObjStm|First|Encrypt)$/;
const piece = fc.oneof(
  fc.constantFrom(
    '/',
    '#',
    ' ',
    '<<',
    '1 0 R',
    'JavaScript',
    '/Launch',
    '/XFA',
    '/J#61vaScript',
    '/ObjStm ',
    'OpenAction',
    '/JS',
    '/J#53',
    '/First',
    '/Rendition',
    '(',
    '\0',
  ),
  fc.constantFrom('/Encrypt <<', '/GoToE/', '/EmbeddedFiles>', '/OpenAction[', '/Open', 'A'.repeat(39), 'A'.repeat(41)),
  fc.string({ unit: fc.constantFrom(...'JLERISGXOab09/#\u00ff\n'), maxLength: 6 }),
);
const bytesOf = (text: string) => Buffer.from(text, 'latin1');

describe('whether a PDF may name what is watched', () => {
  it('says so wherever the check would find something', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        const names = [...text.matchAll(/\/[A-Za-z#][A-Za-z0-9#]{1,40}/g)].map(([name]) => unescapeName(name));
        const found = LOOKED_FOR.some((one) => one.test(text)) || names.some((name) => WATCHED.test(name));
        if (found) expect(mayNameWatched(bytesOf(text)), text).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it('passes over pages and pictures', () => {
    expect(mayNameWatched(bytesOf('<< /Type /Page /MediaBox [0 0 200 200] >> #1'))).toBe(false);
    expect(mayNameWatched(bytesOf(`/${'A'.repeat(60)}#`))).toBe(false);
    expect(mayNameWatched(bytesOf('/'))).toBe(false);
    expect(mayNameWatched(bytesOf('<< /Type /Font /FirstChar 32 /JSON 1 >>'))).toBe(false);
    expect(mayNameWatched(new Uint8Array(0))).toBe(false);
  });
});

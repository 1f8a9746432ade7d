import { expect, it } from 'vitest';
import { sizeText } from './size-text.js';

it.each([
  [0, '0 B'],
  [512, '512 B'],
  [1024, '1 KB'],
  [1_048_575, '1023.9 KB'],
  [1_048_576, '1 MB'],
  [31_457_280, '30 MB'],
  [1_600_000, '1.5 MB'],
])('%i bytes are told as %s', (bytes, text) => expect(sizeText(bytes)).toBe(text));

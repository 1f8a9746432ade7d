import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromDecimal, fromLine, fromTyped, partOf, settingsOf, toTyped } from './settings-file';

describe('a number being typed', () => {
  it('comes back as it was, whole or in parts', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.constantFrom(1, 100, 1024 * 1024), (value, scale) => {
        expect(fromTyped(toTyped(value, scale), scale)).toBe(value);
      }),
    );
  });

  it('stays what was typed where it is no number, or finer than its parts', () => {
    expect(fromTyped('十')).toBe('十');
    expect(fromTyped('1e3')).toBe('1e3');
    expect(fromTyped('1.5')).toBe('1.5');
    expect(fromTyped('0.125', 100)).toBe('0.125');
    expect(fromTyped('0.29', 100)).toBe(29);
    expect(fromTyped(' ')).toBeNull();
    expect(toTyped('十', 100)).toBe('十');
    expect(toTyped(undefined)).toBe('');
  });
});

it('takes a number with decimals as it is, and what is none as typed', () => {
  expect(fromDecimal(' 30.25')).toBe(30.25);
  expect(fromDecimal('-1')).toBe(-1);
  expect(fromDecimal('')).toBeNull();
  expect(fromDecimal('1e3')).toBe('1e3');
});

it('reads a list in one line, in either punctuation', () => {
  expect(fromLine(' Asia/Tokyo，Asia/Seoul, Europe/Berlin、')).toEqual(['Asia/Tokyo', 'Asia/Seoul', 'Europe/Berlin']);
});

it('shows settings that it does not know beside those that it does', () => {
  const stage = { code: 'REG', name: { zh: '', en: '' }, opensAt: null, closesAt: null };
  expect(settingsOf({ ...stage, kind: 'submission', settings: { graceMinutes: 10 } })).toEqual(['graceMinutes']);
  const advance = { total: 3, by: [] };
  expect(settingsOf({ ...stage, kind: 'notice', settings: { workingDays: 5, advance } })).toEqual([
    'workingDays',
    'calendarDays',
  ]);
});

it('finds the form of a fault', () => {
  expect(partOf('name.zh')).toBe('names');
  expect(partOf('stages.2.settings.minValid')).toBe('stages');
  expect(partOf('questions.0.code')).toBe('questions');
  expect(partOf('format')).toBe('file');
});

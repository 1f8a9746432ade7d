import { describe, expect, it } from 'vitest';
import { maskAddress, parseAddress } from './address.js';

describe('an address typed as a login', () => {
  it('is a mail address or a phone number in normal form', () => {
    expect(parseAddress('  ＺＨＡＮＧ@Example.com ', 'login')).toEqual({ mail: 'zhang@example.com', phone: null });
    expect(parseAddress('+86 138 0013 8000', 'login')).toEqual({ mail: null, phone: '13800138000' });
    expect(parseAddress('+44 20 7946 0958', 'login')).toEqual({ mail: null, phone: '+442079460958' });
  });

  it('is refused by field where it is neither', () => {
    expect(() => parseAddress('zhang', 'login')).toThrow(
      expect.objectContaining({ code: 'identity.address_wrong', details: { field: 'login' } }),
    );
  });

  it('is shown in part', () => {
    expect(maskAddress('zhang@example.com')).toBe('zh***@example.com');
    expect(maskAddress('a@example.com')).toBe('***@example.com');
    expect(maskAddress('13800138000')).toBe('138****8000');
  });
});

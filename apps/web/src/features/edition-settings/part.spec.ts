import { expect, it } from 'vitest';
import { put } from './part';

it('leaves out what is emptied again', () => {
  const target: { groups?: string[]; min?: number; personal?: true } = { min: 0 };
  put(target, 'groups', ['ENT']);
  put(target, 'personal', true);
  expect(target).toEqual({ min: 0, groups: ['ENT'], personal: true });
  put(target, 'groups', []);
  put(target, 'personal', undefined);
  put(target, 'min', null);
  expect(target).toEqual({});
});

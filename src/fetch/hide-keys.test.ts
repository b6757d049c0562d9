import { describe, expect, it } from 'vitest';

import { keyHider } from './hide-keys.ts';

describe('keyHider', () => {
  const hide = keyHider([
    { authorization: 'Bearer harbour-secret' },
    { 'x-api-key': 'pier-secret', 'x-tenant-id': 'quay' },
  ]);

  it('hides a key that a server repeats, with its prefix and without', () => {
    expect(hide('unknown key "harbour-secret", sent as Bearer harbour-secret; pier-secret')).toBe(
      'unknown key "[key]", sent as [key]; [key]',
    );
  });

  it('leaves words alone that are as short as a tenant', () => {
    expect(hide('the quay is closed')).toBe('the quay is closed');
  });
});

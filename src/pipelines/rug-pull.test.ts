import { expect, it } from 'vitest';
import { rugPull } from './rug-pull.ts';

it('needs no look at other entries to know what an entry is compared with', async () => {
  const setting = { asOf: '2026-06-29', baseline: new Map(), intel: null };
  const pipeline = rugPull([]);
  expect(pipeline.id).toBe('rug-pull');
  expect(await pipeline.prepare(neverRead(), setting)).toEqual(setting);
});

async function* neverRead() {
  yield await Promise.reject(new Error('an entry was read'));
}

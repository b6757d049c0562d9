import { expect, test } from 'vitest';
import { choiceSaid, notFoundSaid } from './card-words.ts';

const captured = { date: '2026-06-29', origin: 'captured' };
const synthetic = { date: '2026-06-29', origin: 'synthetic' };

test.each([
  [captured, 0, 'The snapshot of 2026-06-29 has no server "harbor", nor anything spelt like it.'],
  [captured, 2, 'The snapshot of 2026-06-29 has no server "harbor"; spelt like it:'],
  [
    synthetic,
    0,
    'The snapshot asked is invented, and says nothing of what registries list.\nThe synthetic snapshot of 2026-06-29 has no server "harbor", nor anything spelt like it.',
  ],
  [null, 0, '"harbor" was not looked up: there is no captured snapshot; "registry-audit capture" makes one.'],
])('a name that nobody has, asked in %j with %i like it', (snapshot, near, said) => {
  expect(notFoundSaid('harbor', near, snapshot)).toBe(said);
});

test.each([
  [captured, 'names 3 servers of the snapshot of 2026-06-29'],
  [synthetic, 'names 3 servers of the synthetic snapshot of 2026-06-29'],
  [null, 'names 3 servers'],
])('a name that several have, asked in %j', (snapshot, said) => {
  expect(choiceSaid(3, snapshot)).toBe(said);
});

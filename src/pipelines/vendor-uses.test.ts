import { expect, test } from 'vitest';
import { populationOf } from '../testing/population.ts';
import { harborCrane, lanternly } from '../testing/protected.ts';
import { listed } from '../testing/subjects.ts';

const used = (name: string, uses: number | null) => listed({ registry: 'pulsemcp', name, uses });

test('the most used server of a vendor counts, in its own registry', () => {
  const { vendorUses } = populationOf([
    used('example.lanternly/mcp', 400),
    used('example.lanternly/lamps', 9_000),
    used('io.github.tidewater/lanternly', 70_000),
    used('example.lanternly/none', null),
  ]);
  expect(vendorUses.of(lanternly, 'pulsemcp')).toMatchObject({ id: 'pulsemcp:example.lanternly/lamps', uses: 9_000 });
  expect(vendorUses.of(lanternly, 'smithery')).toBeNull();
  expect(vendorUses.of(harborCrane, 'pulsemcp')).toBeNull();
});

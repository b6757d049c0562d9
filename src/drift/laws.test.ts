import { array, assert, asyncProperty, boolean, constantFrom, oneof, record, string, uniqueArray } from 'fast-check';
import { expect, test } from 'vitest';
import type { StoredEntry } from '../model/snapshot.ts';
import { drift, driftOf, entryOf, rowOf, snapshotOf } from '../testing/drift.ts';

const text = oneof(constantFrom('Tides', 'Winds', '', 'https://github.com/tidewater/harbor'), string());
const fields = record(
  {
    description: text,
    title: text,
    websiteUrl: text,
    repository: record({ url: text, id: text, subfolder: text }, { requiredKeys: [] }),
    remotes: array(record({ type: text, url: string({ minLength: 1 }) }), { maxLength: 3 }),
    packages: array(
      record({
        registryType: constantFrom('npm', 'pypi', 'oci', 'mcpb', 'other'),
        identifier: string({ minLength: 1 }),
        version: text,
        environmentVariables: array(record({ name: text, default: text, isSecret: boolean() }), {
          maxLength: 3,
        }),
      }),
      { maxLength: 3 },
    ),
  },
  { requiredKeys: [] },
);

/** Up to twelve entries of a handful of names, so that most pairs of listings overlap. */
const listing = uniqueArray(record({ name: constantFrom(...'abcdefghijkl'), fields }), {
  selector: ({ name }) => name,
}).map((all) =>
  all.map((each) => entryOf(rowOf({ publishedAt: '2026-06-25T00:00:00Z', ...each.fields, name: `town/${each.name}` }))),
);

test('nothing drifts against itself', async () => {
  await assert(
    asyncProperty(listing, async (entries) => {
      const { lines, registries } = await driftOf(entries, entries);
      expect(lines).toEqual([]);
      expect(registries).toMatchObject([{ paired: entries.length, changed: 0, respelled: 0, new: 0, gone: 0 }]);
    }),
  );
});

test('what is new one way is gone the other, and every entry is accounted for', async () => {
  await assert(
    asyncProperty(listing, listing, async (before, after) => {
      const [there, back] = [await counted(before, after), await counted(after, before)];
      expect([there.new, there.gone]).toEqual([back.gone, back.new]);
      expect(there.changed + there.unchanged).toBe(there.paired);
      expect(there.paired + (there.gone ?? 0) + there.notSeen.after).toBe(before.length);
      expect(there.paired + (there.new ?? 0) + there.notSeen.before).toBe(after.length);
    }),
  );
});

test('the order in which entries stand in a list does not matter', async () => {
  await assert(
    asyncProperty(listing, listing, async (before, after) => {
      const flat = ({ lines }: Awaited<ReturnType<typeof driftOf>>) =>
        lines.map(({ changes, ...line }) => ({ ...line, changes: [...changes] }));
      expect(flat(await driftOf(before.toReversed(), after.toReversed()))).toEqual(flat(await driftOf(before, after)));
    }),
  );
});

async function counted(before: readonly StoredEntry[], after: readonly StoredEntry[]) {
  const { registries } = await drift(snapshotOf('2026-06-22', before), snapshotOf('2026-06-29', after));
  const [row] = registries;
  if (row === undefined) throw new Error('no registry');
  return row;
}

import { describe, expect, test } from 'vitest';
import { storedPackage, temporaryFolder, writtenIn } from '../testing/snapshots.ts';
import { openPackages } from './packages.ts';
import { openSnapshot } from './read.ts';
import type { SnapshotWriter } from './write.ts';

describe('the store of packages', () => {
  test('gives back any package, as often as it is asked', async () => {
    const store = await storeOf((writer) => {
      for (let index = 0; index < 500; index += 1) {
        writer.addPackage(
          'npm',
          storedPackage(`quay-${index}`, { name: `quay-${index}`, text: 'x'.repeat(index * 100) }),
        );
      }
      writer.addPackage('npm', { purl: 'pkg:npm/gone', outcome: 'not-read', reason: 'not found in the registry' });
      writer.addPackage('pypi', { purl: 'pkg:pypi/quay', outcome: 'not-read', reason: 'status 503' });
    });
    expect(store.size).toBe(501);
    for (const index of [499, 0, 250, 0]) {
      expect(store.get(`pkg:npm/quay-${index}`)).toEqual(
        storedPackage(`quay-${index}`, { name: `quay-${index}`, text: 'x'.repeat(index * 100) }),
      );
    }
    expect(store.get('pkg:npm/gone')).toEqual({
      purl: 'pkg:npm/gone',
      outcome: 'not-read',
      reason: 'not found in the registry',
    });
    expect(store.get('pkg:pypi/quay')).toBeUndefined();
    expect(store.get('__proto__')).toBeUndefined();
    store.close();
  });

  test('keeps what was read where the same package also failed', async () => {
    const store = await storeOf((writer) => {
      writer.addPackage('npm', { purl: 'pkg:npm/quay', outcome: 'not-read', reason: 'status 503' });
      writer.addPackage('npm', storedPackage('quay'));
      writer.addPackage('npm', { purl: 'pkg:npm/quay', outcome: 'not-read', reason: 'a' });
    });
    expect(store.get('pkg:npm/quay')).toMatchObject({ outcome: 'read' });
    store.close();
  });

  test('is empty for an ecosystem of which the snapshot holds nothing', async () => {
    const store = await storeOf(() => undefined);
    expect([store.size, store.get('pkg:npm/quay')]).toEqual([0, undefined]);
    store.close();
  });

  test('says where the scratch file cannot be made', async () => {
    const folder = temporaryFolder();
    await writtenIn(folder, (writer) => writer.addPackage('npm', storedPackage('quay')));
    const opening = openPackages(await openSnapshot(folder), 'npm', `${folder}/manifest.json`);
    await expect(opening).rejects.toMatchObject({ code: 'UNWRITABLE' });
  });
});

async function storeOf(fill: (writer: SnapshotWriter) => void) {
  const folder = temporaryFolder();
  await writtenIn(folder, fill);
  return openPackages(await openSnapshot(folder), 'npm', folder);
}

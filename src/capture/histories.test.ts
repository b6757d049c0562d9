import { describe, expect, test } from 'vitest';
import { FetchError, type FetchErrorCode } from '../fetch/fetch-error.ts';
import type { PackageReference } from '../model/entry.ts';
import type { StoredPackage } from '../model/snapshot.ts';
import type { Ecosystem } from '../packages/port.ts';
import { packageNamed } from '../testing/subjects.ts';
import { namedPackages, observeAll } from './histories.ts';

const PACKAGES = 40;

async function observe(answer: (purl: string) => StoredPackage) {
  const named = namedPackages();
  const references: PackageReference[] = Array.from({ length: PACKAGES }, (_, index) =>
    packageNamed('npm', `quay-${index}`),
  );
  for (const reference of references) named.add(reference);
  let asked = 0;
  const ecosystem: Ecosystem = {
    id: 'npm',
    title: 'npm',
    baseUrl: 'https://packages.example',
    filesUrl: null,
    pace: { concurrency: 1, requestsPerSecond: 1 },
    observe: async (purl) => {
      asked += 1;
      return answer(purl);
    },
    read: () => {
      throw new Error('nothing is read here');
    },
    unreadReleases: () => 0,
    archives: () => [],
  };
  const coverage = await observeAll({
    ecosystem,
    baseUrl: ecosystem.baseUrl,
    get: () => Promise.reject(new Error('nothing is asked here')),
    named,
    concurrency: 1,
    store: () => undefined,
    onPackage: () => undefined,
  });
  return { asked, coverage };
}

function failing(code: FetchErrorCode) {
  return () => {
    throw new FetchError(code, 'https://packages.example/quay', 'no answer');
  };
}

describe('a package registry that does not answer', () => {
  test.each(['UNREACHABLE', 'TIMED_OUT'] as const)('is given up after a few %s', async (code) => {
    const { asked, coverage } = await observe(failing(code));
    expect(asked).toBe(8);
    expect(coverage).toMatchObject({ named: PACKAGES, read: 0 });
    expect(Object.values(coverage.notRead).reduce((sum, count) => sum + count, 0)).toBe(PACKAGES);
  });

  test('is asked on where it answers with an error for each package', async () => {
    expect((await observe(failing('TOO_LARGE'))).asked).toBe(PACKAGES);
  });
});

test('packages not found are counted by reason', async () => {
  const { coverage } = await observe((purl) => ({ purl, outcome: 'not-read', reason: 'not found in the registry' }));
  expect(coverage.notRead).toEqual({ 'not found in the registry': PACKAGES });
});

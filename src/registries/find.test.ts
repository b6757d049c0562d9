import { expect, onTestFinished, test } from 'vitest';
import { drain } from '../../test/registries/drain.ts';
import { harbourFeed, officialRow, smitheryItem } from '../../test/registries/harbour.ts';
import { plainGet } from '../../test/registries/plain-get.ts';
import { type Registries, startRegistries } from '../../test/registries/server.ts';
import { official } from './official/index.ts';
import { smithery } from './smithery/index.ts';

async function harbour(): Promise<Registries> {
  const registries = await startRegistries(
    harbourFeed({
      official: {
        cursorField: 'nextCursor',
        rows: ['quay/ferry-times', 'quay/tides', 'quay/bread'].map((name) => officialRow(name, '1.0.0')),
      },
      smithery: { items: [smitheryItem('quay/ferry'), smitheryItem('quay/bread')], details: new Map(), cap: 500 },
    }),
  );
  onTestFinished(() => registries.close());
  return registries;
}

async function find(registry: Pick<typeof official, 'find' | 'id'>, registries: Registries, query: string) {
  const baseUrl = registries.baseUrls[registry.id === 'official' ? 'official' : 'smithery'];
  const rows = registry.find?.(plainGet, { baseUrl, query });
  if (rows === undefined) throw new Error(`${registry.id} has no search`);
  const { rows: found, end } = await drain(rows);
  return { names: found.map(({ name }) => name), end };
}

test('the official registry is asked for each word, since it finds parts of names alone', async () => {
  const registries = await harbour();
  const { names, end } = await find(official, registries, 'FERRY of the, tides');
  expect(names).toEqual(['quay/ferry-times', 'quay/tides']);
  expect(end.enumeration).toEqual({
    ended: 'targeted',
    reason: 'asked for names with "ferry", "of", "the", "tides"',
  });
  expect(registries.log.map(({ url }) => /search=([^&]*)/.exec(url)?.[1])).toEqual(['ferry', 'of', 'the', 'tides']);
});

test('a registry that stops answering ends as failed, with what it had said', async () => {
  const registries = await harbour();
  registries.misbehave({ url: 'search=tides', does: { kind: 'status', status: 500 } });
  const { names, end } = await find(official, registries, 'ferry tides');
  expect(names).toEqual(['quay/ferry-times']);
  expect(end.enumeration).toMatchObject({ ended: 'failed', reason: expect.stringContaining('500') });
});

test('Smithery is asked once, for all words', async () => {
  const registries = await harbour();
  const { names, end } = await find(smithery, registries, 'ferry & more');
  expect(names).toEqual(['quay/ferry']);
  expect(end.enumeration).toEqual({ ended: 'targeted', reason: 'the nearest 1 of 1' });
  expect(registries.log.map(({ url }) => url)).toEqual(['/smithery/servers?q=ferry+%26+more&page=1&pageSize=100']);
});

test.each(['?', 'x'.repeat(5_000), '\u0000\u202E'])(
  'whatever is asked for, %j is a query and no address',
  async (query) => {
    const registries = await harbour();
    await find(official, registries, query);
    await find(smithery, registries, query);
    for (const { url } of registries.log) {
      expect(url).toMatch(/^\/(?:official\/v0\.1\/servers|smithery\/servers)\?/);
      expect(url.length).toBeLessThan(900);
    }
  },
);

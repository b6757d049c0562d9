import { hash, randomBytes } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { array, assert, asyncProperty, constantFrom, nat, record, string, uint8Array } from 'fast-check';
import { packTar, unpackTar } from 'modern-tar';
import { expect, test } from 'vitest';
import { gunzip } from './gunzip.ts';
import { irregularities } from './irregularities.ts';
import { readTar } from './tar.ts';

async function read(archive: Buffer): Promise<readonly string[]> {
  const found = irregularities();
  const files: string[] = [];
  for await (const { name, bytes, sha256 } of readTar(gunzip(archive, found), { extractor: 'npm', found })) {
    files.push(`${name} ${bytes} ${sha256}`);
  }
  expect(found.list()).toEqual([]);
  return files;
}

/** modern-tar in its strict mode is another reader of the same format. */
async function readByOther(archive: Buffer): Promise<readonly string[]> {
  const entries = await unpackTar(gunzipSync(archive), { strict: true });
  return entries.map(({ header, data = new Uint8Array() }) => `${header.name} ${data.length} ${hash('sha256', data)}`);
}

const name = string({
  minLength: 1,
  maxLength: 300,
  unit: constantFrom('a', 'b', 'c', 'd', 'e', '/', 'ä', '𝄞', '.'),
}).filter((each) => !each.endsWith('/') && !each.startsWith('/'));
const file = record({ name, content: uint8Array({ maxLength: 2_000 }) });

test('any tar is read as another reader reads it, in any number of gzip members', async () => {
  await assert(
    asyncProperty(array(file, { maxLength: 12 }), nat(6_000), async (files, at) => {
      const tar = await packTar(
        files.map(({ name: path, content }) => ({ header: { name: path, size: content.length }, body: content })),
      );
      const archive = Buffer.concat([gzipSync(tar.subarray(0, at)), gzipSync(tar.subarray(at))]);
      expect(await read(archive)).toEqual(await readByOther(archive));
    }),
    { numRuns: 150 },
  );
});

test.each([0, 1, 32_741, 32_763, 32_764, 32_768, 65_536, 262_143, 262_144, 262_145, 1_000_000])(
  'a file of %d bytes that cannot be compressed, across the pieces in which it is handed over',
  async (bytes) => {
    const archive = gzipSync(
      await packTar([
        { header: { name: 'a', size: bytes }, body: randomBytes(bytes) },
        { header: { name: 'b', size: 0 } },
      ]),
    );
    expect(await read(archive)).toEqual(await readByOther(archive));
  },
);

test('a reader that is left early lets go of what it holds', async () => {
  const archive = gzipSync(
    await packTar(['a', 'b'].map((each) => ({ header: { name: each, size: 500_000 }, body: randomBytes(500_000) }))),
  );
  const found = irregularities();
  for await (const entry of readTar(gunzip(archive, found), { extractor: 'npm', found })) {
    expect(entry.name).toBe('a');
    break;
  }
  expect(found.list()).toEqual([]);
});

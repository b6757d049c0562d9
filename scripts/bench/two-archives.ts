// Reads the archives it is given, all at once, as a capture does; its memory is measured by source-facts.ts.
import { readFile } from 'node:fs/promises';
import { describeArchive } from '../../src/archives/describe.ts';
import { openPool } from '../../src/archives/pool.ts';

const pool = openPool();
const described = await Promise.all(
  process.argv.slice(2).map(async (path) => {
    const bytes = await readFile(path);
    const resource = { uri: path, sha256: '', retrievedAt: '2026-06-29T00:00:00Z' };
    const digests = { integrity: null, shasum: null, sha256: null };
    return describeArchive({ bytes, filename: path, kind: 'npm-tarball', resource, digests }, pool.describe);
  }),
);
await pool.close();
console.log(described.map(({ bytes, files }) => `${files.length} files in ${Math.round(bytes / 1e6)} MB`).join(', '));

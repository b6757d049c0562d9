import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { withConfiguration } from './config.ts';
import { UsageError } from './exit.ts';

function configuration(text: string): { readonly folder: string; readonly file: string } {
  const folder = mkdtempSync(join(tmpdir(), 'registry-audit-settled-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'quay.json');
  writeFileSync(file, text);
  return { folder, file };
}

test('what an organisation settles holds where the command line says nothing', async () => {
  const { folder, file } = configuration('{ "snapshots": "data", "cache": "kept", "feed": ["recalls"] }');
  expect(await withConfiguration({ snapshots: 'snapshots', offline: true }, file)).toMatchObject({
    snapshots: join(folder, 'data'),
    cache: join(folder, 'kept'),
    feed: [join(folder, 'recalls')],
    offline: true,
  });
});

test('the command line goes before it', async () => {
  const { file } = configuration('{ "snapshots": "data", "cache": "kept", "feed": ["recalls"] }');
  const given = { snapshots: 'mine', cache: 'here', feed: ['own'] };
  expect(await withConfiguration(given, file)).toMatchObject(given);
});

test('a file that cannot be followed is an error of usage', async () => {
  const { file } = configuration('{ "alow": [] }');
  await expect(withConfiguration({ snapshots: 'snapshots' }, file)).rejects.toThrow(UsageError);
});

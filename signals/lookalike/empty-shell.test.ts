import type { Release } from '../../src/model/release.ts';
import { describeSignal } from '../../src/testing/describe-signal.ts';
import { contextAmong } from '../../src/testing/population.ts';
import { type Listing, listed, packument, published, release, repositoryAt } from '../../src/testing/subjects.ts';
import { emptyShell } from './empty-shell.ts';

const shell = (fields: Partial<Release> = {}, listing: Listing = {}) =>
  published(
    { name: 'io.github.gull/lanternly-mcp', ...listing },
    packument({ releases: [release('1.0.0', { fileCount: 2, totalBytes: 9_000, repository: null, ...fields })] }),
  );

/** A package that holds enough, and a second one. */
const two = (fields: Partial<Release>) => {
  const holding = (name: string, each: Partial<Release>) =>
    packument({ name, releases: [release('1.0.0', { repository: null, ...each })] });
  return published(
    { name: 'io.github.gull/lanternly-mcp' },
    holding('harbor', { fileCount: 12 }),
    holding('tides', fields),
  );
};

describeSignal(emptyShell, {
  context: contextAmong(),
  fires: {
    'two files': { on: shell(), citing: '/versions/1.0.0' },
    '2,048 bytes': { on: shell({ fileCount: 9, totalBytes: 2_048 }), citing: '/versions/1.0.0' },
    'bytes alone': { on: shell({ fileCount: null, totalBytes: 400 }), citing: '/versions/1.0.0' },
    'the name of a reference server': {
      on: published(
        { name: 'io.github.gull/tides' },
        packument({ name: 'mcp-server-fetch', releases: [release('0.0.1', { fileCount: 1, repository: null })] }),
      ),
      citing: '/versions/0.0.1',
    },
  },
  silent: {
    'three files': shell({ fileCount: 3 }),
    'two packages of three files': two({ fileCount: 3 }),
    '2,049 bytes': shell({ fileCount: null, totalBytes: 2_049 }),
    'two packages, one of unknown size that names a repository': two({
      fileCount: null,
      totalBytes: null,
      repository: 'https://github.com/gull/tides',
    }),
    'a repository in the package': shell({ repository: 'https://github.com/gull/lanternly-mcp' }),
    'a repository in the record': shell({}, { repository: repositoryAt('https://github.com/gull/lanternly-mcp') }),
    'a name of its own': shell({}, { name: 'io.github.gull/tide-tables' }),
    'a vendor on the list of brands': shell({}, { name: 'example.lanternly/harbor-crane' }),
  },
  unseen: {
    'a package without releases': published(
      { name: 'io.github.gull/lanternly-mcp' },
      packument({ name: 'lanternly-mcp', releases: [] }),
    ),
    'a record without a history': listed(),
    'two packages, one of unknown size': two({ fileCount: null, totalBytes: null }),
    'a package of unknown size': shell({ fileCount: null, totalBytes: null }),
  },
});

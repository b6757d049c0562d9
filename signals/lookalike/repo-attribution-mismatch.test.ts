import { describeSignal } from '../../src/testing/describe-signal.ts';
import { harbourContext } from '../../src/testing/protected.ts';
import { type Listing, listed, packument, published, release, repositoryAt } from '../../src/testing/subjects.ts';
import { repoAttributionMismatch } from './repo-attribution-mismatch.ts';

/** An entry with one repository, and its package with another. */
function between(stated: string, shown: string | null, fields: Listing = {}) {
  return published(
    { repository: repositoryAt(stated), ...fields },
    packument({ releases: [release('1.0.0', { repository: shown })] }),
  );
}

describeSignal(repoAttributionMismatch, {
  context: harbourContext(),
  fires: {
    'repositories of two owners': {
      on: between('https://github.com/quayside/harbor-mcp', 'git+https://github.com/tidewater/harbor-mcp.git'),
      citing: '/versions/1.0.0/repository',
    },
    'a project on PyPI': {
      on: published(
        { repository: repositoryAt('https://github.com/quayside/harbor-mcp') },
        packument({ ecosystem: 'pypi', releases: [release('1.0.0', { at: '/releases/1.0.0' })] }),
      ),
      citing: '/info/project_urls',
    },
    'one owner’s name on two hosts': {
      on: between('https://gitlab.com/tidewater/harbor-mcp', 'https://github.com/tidewater/harbor-mcp'),
      citing: '/versions/1.0.0/repository',
    },
  },
  silent: {
    'one repository, written in two ways': between(
      'https://github.com/Tidewater/Harbor-MCP/tree/main/packages/tides',
      'git@github.com:tidewater/harbor-mcp.git',
    ),
    'two repositories of one owner': between(
      'https://github.com/tidewater/harbor-mcp',
      'https://github.com/tidewater/monorepo',
    ),
    'an entry without a repository': published({ repository: 'none' }, packument()),
    'a vendor that moved': between('https://github.com/old-lanternly/mcp', 'https://github.com/lanternly-labs/mcp', {
      name: 'example.lanternly/mcp',
    }),
  },
  unseen: {
    'a record without a history': listed(),
    'a registry that does not say where the source is': published({ repository: null }, packument()),
    'a package that does not say where its source is': between('https://github.com/quayside/harbor-mcp', null),
  },
});

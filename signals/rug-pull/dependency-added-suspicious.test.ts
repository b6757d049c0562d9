import { describe, expect, it } from 'vitest';
import { describeSignal } from '../../src/testing/describe-signal.ts';
import { listed, packaged, packument, published, release } from '../../src/testing/subjects.ts';
import { dependencyAddedSuspicious } from './dependency-added-suspicious.ts';

const context = { asOf: '2026-06-29', baseline: null };
const needing = (specifier: string) => ({ dependencies: { 'tide-tables': specifier } });

describeSignal(dependencyAddedSuspicious, {
  context,
  fires: {
    'a dependency from git appears': {
      on: packaged(release('1.0.0'), release('1.0.1', needing('git+ssh://git@github.com/quayside/tides.git#abc'))),
      citing: ['/versions/1.0.1/dependencies/tide-tables'],
    },
    'one that was a range comes from an address': {
      on: packaged(release('1.0.0', needing('^1.0.0')), release('1.0.1', needing('https://quayside.invalid/t.tgz'))),
      citing: '/versions/1.0.1/dependencies/tide-tables',
    },
    'a scoped name is pointed at by the rules of JSON pointers': {
      on: packaged(release('1.0.0'), release('1.0.1', { dependencies: { '@quay/side': 'github:quayside/side' } })),
      citing: '/versions/1.0.1/dependencies/@quay~1side',
    },
    'an optional dependency, which npm installs too': {
      on: packaged(
        release('1.0.0'),
        release('1.0.1', { optionalDependencies: { 'tide-tables': 'github:quayside/tides' } }),
      ),
      citing: '/versions/1.0.1/optionalDependencies/tide-tables',
    },
    'a PyPI requirement with an address': {
      on: published(
        {},
        packument({
          ecosystem: 'pypi',
          releases: [
            release('1.0.0', { at: '/releases/1.0.0' }),
            release('1.0.1', { at: '/releases/1.0.1', ...needing(' @ git+https://quayside.invalid/t') }),
          ],
        }),
      ),
      citing: '/releases/1.0.1',
    },
  },
  silent: {
    'it was there from the first release': packaged(
      release('1.0.0', needing('github:quayside/tides')),
      release('1.0.1', needing('github:quayside/tides#2')),
    ),
    'ordinary ranges': packaged(release('1.0.0'), release('1.0.1', needing('>=1.0.0 <2 || ^3.0.0-rc.1'))),
    'a name like a property of objects': packaged(
      release('1.0.0'),
      release('1.0.1', { dependencies: Object.fromEntries([['__proto__', '^1.0.0']]) }),
    ),
  },
  unseen: {
    'a registry entry alone': listed(),
    'PyPI, which shows those of the latest release only': packaged(
      release('1.0.0', { dependencies: null }),
      release('1.0.1', needing(' @ git+https://quayside.invalid/t')),
    ),
    'no dependencies in the document': packaged(release('1.0.0', { dependencies: null })),
  },
});

describe('what counts as outside the registry', () => {
  it.each([
    ['git://quayside.invalid/t', true],
    ['git@github.com:quayside/t.git', true],
    ['http://quayside.invalid/t.tgz', true],
    ['file:../t', true],
    ['link:../t', true],
    ['quayside/tides', true],
    ['quayside/tides#semver:^1', true],
    ['~1.2', false],
    ['*', false],
    ['latest', false],
    ['npm:tides@^1.0.0', false],
    ['workspace:*', false],
    ['>=2.0,<3 ; python_version < "3.12"', false],
  ])('%s: %s', (specifier, outside) => {
    const finding = dependencyAddedSuspicious.examine(
      packaged(release('1.0.0'), release('1.0.1', needing(specifier))),
      context,
    );
    expect(finding.outcome).toBe(outside ? 'fired' : 'silent');
  });
});

import { expect, it } from 'vitest';
import { describeSignal } from '../../src/testing/describe-signal.ts';
import { listed, named, packageNamed, packument, published, record, release } from '../../src/testing/subjects.ts';
import type { Purl } from '../../src/model/entry.ts';
import { packageIdentifierReplaced } from './package-identifier-replaced.ts';

const npm = (name: string) => packageNamed('npm', name);
const image = (identifier: string, address: string) => {
  const purl: Purl = `pkg:oci/harbor?repository_url=${encodeURIComponent(address)}`;
  return packageNamed('oci', identifier, { purl });
};
const was = (...packages: ReturnType<typeof npm>[]) => [
  record({ version: '0.9.0', publishedAt: '2026-03-01T00:00:00Z', packages }),
];

describeSignal(packageIdentifierReplaced, {
  context: { asOf: '2026-06-29', baseline: null },
  fires: {
    'another package of the same ecosystem': {
      on: listed({ earlier: was(npm('harbor-mcp')), packages: [npm('tide-tables')] }),
      citing: ['/packages/0/identifier'],
    },
    'a package of another ecosystem': {
      on: listed({ earlier: was(npm('harbor-mcp')), packages: [packageNamed('pypi', 'harbor-mcp')] }),
      citing: '/packages/0/identifier',
      weight: 10,
    },
    'the same image on another host': {
      on: listed({
        earlier: was(image('docker.io/quay/harbor:1', 'docker.io/quay/harbor')),
        packages: [image('images.driftwood.example/quay/harbor:2', 'images.driftwood.example/quay/harbor')],
      }),
      citing: '/packages/0/identifier',
      weight: 10,
    },
    'another image on the same host': {
      on: listed({
        earlier: was(image('docker.io/quay/harbor:1', 'docker.io/quay/harbor')),
        packages: [image('docker.io/driftwood/harbor:2', 'docker.io/driftwood/harbor')],
      }),
      citing: '/packages/0/identifier',
    },
    'a package that says it is this server': {
      on: published(
        { earlier: was(npm('harbor-mcp')) },
        packument({ name: 'tide-tables', releases: [release('1.0.0', { mcpName: 'io.github.tidewater/harbor-mcp' })] }),
      ),
      citing: '/packages/0/identifier',
      weight: 15,
    },
    'a package that says it is another server': {
      on: published(
        { earlier: was(npm('harbor-mcp')) },
        packument({ name: 'tide-tables', releases: [release('1.0.0', { mcpName: 'io.github.quayside/tides' })] }),
      ),
      citing: '/packages/0/identifier',
    },
  },
  silent: {
    'the same package': listed({ earlier: was(npm('harbor-mcp')), packages: [npm('harbor-mcp')] }),
    'a tag folded into the identifier by the registry': listed({
      earlier: was(image('quay/harbor', 'docker.io/quay/harbor')),
      packages: [image('docker.io/quay/harbor:1.0.0', 'docker.io/quay/harbor')],
    }),
    'a package is added': listed({ earlier: was(npm('harbor-mcp')), packages: [npm('harbor-mcp'), npm('harbor-cli')] }),
    'all packages are taken away': listed({ earlier: was(npm('harbor-mcp')), packages: [] }),
    'an image of the account of the namespace': listed({
      earlier: was(image('docker.io/quay/harbor:1', 'docker.io/quay/harbor')),
      packages: [image('ghcr.io/tidewater/harbor:1', 'ghcr.io/tidewater/harbor')],
    }),
  },
  unseen: {
    'a name alone': named(),
    'a record without a past': listed({ packages: [npm('harbor-mcp')] }),
    'a registry that lists no packages': listed({ earlier: [record({ packages: null })], packages: null }),
  },
});

it('says what was named before, and when', () => {
  const finding = packageIdentifierReplaced.examine(
    listed({ earlier: was(npm('harbor-mcp')), packages: [npm('tide-tables')] }),
    { asOf: '2026-06-29', baseline: null },
  );
  expect(finding).toMatchObject({
    evidence: [
      {
        statement:
          'version 1.0.0 (2026-05-04) names the npm package tide-tables, which version 0.9.0 (2026-03-01) did not',
        observed: 'tide-tables',
        expected: 'harbor-mcp',
      },
    ],
  });
});

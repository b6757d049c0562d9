import { createHash } from 'node:crypto';
import { COMMIT } from './authority.ts';

/** A release of an npm package whose tarball holds these words. */
export const HARBOR = npmRelease('harbor-mcp', '1.2.0');

export function npmRelease(name: string, version: string) {
  const digest = createHash('sha512').update(`the tarball of ${name} ${version}`).digest();
  return {
    name,
    version,
    integrity: `sha512-${digest.toString('base64')}`,
    sha512: digest.toString('hex'),
    purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
    publishedAt: '2026-05-04T09:00:02.000Z',
  };
}

type NpmRelease = ReturnType<typeof npmRelease>;

export function publishStatement({ name, version, purl, sha512 }: NpmRelease = HARBOR) {
  return {
    _type: 'https://in-toto.io/Statement/v0.1',
    subject: [{ name: purl, digest: { sha512 } }],
    predicateType: 'https://github.com/npm/attestation/tree/main/specs/publish/v0.1',
    predicate: { name, version, registry: 'https://npm.example' },
  };
}

export function provenanceStatement({ purl, sha512 }: NpmRelease = HARBOR, source: Partial<Source> = {}) {
  const { repository, commit } = { repository: 'https://github.com/tidewater/harbor-mcp', commit: COMMIT, ...source };
  return {
    _type: 'https://in-toto.io/Statement/v1',
    subject: [{ name: purl, digest: { sha512 } }],
    predicateType: 'https://slsa.dev/provenance/v1',
    predicate: {
      buildDefinition: {
        buildType: 'https://slsa-framework.github.io/github-actions-buildtypes/workflow/v1',
        externalParameters: {
          workflow: { ref: 'refs/tags/v1.2.0', repository, path: '.github/workflows/release.yml' },
        },
        resolvedDependencies: [{ uri: `git+${repository}@refs/tags/v1.2.0`, digest: { gitCommit: commit } }],
      },
    },
  };
}

interface Source {
  readonly repository: string;
  readonly commit: string;
}

export const WHEEL = {
  filename: 'harbor_mcp-1.2.0-py3-none-any.whl',
  sha256: createHash('sha256').update('the wheel').digest('hex'),
};
export const SDIST = {
  filename: 'harbor_mcp-1.2.0.tar.gz',
  sha256: createHash('sha256').update('the sdist').digest('hex'),
};

export function pypiStatement({ filename, sha256 }: typeof WHEEL = WHEEL) {
  return {
    _type: 'https://in-toto.io/Statement/v1',
    subject: [{ name: filename, digest: { sha256 } }],
    predicateType: 'https://docs.pypi.org/attestations/publish/v1',
    predicate: null,
  };
}

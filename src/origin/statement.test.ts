import { describe, expect, test } from 'vitest';
import { COMMIT } from '../../test/origin/authority.ts';
import { HARBOR, provenanceStatement } from '../../test/origin/statements.ts';
import { buildClaimOf, statementIn } from './statement.ts';

describe('a statement', () => {
  test('is about one thing', () => {
    expect(read(provenanceStatement())).toMatchObject({
      predicateType: 'https://slsa.dev/provenance/v1',
      subject: { name: 'pkg:npm/harbor-mcp@1.2.0', digests: { sha512: HARBOR.sha512 } },
    });
  });

  const [subject] = provenanceStatement().subject;
  test.each([
    ['about nothing', { subject: [] }],
    ['about two things', { subject: [subject, subject] }],
    ['about something without a name', { subject: [{ digest: {} }] }],
    ['about something without digests', { subject: [{ name: 'harbor-mcp' }] }],
    ['of no kind', { predicateType: undefined }],
    ['in another envelope', { _type: 'https://quayside.example/Statement/v1' }],
  ])('%s is none', (_which, change) => {
    expect(read({ ...provenanceStatement(), ...change })).toBeNull();
  });

  test.each(['', 'null', '[]', '{"_type":', '"lantern"'])('%j is none', (payload) => {
    expect(statementIn(Buffer.from(payload))).toBeNull();
  });
});

describe('what a build says of its source', () => {
  test('in version 1', () => {
    expect(claimed(provenanceStatement().predicate)).toEqual({
      buildType: 'https://slsa-framework.github.io/github-actions-buildtypes/workflow/v1',
      repository: 'https://github.com/tidewater/harbor-mcp',
      commit: COMMIT,
    });
  });

  test('in version 1 without a workflow, the first dependency that is a repository', () => {
    const resolvedDependencies = [
      { uri: 'docker://images.example/node', digest: { sha256: 'aa' } },
      { uri: 'git+https://github.com/tidewater/harbor-mcp', digest: { gitCommit: COMMIT } },
    ];
    expect(claimed({ buildDefinition: { resolvedDependencies } })).toMatchObject({
      repository: 'git+https://github.com/tidewater/harbor-mcp',
      commit: COMMIT,
    });
  });

  test('in version 0.2', () => {
    const uri = 'git+https://github.com/tidewater/harbor-mcp@refs/tags/v1.2.0';
    const predicate = { buildType: 'gha@v0', invocation: { configSource: { uri, digest: { sha1: COMMIT } } } };
    expect(claimed(predicate)).toEqual({ buildType: 'gha@v0', repository: uri, commit: COMMIT });
  });

  test.each([null, {}, { buildDefinition: 7 }, { buildDefinition: { resolvedDependencies: [null, 'x'] } }])(
    'nothing, in %j',
    (predicate) => {
      expect(claimed(predicate)).toEqual({ buildType: null, repository: null, commit: null });
    },
  );
});

function read(statement: unknown) {
  return statementIn(Buffer.from(JSON.stringify(statement)));
}

function claimed(predicate: unknown) {
  const statement = read({ ...provenanceStatement(), predicate });
  return statement === null ? null : buildClaimOf(statement);
}

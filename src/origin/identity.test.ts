import { describe, expect, test } from 'vitest';
import { authority, COMMIT, EXTENSIONS, type Signing, WORKFLOW } from '../../test/origin/authority.ts';
import { provenanceStatement } from '../../test/origin/statements.ts';
import { openBundle } from './bundle.ts';
import { type Identity, identityOf, isSameRepository, sourceDisagrees } from './identity.ts';
import { trustRootIn } from './trust-root.ts';

const instance = authority();
const root = trustRootIn(instance.trustedRoot, 'of the test');

describe('who signed', () => {
  test('is a workflow, with its repository, commit and the numbers that stay', () => {
    expect(identified()).toEqual({
      issuer: 'https://token.actions.githubusercontent.com',
      subject: `${WORKFLOW}@refs/tags/v1.2.0`,
      repository: 'https://github.com/tidewater/harbor-mcp',
      repositoryId: '771001',
      ownerId: '90210',
      workflow: WORKFLOW,
      ref: 'refs/tags/v1.2.0',
      commit: COMMIT,
      runner: 'github-hosted',
    });
  });

  test('before 2023 the repository stood there as owner and name, and no number did', () => {
    const issuer = 'https://token.actions.githubusercontent.com';
    const extensions = { 1: issuer, 3: COMMIT, 5: 'tidewater/harbor-mcp', 6: 'refs/tags/v1.2.0' };
    expect(identified({ extensions })).toEqual({
      issuer,
      subject: `${WORKFLOW}@refs/tags/v1.2.0`,
      repository: 'https://github.com/tidewater/harbor-mcp',
      repositoryId: null,
      ownerId: null,
      workflow: WORKFLOW,
      ref: 'refs/tags/v1.2.0',
      commit: COMMIT,
      runner: null,
    });
  });

  test('a reusable workflow signs for the one that was started', () => {
    const subject = 'https://github.com/quayside/builds/.github/workflows/publish.yml@refs/heads/main';
    expect(identified({ subject })).toMatchObject({ subject, workflow: WORKFLOW });
  });

  test('a person has a mail address and no repository', () => {
    const signing = { subject: 'keeper@lantern.example', extensions: { 8: 'https://accounts.example' } };
    expect(identified(signing)).toMatchObject({
      issuer: 'https://accounts.example',
      subject: 'keeper@lantern.example',
      repository: null,
      workflow: null,
    });
  });

  test('a tag with an @ in it is a tag', () => {
    const ref = 'refs/tags/harbor-mcp@1.2.0';
    const extensions = { ...EXTENSIONS, 14: ref, 18: `${WORKFLOW}@${ref}` };
    expect(identified({ extensions, subject: `${WORKFLOW}@${ref}` })).toMatchObject({ workflow: WORKFLOW, ref });
  });

  test('a long text is cut', () => {
    const extensions = { ...EXTENSIONS, 14: `refs/heads/${'x'.repeat(3_000)}` };
    expect(identified({ extensions })?.ref).toHaveLength(2_000);
  });

  test('a certificate without an issuer, or for nobody, names nobody', () => {
    expect(identityOf({ subjectAlternativeName: WORKFLOW })).toBeNull();
    expect(identityOf({ extensions: { issuer: 'https://accounts.example' } })).toBeNull();
  });

  test.each([
    ['of another kind', [0x13, 1, 0x61]],
    ['with a length of four octets', [0x0c, 0x84, 0, 0, 0, 1, 0x61]],
    ['that is empty', []],
  ])('a text %s is not read', (_which, bytes) => {
    const oids = [{ oid: { id: [1, 3, 6, 1, 4, 1, 57264, 1, 12] }, value: Buffer.from(bytes) }];
    expect(identityOf({ subjectAlternativeName: 'x', extensions: { issuer: 'y' }, oids })?.repository).toBeNull();
  });
});

describe('the source that a build names of itself', () => {
  const none = { buildType: null, repository: null, commit: null };

  test('is not compared where it names none, or the certificate does not', () => {
    expect(sourceDisagrees(workflow(), none)).toBeNull();
    const person = { ...workflow(), repository: null, commit: null };
    expect(
      sourceDisagrees(person, { ...none, repository: 'https://github.com/tidewater/ferry', commit: COMMIT }),
    ).toBeNull();
  });

  test('agrees in other spellings', () => {
    const repository = 'git+https://github.com/Tidewater/harbor-mcp.git@refs/tags/v1.2.0';
    expect(sourceDisagrees(workflow(), { ...none, repository, commit: COMMIT })).toBeNull();
  });

  test('is another repository', () => {
    const repository = 'https://github.com/tidewater/ferry-times';
    expect(sourceDisagrees(workflow(), { ...none, repository })).toEqual({
      what: 'source repository',
      expected: 'https://github.com/tidewater/harbor-mcp',
      observed: repository,
    });
  });

  test('is another commit', () => {
    expect(sourceDisagrees(workflow(), { ...none, commit: '0'.repeat(40) })?.what).toBe('source commit');
  });

  test('one name at two hosts is two repositories', () => {
    expect(isSameRepository('https://github.com/tidewater/harbor', 'https://gitlab.com/tidewater/harbor')).toBe(false);
  });
});

function identified(signing: Partial<Signing> = {}): Identity | null {
  const opened = openBundle(instance.certified(provenanceStatement(), signing), { root, keys: [] });
  if (opened.outcome !== 'opened' || opened.certificate === null) throw new Error(JSON.stringify(opened));
  return identityOf(opened.certificate);
}

function workflow(): Identity {
  const identity = identified();
  if (identity === null) throw new Error('no identity');
  return identity;
}

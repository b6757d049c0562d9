/** What each rule says, and what to do; SARIF and the page of the verb print it. */
export interface Rule {
  readonly title: string;
  readonly next: string;
}

const REMOVE = 'Take it out of the settings until a person has read the record.';
const READ = 'Read the candidate with its evidence: registry-audit scan, or info.';

export const RULES: ReadonlyMap<string, Rule> = new Map(
  Object.entries({
    'recalled/listed': {
      title: 'The version in use is listed in a recall record',
      next: `${REMOVE} Change secrets it could read.`,
    },
    'recalled/held': {
      title: 'The registry took the package away and holds its name',
      next: `${REMOVE} Change secrets it could read.`,
    },
    'recalled/unpublished': {
      title: 'All versions of the package were unpublished',
      next: 'Find out why, and what replaced it.',
    },
    'recalled/yanked': { title: 'The version in use was yanked', next: 'Pin another version.' },
    'recalled/deprecated': {
      title: 'The version in use was deprecated by its publisher',
      next: 'Read the message; pin another version or server.',
    },
    'recalled/missing': { title: 'The registry has the version in use no more', next: 'Find out why it was removed.' },
    'recalled/entry-deleted': {
      title: 'A registry deleted an entry of the server',
      next: 'Find out why it was removed.',
    },
    'recalled/entry-deprecated': {
      title: 'A registry has an entry of the server as deprecated',
      next: 'Read its message.',
    },
    'recalled/disputed': { title: 'A disputed or test record lists the version in use', next: 'Read the record.' },
    'recalled/undetermined': {
      title: 'A record names the package, its versions cannot be compared',
      next: 'Read the record.',
    },
    'recalled/withdrawn-record': { title: 'A record of the package was withdrawn', next: 'Nothing.' },
    'recalled/other-version': {
      title: 'A record lists other versions of the package',
      next: 'Do not go back to those versions.',
    },
    'candidate/lookalike': { title: 'Its entry is a lookalike candidate', next: READ },
    'candidate/rug-pull': { title: 'Its entry is a candidate for a harmful update', next: READ },
    'blocked/listed': {
      title: 'The organisation’s lists block it',
      next: 'Take it out of the settings, or ask whoever keeps the lists.',
    },
    'blocked/entry': {
      title: 'One of several entries that name it is blocked',
      next: 'Find out which of them it was installed from.',
    },
    'manifest/exceeds': {
      title: 'Its code does something that its capability manifest does not declare',
      next: 'Read the place; then correct the manifest, or do not start it.',
    },
    'changed/archive': {
      title: 'A version’s bytes are not those that were approved',
      next: 'Do not start it; compare the archives.',
    },
    'changed/capabilities': {
      title: 'It can do something else than when it was approved',
      next: 'Read what changed; accept with --update.',
    },
    'changed/publisher': {
      title: 'Somebody else publishes it than when it was approved',
      next: 'Find out whether it was handed over; accept with --update.',
    },
    'changed/not-approved': { title: 'It is not in the lock file', next: 'Decide on it; approve with --update.' },
    'update/capabilities': {
      title: 'The newest release can do something else',
      next: 'Read what changed before updating.',
    },
    'update/publisher': {
      title: 'The newest release has another publisher',
      next: 'Read what changed before updating.',
    },
    'unpinned/package': { title: 'The launch takes whatever version is newest', next: 'Write a version: NAME@1.2.3.' },
    'unpinned/image': { title: 'The image is named by a tag', next: 'Write its digest: NAME@sha256:…' },
    'unpinned/source': { title: 'It is built from no fixed commit', next: 'Write the commit.' },
    'secret/plain-text': {
      title: 'A secret stands in the settings as plain text',
      next: 'Refer to an environment variable or the client’s inputs instead, and change the secret if the file is shared.',
    },
  }),
);

import type { Packument } from '../../src/model/release.ts';
import type { SeenTags } from '../../src/model/repository.ts';
import { describeSignal } from '../../src/testing/describe-signal.ts';
import { askedAbout, codeHost, hosted, notAsked, tagged } from '../../src/testing/repositories.ts';
import { listed, named, packument, published, release } from '../../src/testing/subjects.ts';
import { versionWithoutTag } from './version-without-tag.ts';

const FIVE = ['1.0.0', '1.1.0', '1.2.0', '1.3.0', '1.4.0'];
const COMMIT = '5f2d9c0b7a1e4c3d8e6f0a1b2c3d4e5f60718293';
const tags = (versions: readonly string[], prefix = 'v') =>
  tagged(Object.fromEntries(versions.map((version) => [`${prefix}${version}`, COMMIT])));

interface Case {
  readonly versions?: readonly string[];
  readonly tags: SeenTags;
  /** Of the last release. */
  readonly publishedAt?: string;
  readonly ordered?: Packument['ordered'];
}

function server({ versions = FIVE, tags: seen, publishedAt = '2026-05-04T09:00:00Z', ordered = 'by time' }: Case) {
  const last = versions.at(-1);
  const releases = versions.map((version) => release(version, version === last ? { publishedAt } : {}));
  return askedAbout(
    published({}, packument({ releases, ordered })),
    codeHost([hosted('tidewater/harbor-mcp', { tags: seen })]),
  );
}

const history = (name: string, ordered: Case['ordered'] = 'by time') =>
  packument({ name, ordered, releases: FIVE.map((version) => release(version)) });
const without = (...missing: readonly string[]) => tags(FIVE.filter((version) => !missing.includes(version)));
const numbered = (count: number) => Array.from({ length: count }, (_, index) => `1.${index}.0`);

describeSignal(versionWithoutTag, {
  context: { asOf: '2026-06-29', baseline: null },
  fires: {
    'the newest release': { on: server({ tags: without('1.4.0') }), citing: ['/versions/1.4.0'] },
    'one between others': { on: server({ tags: without('1.2.0') }), citing: ['/versions/1.2.0'] },
    'three at the end': {
      on: server({ versions: numbered(7), tags: tags(numbered(4)) }),
      citing: ['/versions/1.4.0', '/versions/1.5.0', '/versions/1.6.0'],
    },
    'one of a package among others of its repository': {
      on: server({ tags: tags(FIVE.slice(0, 4), 'harbor-mcp@') }),
      citing: ['/versions/1.4.0'],
    },
    'a day after it was published': {
      on: server({ tags: without('1.4.0'), publishedAt: '2026-06-28T00:00:00Z' }),
      citing: ['/versions/1.4.0'],
    },
  },
  silent: {
    'every release has its tag': server({ tags: tags(FIVE) }),
    'a repository without tags': server({ tags: tags([]) }),
    'tags of other things': server({ tags: tags(FIVE, 'ferry-times@') }),
    'four at the end: tagging was given up': server({ versions: numbered(8), tags: tags(numbered(4)) }),
    'three tags are no habit': server({ versions: numbered(4), tags: tags(numbered(3)) }),
    'releases before tagging began': server({ versions: numbered(8), tags: tags(numbered(8).slice(4)) }),
    'within a day of its release': server({ tags: without('1.4.0'), publishedAt: '2026-06-28T00:00:01Z' }),
    'two packages with a tag for each release': askedAbout(
      published({}, history('harbor-mcp'), history('ferry-mcp')),
      codeHost([hosted('tidewater/harbor-mcp', { tags: tags(FIVE) })]),
    ),
    'a preview': server({ versions: [...FIVE, '2.0.0-rc.1'], tags: tags(FIVE) }),
  },
  unseen: {
    'a registry that lists only names': named(),
    'a record without a history': listed(),
    'a snapshot whose capture asked no code host': published(
      {},
      packument({ releases: FIVE.map((each) => release(each)) }),
    ),
    'a repository that nobody asked for': askedAbout(published({}, packument()), codeHost()),
    'a limit that is used up': askedAbout(
      published({}, packument()),
      codeHost([notAsked('github.com/tidewater/harbor-mcp', 'the limit is used up')]),
    ),
    'tags that were not read': server({ tags: { outcome: 'not-read', reason: 'the limit is used up' } }),
    'more tags than were asked for': server({ tags: tagged({ 'v1.0.0': COMMIT }, false) }),
    'a history whose order is not known': server({ tags: without('1.4.0'), ordered: 'as listed' }),
    'a history by a mirror whose times are its own': server({ tags: without('1.4.0'), ordered: 'by version' }),
    'one package of two whose order is not known': askedAbout(
      published({}, history('harbor-mcp'), history('ferry-mcp', 'as listed')),
      codeHost([hosted('tidewater/harbor-mcp', { tags: tags(FIVE) })]),
    ),
  },
});

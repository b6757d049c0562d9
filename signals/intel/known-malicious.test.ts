import { describe, expect, test } from 'vitest';
import { intelIndex } from '../../src/intel/intel-index.ts';
import type { IntelIndex } from '../../src/intel/port.ts';
import type { Subject } from '../../src/model/subject.ts';
import { describeSignal } from '../../src/testing/describe-signal.ts';
import { affecting, EVERY_VERSION, listOf, publicIndex, range, recorded } from '../../src/testing/recalls.ts';
import { listed, named, packageNamed, packument, published, release } from '../../src/testing/subjects.ts';
import { knownMalicious } from './known-malicious.ts';

const asOf = '2026-06-29';
const intel = publicIndex(
  recorded('MAL-2026-1', {
    affected: [affecting('harbor-mcp', { ranges: [range('SEMVER', 'introduced 1.0.16', 'fixed 1.0.18')] })],
  }),
  recorded('MAL-2026-2', { affected: [affecting('@quayside/tides', { ranges: [EVERY_VERSION] })] }),
  recorded('MAL-2026-3', { affected: [affecting('Lantern.Bakery', { ecosystem: 'pypi', versions: ['1.0'] })] }),
  recorded('MAL-2026-4', {
    affected: [affecting('ferry-times', { versions: ['1.0.0'] })],
    withdrawn: '2026-05-20T00:00:00Z',
  }),
  recorded('MAL-2026-5', { affected: [affecting('fog-horn', { versions: ['1.0.0'] })], labels: ['PROBABLY_PENTEST'] }),
  recorded('MAL-2026-13399', { affected: [affecting('far-helm', { versions: ['1.0.0'] })] }),
);

function naming(ecosystem: string, name: string, version: string | null): Subject {
  return listed({ packages: [packageNamed(ecosystem, name, { version })] });
}

function withHistory(version: string | null, ...versions: readonly string[]): Subject {
  const packages = [packageNamed('npm', 'harbor-mcp', { version })];
  return published({ packages }, packument({ releases: versions.map((each) => release(each)) }));
}

describeSignal(knownMalicious, {
  context: { asOf, intel },
  fires: {
    'the version that the entry names is listed': { on: naming('npm', 'harbor-mcp', '1.0.16'), citing: '/packages/0' },
    'the last version of the range': { on: naming('npm', 'harbor-mcp', '1.0.17'), citing: '/packages/0' },
    'every version of a package is listed and the entry names none': {
      on: naming('npm', '@quayside/tides', null),
      citing: '/packages/0',
    },
    'every version is listed, and the entry names a tag': {
      on: naming('npm', '@quayside/tides', 'latest'),
      citing: '/packages/0',
    },
    'a spelling that is the same package on PyPI': {
      on: naming('pypi', 'lantern_bakery', '1.0.0'),
      citing: '/packages/0',
    },
    'the latest release is listed, and the entry names none': {
      on: withHistory(null, '1.0.15', '1.0.16'),
      citing: '/versions/1.0.16',
    },
    'the latest release is listed, and the entry names one before it': {
      on: withHistory('1.0.15', '1.0.15', '1.0.16'),
      citing: '/versions/1.0.16',
    },
    'the release that the entry names is listed, and later ones are not': {
      on: withHistory('1.0.16', '1.0.16', '1.0.18'),
      citing: '/versions/1.0.16',
    },
    'it is listed and gone from the history': { on: withHistory('1.0.16', '1.0.15', '1.0.18'), citing: '/packages/0' },
    'a release that is neither, and can still be installed': {
      on: withHistory('1.0.15', '1.0.15', '1.0.17', '1.0.18'),
      citing: '/versions/1.0.17',
      weight: 40,
    },
    'what its only reporter calls a test': {
      on: naming('npm', 'fog-horn', '1.0.0'),
      citing: '/packages/0',
      weight: 70,
    },
    'one of several packages': {
      on: listed({
        packages: [packageNamed('npm', 'gull'), packageNamed('npm', '@quayside/tides', { at: '/packages/1' })],
      }),
      citing: '/packages/1',
    },
  },
  silent: {
    'the version before the range': naming('npm', 'harbor-mcp', '1.0.15'),
    'the version that the range ends with': naming('npm', 'harbor-mcp', '1.0.18'),
    'a case-twin': naming('npm', 'Harbor-mcp', '1.0.16'),
    'the name without its scope': naming('npm', 'tides', '1.0.0'),
    'the name in another ecosystem': naming('pypi', 'harbor-mcp', '1.0.16'),
    'another version of a PyPI package': naming('pypi', 'lantern-bakery', '1.0.1'),
    'a withdrawn record': naming('npm', 'ferry-times', '1.0.0'),
    'a disputed record': naming('npm', 'far-helm', '1.0.0'),
    'a listed release that is gone from the history': withHistory('1.0.18', '1.0.15', '1.0.18'),
    'an entry without packages': listed({ packages: [] }),
  },
  unseen: {
    'a registry that lists only names': named(),
    'a registry that does not say which packages': listed({ packages: null }),
    'a listed package in a version that is not known': naming('npm', 'harbor-mcp', null),
    'a listed package in a range of versions': naming('npm', 'harbor-mcp', '^1.0.0'),
    'a kind of package that no list is about': naming('oci', 'quay.example/tide', '1.0'),
  },
});

const evidenceOf = (subject: Subject, index: IntelIndex = intel) => {
  const finding = knownMalicious.examine(subject, { asOf, intel: index });
  if (finding.outcome !== 'fired') throw new Error(finding.outcome);
  return finding.evidence[0];
};

describe('what it cites', () => {
  test('is the record, what matched, where to read it and how old the list is', () => {
    expect(evidenceOf(naming('npm', 'harbor-mcp', '1.0.16'))).toMatchObject({
      statement:
        'The npm package harbor-mcp 1.0.16, which the entry names, is listed in MAL-2026-1 as of 2026-06-01 (1.0.16 to before 1.0.18)',
      observed: {
        record: 'MAL-2026-1',
        range: '1.0.16 to before 1.0.18',
        version: '1.0.16',
        versionIs: 'the version that the entry names',
        page: 'https://osv.dev/vulnerability/MAL-2026-1',
        origins: ['quayside-watch'],
        published: '2026-05-01T08:00:00Z',
        doubt: null,
        list: 'osv',
        listDate: '2026-06-01',
        listAgeDays: 28,
      },
    });
  });

  test('says which version was asked about where the entry names none', () => {
    expect(evidenceOf(withHistory(null, '1.0.15', '1.0.16')).statement).toContain(
      '1.0.16, the latest release, is listed',
    );
  });

  test("is an organisation's own record with the day of its own list", () => {
    const own = intelIndex([
      listOf('organisation', [recorded('tidewater-7')], { date: '2026-06-20', ecosystems: ['npm'] }),
    ]);
    expect(evidenceOf(naming('npm', 'harbor-mcp', '1.0.16'), own).observed).toMatchObject({
      record: 'tidewater-7',
      list: 'organisation',
      listAgeDays: 9,
    });
  });

  test('never says what something is, only where it is listed', () => {
    const words = /\b(?:malicious|malware|safe|clean|infected|trusted)\b/i;
    for (const subject of [
      naming('npm', 'harbor-mcp', '1.0.16'),
      naming('npm', 'fog-horn', '1.0.0'),
      withHistory('1.0.15', '1.0.15', '1.0.17', '1.0.18'),
    ]) {
      expect(evidenceOf(subject).statement).not.toMatch(words);
    }
  });
});

test('no list loaded is not the same as nothing found', () => {
  expect(knownMalicious.examine(naming('npm', 'gull', '1.0.0'), { asOf, intel: null })).toMatchObject({
    outcome: 'unseen',
    reason: 'no list of known malicious packages was loaded',
  });
});

test.each([
  ['2026-05-01T08:00:00Z', 'silent'],
  ['2026-05-01T08:00:01Z', 'fired'],
])('as of %s a record published that day at eight is %s', (publishedBefore, outcome) => {
  const then = intelIndex([listOf('osv', [recorded('MAL-2026-1')])], { publishedBefore });
  expect(knownMalicious.examine(naming('npm', 'harbor-mcp', '1.0.16'), { asOf, intel: then }).outcome).toBe(outcome);
});

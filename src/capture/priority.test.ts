import { describe, expect, test } from 'vitest';
import { packageNamed, packument, record, release } from '../testing/subjects.ts';
import { historyReasons, mentions } from './priority.ts';

const AS_OF_MS = Date.parse('2026-06-29T00:00:00Z');
const input = (name: string, isSecret: boolean | null = null) =>
  ({
    at: '',
    kind: 'environment',
    name,
    description: null,
    value: null,
    default: null,
    placeholder: null,
    isSecret,
    isRequired: null,
  }) as const;

describe('what entries say of a package', () => {
  test.each([
    ['names a brand', record({ packages: [packageNamed('npm', 'postmark-mcp')], description: null })],
    [
      'asks for secrets',
      record({ packages: [packageNamed('npm', 'quay', { inputs: [input('QUAY', true)] })], description: null }),
    ],
    [
      'asks for secrets',
      record({ packages: [packageNamed('npm', 'quay', { inputs: [input('QUAY_TOKEN')] })], description: null }),
    ],
    [
      'sends messages',
      record({ packages: [packageNamed('npm', 'quay')], description: 'Sends e-mail to the harbour master.' }),
    ],
  ])('%s', (reason, said) => {
    const gathered = mentions(['postmark']);
    gathered.add(said);
    expect(gathered.of(said.packages?.[0]?.purl ?? '')).toEqual([reason]);
  });

  test('nothing is said of a package that reads tide tables', () => {
    const gathered = mentions(['postmark']);
    gathered.add(record({ packages: [packageNamed('npm', 'tides', { inputs: [input('PORT')] })] }));
    expect(gathered.of('pkg:npm/tides')).toEqual([]);
    expect(gathered.of('pkg:npm/never-named')).toEqual([]);
  });
});

describe('what a history gives as a reason', () => {
  const old = { publishedAt: '2024-01-01T00:00:00Z' };
  const reasons = (...after: readonly Parameters<typeof release>[1][]) =>
    historyReasons(
      packument({
        releases: [
          release('1.0.0', old),
          ...after.map((each, index) => release(`1.0.${index + 1}`, { ...old, ...each })),
        ],
      }),
      AS_OF_MS,
    );

  test.each([
    ['install script that the release before did not have', { installScripts: { postinstall: 'node setup.js' } }],
    ['published by somebody new', { publishedBy: { name: 'quayside', email: null }, maintainers: null }],
    ['dependency from git or a URL', { dependencies: { knots: 'git+https://git.example/knots.git' } }],
    ['dependency from git or a URL', { optionalDependencies: { knots: 'lantern-bakery/knots' } }],
    ['released in the last 30 days', { publishedAt: '2026-05-30T00:00:00Z' }],
  ])('%s', (reason, after) => {
    expect(reasons(after)).toEqual([reason]);
  });

  test.each([
    ['a hook of working copies', { installScripts: { prepare: 'tsc' } }],
    ['a release by a maintainer', { publishedBy: { name: 'tidewater', email: null } }],
    ['a dependency from the registry', { dependencies: { zod: '^4.0.0' } }],
    ['unknown scripts', { installScripts: null }],
    ['thirty-one days ago', { publishedAt: '2026-05-29T00:00:00Z' }],
  ])('not %s', (_case, after) => {
    expect(reasons(after)).toEqual([]);
  });
});

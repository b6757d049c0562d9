import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Input, Repository } from '../../src/model/entry.ts';
import type { Subject } from '../../src/model/subject.ts';
import { packageNamed, packument, published, record, release, remoteAt } from '../../src/testing/subjects.ts';
import { hygieneSignals } from '../hygiene/index.ts';
import { rugPullSignals } from './index.ts';

/** What registries have served, and what somebody may yet write. */
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom('__proto__', 'constructor', '1.0.0', 'v1', '2026.8.31', '{{VERSION}}', '', '0001-01-01T00:00:00Z'),
  fc.constantFrom('https://{a}.b/{c}', 'http://[', 'https://a:b@c.example?key=12345678', 'git+ssh://git@a:b', '%'),
  fc.constantFrom('node x', 'npx a && curl b', '2026-03-02T10:00:00Z', '9999-12-31', 'A'.repeat(3_000)),
);
const maybe = fc.option(text, { nil: null });
const texts = fc.option(
  fc
    .array(fc.tuple(fc.oneof(text, fc.constantFrom('postinstall', 'preinstall')), text), { maxLength: 4 })
    .map((pairs) => Object.fromEntries(pairs)),
  { nil: null },
);
const person = fc.option(fc.record({ name: text, email: maybe }), { nil: null });
const releases = fc.record({
  version: text,
  publishedAt: maybe,
  publishedBy: person,
  maintainers: fc.option(fc.array(fc.record({ name: text, email: maybe }), { maxLength: 3 }), { nil: null }),
  installScripts: texts,
  dependencies: texts,
  provenance: fc.constantFrom('attested' as const, 'absent' as const, null),
  totalBytes: fc.option(fc.nat(), { nil: null }),
});
const input: fc.Arbitrary<Input> = fc.record({
  at: fc.constant('/packages/0/x'),
  kind: fc.constantFrom('environment', 'header', 'runtime-argument', 'package-argument', 'url-variable', 'config'),
  name: text,
  description: maybe,
  value: maybe,
  default: maybe,
  placeholder: maybe,
  isSecret: fc.option(fc.boolean(), { nil: null }),
  isRequired: fc.option(fc.boolean(), { nil: null }),
});
const repository: fc.Arbitrary<Repository | 'none' | null> = fc.oneof(
  fc.constantFrom('none' as const, null),
  fc.record({ url: text, subfolder: maybe, id: maybe }),
);
const records = fc
  .record({
    version: maybe,
    description: maybe,
    publishedAt: maybe,
    status: maybe,
    websiteUrl: maybe,
    repository,
    identifier: text,
    ecosystem: fc.constantFrom('npm', 'pypi', 'oci', 'mcpb', 'other'),
    url: text,
    inputs: fc.array(input, { maxLength: 3 }),
  })
  .map(({ identifier, ecosystem, url, inputs, ...fields }) =>
    Object.assign(fields, {
      packages: [packageNamed(ecosystem, identifier, { inputs, version: fields.version, purl: null })],
      remotes: [remoteAt(url, { inputs })],
    }),
  );
const subjects: fc.Arbitrary<Subject> = fc
  .record({
    newest: records,
    earlier: fc.array(records, { maxLength: 3 }),
    releases: fc.array(releases, { maxLength: 5 }),
    tag: text,
  })
  .map(({ newest, earlier, releases: written, tag }) =>
    published(
      { ...newest, earlier: earlier.map(record) },
      packument({
        distTags: { latest: tag },
        releases: written.map(({ version, ...fields }) => release(version, fields)),
        missing: written.map(({ version, publishedAt }) => ({
          version,
          publishedAt: publishedAt ?? '',
          at: '/time/x',
        })),
      }),
    ),
  );

it('no text makes a signal throw or answer twice differently', () => {
  fc.assert(
    fc.property(subjects, subjects, (subject, other) => {
      if (subject.depth === 'name' || other.depth === 'name') return;
      const baseline = new Map([[subject.entry.id, other.record]]);
      for (const signal of [...rugPullSignals, ...hygieneSignals]) {
        const context = { asOf: '2026-06-29', baseline };
        expect(signal.examine(subject, context)).toEqual(signal.examine(subject, context));
      }
    }),
    { numRuns: 500 },
  );
});

const long = (unit: string) => unit.repeat(Math.ceil(200_000 / unit.length));

it('no length of a text costs time', () => {
  const hostile = [
    long('a'),
    long('a-'),
    long(' '),
    long('{'),
    long('https://'),
    long('1.'),
    long('@'),
    long('/'),
    long('&&'),
  ];
  for (const each of hostile) {
    const dependencies = { [each]: each };
    const releasesOf = [release('1.0.0'), release(each, { installScripts: { postinstall: each }, dependencies })];
    const fields = { version: each, description: each, publishedAt: each, websiteUrl: each };
    const subject = published(
      {
        ...fields,
        packages: [packageNamed('npm', each, { version: each, purl: null })],
        remotes: [remoteAt(each)],
        repository: { url: each, subfolder: null, id: null },
        earlier: [record({ ...fields, remotes: [remoteAt('https://tidewater.example')] })],
      },
      packument({ releases: releasesOf }),
    );
    for (const signal of [...rugPullSignals, ...hygieneSignals])
      expect(() => signal.examine(subject, { asOf: '2026-06-29', baseline: null })).not.toThrow();
  }
});

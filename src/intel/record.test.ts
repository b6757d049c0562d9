import { describe, expect, test } from 'vitest';
import { affecting, EVERY_VERSION, recorded } from '../testing/recalls.ts';
import { pageOf, recordOf, storedRecordOf, toStored } from './record.ts';

const OSV = {
  schema_version: '1.7.4',
  id: 'MAL-2026-40001',
  modified: '2026-05-02T08:00:00Z',
  published: '2026-05-01T08:00:00.123456Z',
  summary: 'Malicious code in harbor-mcp (PyPI)',
  details: 'Long prose.\n\nCategory: PROBABLY_PENTEST - Packages that look so.\n\nCampaign: none',
  aliases: ['GHSA-aaaa-bbbb-cccc'],
  affected: [
    {
      package: { ecosystem: 'PyPI', name: 'harbor-mcp', purl: 'pkg:pypi/harbor-mcp' },
      versions: ['1.0'],
      ranges: [{ type: 'ECOSYSTEM', events: [{ introduced: '2.0' }, { fixed: '2.1' }] }],
      database_specific: { cwes: [] },
    },
  ],
  references: [
    { type: 'PACKAGE', url: 'https://packages.example/harbor-mcp' },
    { type: 'ARTICLE', url: 'https://quayside.example/harbor' },
    { type: 'WEB', url: 'javascript:alert(1)' },
  ],
  credits: [{ name: 'Quayside Watch' }],
  database_specific: { 'malicious-packages-origins': [{ source: 'quayside-watch' }, { source: 'quayside-watch' }, {}] },
};

describe('a record of OSV', () => {
  test('is cut to what is matched and shown', () => {
    expect(recordOf(OSV)).toEqual({
      record: {
        id: 'MAL-2026-40001',
        modified: '2026-05-02T08:00:00Z',
        published: '2026-05-01T08:00:00.123456Z',
        withdrawn: null,
        aliases: ['GHSA-aaaa-bbbb-cccc'],
        summary: 'Malicious code in harbor-mcp (PyPI)',
        affected: [
          {
            ecosystem: 'pypi',
            name: 'harbor-mcp',
            versions: ['1.0'],
            ranges: [
              {
                type: 'ECOSYSTEM',
                events: [
                  { kind: 'introduced', version: '2.0' },
                  { kind: 'fixed', version: '2.1' },
                ],
              },
            ],
          },
        ],
        references: ['https://quayside.example/harbor'],
        origins: ['quayside-watch'],
        labels: ['PROBABLY_PENTEST'],
      },
    });
  });

  test.each([
    ['the least that there can be', { id: OSV.id, modified: OSV.modified, affected: OSV.affected }],
    [
      'what is only shown in another shape',
      { ...OSV, summary: 7, aliases: 'GHSA', references: [null, 5, { url: [] }], details: {}, database_specific: [] },
    ],
    [
      'nothing written as null',
      { ...OSV, published: null, withdrawn: null, affected: [{ ...OSV.affected[0], versions: null, ranges: null }] },
    ],
    ['fields of a later version', { ...OSV, upstream: [], __proto__: null, severity: 'high' }],
  ])('is taken with %s', (_what, json) => {
    expect(recordOf(json)).toMatchObject({ record: { id: OSV.id } });
  });

  test.each<[string, unknown, string]>([
    ['nothing', null, 'it is not a record'],
    ['a list', [OSV], 'it is not a record'],
    ['no id', { ...OSV, id: undefined }, 'id: '],
    ['an id that is a path', { ...OSV, id: '../../etc/passwd' }, 'id: '],
    ['no time', { ...OSV, modified: undefined }, 'modified: '],
    ['a time that is none', { ...OSV, modified: 'yesterday' }, 'modified: is not a time'],
    ['a withdrawal that is no time', { ...OSV, withdrawn: true }, 'withdrawn: '],
    ['no package', { ...OSV, affected: [{ ranges: [] }] }, 'it names no package'],
    ['an empty name', { ...OSV, affected: [{ package: { ecosystem: 'npm', name: '' } }] }, 'affected.package.name: '],
    [
      'a version that is a number',
      { ...OSV, affected: [{ ...OSV.affected[0], versions: [1] }] },
      'affected.versions: ',
    ],
    [
      'an event of two',
      {
        ...OSV,
        affected: [{ ...OSV.affected[0], ranges: [{ type: 'SEMVER', events: [{ introduced: '1', fixed: '2' }] }] }],
      },
      'affected.ranges.events: is not one event',
    ],
    [
      'an event of an unknown kind',
      { ...OSV, affected: [{ ...OSV.affected[0], ranges: [{ type: 'SEMVER', events: [{ abandoned: '1' }] }] }] },
      'affected.ranges.events: is not one event',
    ],
    [
      'more versions than any package has',
      { ...OSV, affected: [{ ...OSV.affected[0], versions: Array.from({ length: 20_001 }, () => '1') }] },
      'affected.versions: ',
    ],
    [
      'a name without an end',
      { ...OSV, affected: [{ package: { ecosystem: 'npm', name: 'x'.repeat(501) } }] },
      'affected.package.name: ',
    ],
  ])('is refused with %s, and why is said', (_what, json, reason) => {
    const read = recordOf(json);
    if (!('refused' in read)) throw new Error('it was taken');
    expect(read.refused.slice(0, reason.length)).toBe(reason);
    expect(read.refused.length).toBeLessThan(201);
  });

  test('long texts are cut where they are only shown', () => {
    const many = Array.from({ length: 50 }, (_, index) => ({ type: 'WEB', url: `https://quayside.example/${index}` }));
    const read = recordOf({
      ...OSV,
      summary: 'x'.repeat(10_000),
      references: many,
      aliases: ['x'.repeat(5_000), 'CVE-1'],
    });
    if (!('record' in read)) throw new Error(read.refused);
    expect(read.record.summary).toHaveLength(300);
    expect(read.record.references).toHaveLength(3);
    expect(read.record.aliases).toEqual(['CVE-1']);
  });
});

test.each([
  recorded('MAL-2026-1'),
  recorded('own-1', {
    withdrawn: '2026-05-03T00:00:00Z',
    published: null,
    aliases: ['MAL-2026-1'],
    references: ['https://quayside.example'],
    labels: ['PENTEST'],
  }),
  recorded('MAL-2026-2', {
    affected: [affecting('harbor-mcp', { ranges: [EVERY_VERSION] }), affecting('ferry-times', { ecosystem: 'pypi' })],
  }),
])('a stored record is read back as it was: $id', (record) => {
  expect(storedRecordOf(JSON.parse(JSON.stringify(toStored(record))))).toEqual(record);
});

test.each([
  ['MAL-2025-47604', 'https://osv.dev/vulnerability/MAL-2025-47604'],
  ['GHSA-ab12-cd34-ef56', 'https://github.com/advisories/GHSA-ab12-cd34-ef56'],
  ['MAL-2025-47604.evil', 'https://quayside.example/first'],
])('%s has its page at %s', (id, page) => {
  expect(pageOf(recorded(id, { references: ['https://quayside.example/first'] }))).toBe(page);
  expect(pageOf(recorded('tidewater-1'))).toBeNull();
});

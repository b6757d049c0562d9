import { describe, expect, test } from 'vitest';
import { serversAt } from '../clients/parts.ts';
import { readServers } from '../clients/read-servers.ts';
import { NO_CONFIG } from '../config/schema.ts';
import { indexed, lookupOf } from '../testing/lookups.ts';
import { affecting, publicIndex, recorded } from '../testing/recalls.ts';
import { packageNamed, packument, release, remoteAt } from '../testing/subjects.ts';
import { auditServer, type Known, type PackageSeen } from './audit-server.ts';
import type { CapabilityLists } from './capability-lists.ts';
import { lockOf } from './lock.ts';
import type { AuditedServer, ReleaseSeen } from './report.ts';

const RELEASES = [release('1.0.15'), release('1.0.16'), release('1.0.17')];
const HISTORY = packument({ releases: RELEASES });

const CAPABILITIES: CapabilityLists = {
  permissions: ['network-out'],
  hosts: ['tidewater.example'],
  secrets: [],
  tools: [],
  installHooks: [],
  unreadFiles: 0,
};

function server(json: string) {
  const text = `{"mcpServers":{"harbor":${json}}}`;
  const { servers } = readServers({
    client: 'cursor',
    file: '/q/mcp.json',
    scope: 'user',
    text,
    parts: serversAt('mcpServers'),
  });
  const [first] = servers;
  if (first === undefined) throw new Error(`no server in ${json}`);
  return first;
}

const PINNED = server('{"command":"npx","args":["-y","harbor-mcp@1.0.16"]}');
const REMOTE = server('{"url":"https://mcp.tidewater.example/mcp"}');

function seenRelease(version: string, fields: Partial<ReleaseSeen> = {}): ReleaseSeen {
  return {
    version,
    publishedAt: '2026-03-02T00:00:00Z',
    publisher: 'tidewater',
    provenance: 'attested',
    archives: [{ filename: `harbor-mcp-${version}.tgz`, sha256: '0'.repeat(64) }],
    capabilities: CAPABILITIES,
    unseen: [],
    ...fields,
  };
}

function seen(fields: Partial<PackageSeen> = {}): PackageSeen {
  return {
    packument: HISTORY,
    inUse: seenRelease('1.0.16'),
    code: null,
    newest: null,
    before: null,
    unseen: [],
    ...fields,
  };
}

const KNOWN: Known = {
  asOf: '2026-06-29',
  intel: publicIndex(),
  lookup: lookupOf([]),
  lock: null,
  lists: NO_CONFIG,
  manifests: [],
};

function said({ findings }: AuditedServer): readonly string[] {
  return findings.map(({ level, rule, statement }) => `${level} ${rule}: ${statement}`);
}

describe('recalls', () => {
  test('the version in use is listed', () => {
    const intel = publicIndex(recorded('MAL-2026-1'));
    expect(said(auditServer(PINNED, seen(), { ...KNOWN, intel }))).toEqual([
      'error recalled/listed: npm:harbor-mcp@1.0.16 is listed in MAL-2026-1 as of 2026-06-01 (1.0.16)',
    ]);
  });

  test('another version is listed', () => {
    const intel = publicIndex(
      recorded('MAL-2026-1', { affected: [affecting('harbor-mcp', { versions: ['1.0.15'] })] }),
    );
    expect(said(auditServer(PINNED, seen(), { ...KNOWN, intel }))).toEqual([
      'note recalled/other-version: MAL-2026-1 as of 2026-06-01 lists other versions of npm:harbor-mcp, not the one in use',
    ]);
  });

  test('a record that was withdrawn is no more than a note', () => {
    const intel = publicIndex(recorded('MAL-2026-1', { withdrawn: '2026-05-03T00:00:00Z' }));
    expect(said(auditServer(PINNED, seen(), { ...KNOWN, intel }))[0]).toMatch(/^note recalled\/withdrawn-record/);
  });

  test.each([['harbor-MCP'], ['@tidewater/harbor-mcp']])('a record of %s is about another package', (name) => {
    const intel = publicIndex(recorded('MAL-2026-1', { affected: [affecting(name, { versions: ['1.0.16'] })] }));
    expect(said(auditServer(PINNED, seen(), { ...KNOWN, intel }))).toEqual([]);
  });

  test('a package that could not be read is held against the lists by what the settings say', () => {
    const intel = publicIndex(recorded('MAL-2026-1'));
    const unread = seen({ packument: null, inUse: null, unseen: ['its history was not read: not in the cache'] });
    const audited = auditServer(PINNED, unread, { ...KNOWN, intel });
    expect(said(audited)[0]).toMatch(/^error recalled\/listed/);
    expect(audited.unseen).toEqual(['its history was not read: not in the cache']);
  });

  test('a proxy that calls a server elsewhere is a package too', () => {
    const intel = publicIndex(recorded('MAL-2026-1', { affected: [affecting('mcp-remote', { versions: ['0.0.5'] })] }));
    const proxy = server('{"command":"npx","args":["mcp-remote@0.0.5","https://mcp.tidewater.example/mcp"]}');
    expect(said(auditServer(proxy, null, { ...KNOWN, intel }))[0]).toMatch(
      /^error recalled\/listed: npm:mcp-remote@0.0.5/,
    );
  });

  test.each([
    ['recalled/deprecated', packument({ releases: [release('1.0.16', { deprecated: 'use quay-mcp' })] })],
    ['recalled/yanked', packument({ releases: [release('1.0.16', { yanked: true })] })],
    ['recalled/held', packument({ releases: RELEASES, distTags: { latest: '0.0.1-security' } })],
    [
      'recalled/missing',
      packument({
        releases: [release('1.0.17')],
        missing: [{ version: '1.0.16', publishedAt: '2026-03-02T00:00:00Z', at: '/time/1.0.16' }],
      }),
    ],
  ])('its own registry says %s', (rule, history) => {
    const { findings } = auditServer(PINNED, seen({ packument: history }), KNOWN);
    expect(findings.map((finding) => finding.rule)).toContain(rule);
  });

  test('a version that a mirror never had was not taken away', () => {
    const { findings } = auditServer(PINNED, seen({ packument: packument({ releases: [release('1.0.17')] }) }), KNOWN);
    expect(findings).toEqual([]);
  });

  test('where no list is about an ecosystem, nobody looked', () => {
    const ferry = server('{"command":"uvx","args":["ferry-times==1.2.3"]}');
    const intel = { ...publicIndex(), dateFor: () => null };
    expect(auditServer(ferry, seen({ packument: null, inUse: null }), { ...KNOWN, intel }).unseen).toContain(
      'no list of recalls is about packages of pypi',
    );
  });
});

describe('candidates', () => {
  const tier = { tier: 'review', score: 61, fired: ['lookalike/brand-claim'] } as const;
  const packages = [packageNamed('npm', 'harbor-mcp')];

  test('the only entry that names it is a candidate', () => {
    const lookup = lookupOf([
      indexed('official:io.github.tidewater/harbor-mcp', { packages, tiers: { lookalike: tier, 'rug-pull': null } }),
    ]);
    const audited = auditServer(PINNED, seen(), { ...KNOWN, lookup });
    expect(said(audited)).toEqual([
      'warning candidate/lookalike: lookalike candidate, review, score 61: official:io.github.tidewater/harbor-mcp (lookalike/brand-claim)',
    ]);
    expect(audited.findings[0]?.tier).toBe('review');
  });

  test('where another entry names the same package, whom one of them looks like is a note', () => {
    const lookup = lookupOf([
      indexed('official:io.github.tidewater/harbor-mcp', { packages }),
      indexed('official:io.github.pierside/harbour', { packages, tiers: { lookalike: tier, 'rug-pull': null } }),
    ]);
    const { findings } = auditServer(PINNED, seen(), { ...KNOWN, lookup });
    expect(findings.map(({ level, tier: of }) => [level, of])).toEqual([['note', null]]);
  });

  test('how the package was changed counts whoever names it', () => {
    const lookup = lookupOf([
      indexed('official:io.github.tidewater/harbor-mcp', { packages }),
      indexed('official:io.github.pierside/harbour', {
        packages,
        tiers: { lookalike: null, 'rug-pull': { ...tier, tier: 'review-first' } },
      }),
    ]);
    const { findings } = auditServer(PINNED, seen(), { ...KNOWN, lookup });
    expect(findings.map(({ level, tier: of }) => [level, of])).toEqual([['error', 'review-first']]);
  });

  test('a remote server is found by its address', () => {
    const remotes = [remoteAt('https://mcp.tidewater.example/mcp')];
    const lookup = lookupOf([
      indexed('official:io.github.tidewater/harbor', { remotes, tiers: { lookalike: tier, 'rug-pull': null } }),
    ]);
    expect(auditServer(REMOTE, null, { ...KNOWN, lookup }).findings).toHaveLength(1);
  });

  test('a deleted entry is told', () => {
    const lookup = lookupOf([indexed('official:io.github.tidewater/harbor-mcp', { packages, status: 'deleted' })]);
    expect(said(auditServer(PINNED, seen(), { ...KNOWN, lookup }))[0]).toMatch(/^warning recalled\/entry-deleted/);
  });

  test('nothing is said of candidates where there is no snapshot', () => {
    expect(said(auditServer(PINNED, seen(), { ...KNOWN, lookup: null }))).toEqual([]);
  });
});

describe('what changed since it was approved', () => {
  const approved = [{ coordinate: 'npm:harbor-mcp', name: 'harbor', inUse: seenRelease('1.0.16') }];
  const lock = lockOf(approved, null, { tool: 'registry-audit@0.0.0', updated: '2026-06-01' });
  const grown = { ...CAPABILITIES, hosts: ['quayside.example', 'tidewater.example'] };

  test('nothing', () => {
    expect(said(auditServer(PINNED, seen(), { ...KNOWN, lock }))).toEqual([]);
  });

  test('a new host, another publisher, no attestation', () => {
    const now = seenRelease('1.0.17', { capabilities: grown, publisher: 'pierside', provenance: 'absent' });
    const floating = server('{"command":"npx","args":["harbor-mcp"]}');
    expect(said(auditServer(floating, seen({ inUse: now }), { ...KNOWN, lock }))).toEqual([
      'warning changed/capabilities: since it was approved (1.0.16 → 1.0.17): new host quayside.example',
      'warning changed/publisher: since it was approved (1.0.16 → 1.0.17): published by pierside, before by tidewater',
      'warning changed/publisher: since it was approved (1.0.16 → 1.0.17): no provenance attestation any more',
      'warning unpinned/package: npx is given no version of harbor-mcp and takes what is newest when it starts, today 1.0.17',
    ]);
  });

  test('a publisher that is not known is no other publisher', () => {
    const now = seenRelease('1.0.17', { publisher: null, provenance: null });
    expect(said(auditServer(PINNED, seen({ inUse: now }), { ...KNOWN, lock }))).toEqual([]);
  });

  test('other bytes under the same version', () => {
    const now = seenRelease('1.0.16', { archives: [{ filename: 'harbor-mcp-1.0.16.tgz', sha256: '1'.repeat(64) }] });
    expect(said(auditServer(PINNED, seen({ inUse: now }), { ...KNOWN, lock }))).toEqual([
      'error changed/archive: harbor-mcp-1.0.16.tgz has other bytes than when 1.0.16 was approved',
    ]);
  });

  test('what only went is a note', () => {
    const now = seenRelease('1.0.17', { capabilities: { ...grown, hosts: [] } });
    expect(said(auditServer(PINNED, seen({ inUse: now }), { ...KNOWN, lock }))[0]).toMatch(
      /^note changed\/capabilities/,
    );
  });

  test('a release that was not read is no change, and says so', () => {
    const now = seenRelease('1.0.17', { capabilities: null, archives: [] });
    const audited = auditServer(
      PINNED,
      seen({ inUse: now, unseen: ['the archive of 1.0.17 was not read: not in the cache'] }),
      { ...KNOWN, lock },
    );
    expect(said(audited)).toEqual([]);
    expect(audited.unseen).toHaveLength(1);
  });

  test('a server that nobody approved', () => {
    expect(said(auditServer(REMOTE, null, { ...KNOWN, lock }))).toEqual([
      'warning changed/not-approved: remote:https://mcp.tidewater.example/mcp is not in the lock file',
    ]);
  });

  test('an update that nobody took yet is a note', () => {
    const newest = seenRelease('1.0.17', { capabilities: grown });
    expect(said(auditServer(PINNED, seen({ newest }), { ...KNOWN, lock }))).toEqual([
      'note update/capabilities: 1.0.16 → 1.0.17: new host quayside.example',
    ]);
  });
});

describe('what settings name and nobody looks at', () => {
  test.each([
    ['{"command":"npx","args":["harbor-mcp@1.0.16"],"envFile":".env"}', 'variables of its file .env are not read'],
    [
      '{"command":"npx","args":["harbor-mcp@1.0.16"],"url":"https://mcp.tidewater.example/mcp"}',
      'it names the address https://mcp.tidewater.example/mcp too, which is not asked about',
    ],
  ])('of %s is said', (json, unseen) => {
    expect(auditServer(server(json), seen(), KNOWN).unseen).toEqual([unseen]);
  });

  test('where it names one thing, nothing is', () => {
    expect(auditServer(PINNED, seen(), KNOWN).unseen).toEqual([]);
  });
});

import { describe, expect, test } from 'vitest';
import { sarifOffences } from '../../test/sarif/schema.ts';
import { serversAt } from '../clients/parts.ts';
import { readServers } from '../clients/read-servers.ts';
import { NO_CONFIG } from '../config/schema.ts';
import { publicIndex, recorded } from '../testing/recalls.ts';
import { auditServer } from './audit-server.ts';
import type { AuditReport } from './report.ts';
import { RULES } from './rules.ts';
import { auditSarif } from './sarif.ts';
import { AuditReportSchema } from './schema.ts';
import { renderAudit } from './terminal.ts';
import type { TerminalSettings } from './terminal-settings.ts';

const TEXT = `{
  "mcpServers": {
    "harbor": { "command": "npx", "args": ["-y", "harbor-mcp@1.0.16"], "env": { "TIDE_TOKEN": "q7Xw2LmZ9pTr4Vb8" } },
    "tides\\u001b[2J": { "url": "https://mcp.tidewater.example/mcp" },
    "ferry": { "command": "uvx", "args": ["ferry-times"] }
  }
}`;

function report(): AuditReport {
  const { servers, seen } = readServers({
    client: 'cursor',
    file: '/home/tide/.cursor/mcp.json',
    scope: 'user',
    text: TEXT,
    parts: serversAt('mcpServers'),
  });
  const known = {
    asOf: '2026-06-29',
    intel: publicIndex(recorded('MAL-2026-1')),
    lookup: null,
    lock: null,
    lists: NO_CONFIG,
    manifests: [],
  };
  return {
    schemaVersion: 1,
    tool: 'mcp-registry-audit@0.1.0',
    asOf: '2026-06-29',
    offline: false,
    intel: [{ title: 'The osv list', date: '2026-06-01', ageDays: 28, records: 1 }],
    snapshot: null,
    lists: null,
    lock: { path: '/work/quay/registry-audit.lock.json', updated: null },
    files: [seen],
    notRead: [],
    switchedOff: 0,
    servers: servers.map((server) => auditServer(server, null, known)),
  };
}

const SETTINGS: TerminalSettings = { looked: 30, updated: false, home: '/home/tide', paint: (_level, text) => text };

test('a person reads what was found and what to do, in order of weight', () => {
  expect(`\n${renderAudit(report(), SETTINGS)}\n`).toMatchInlineSnapshot(`
    "
    MCP servers set up on this machine, 2026-06-29: 3, in 1 file; 29 other places looked at, nothing there

       recalls     The osv list: 1 record, 2026-06-01 (28 days old)
       candidates  no captured snapshot, so nobody looked
       packages    npm and PyPI, asked now
       lock file   /work/quay/registry-audit.lock.json, not there

       server          client  starts                             found
    !! harbor          cursor  npm:harbor-mcp@1.0.16              recalled, secret
       tides\\u{1B}[2J  cursor  https://mcp.tidewater.example/mcp  nothing found, not all was seen
     ! ferry           cursor  pypi:ferry-times                   unpinned

    !! harbor  ~/.cursor/mcp.json:3
         recalled   npm:harbor-mcp@1.0.16 is listed in MAL-2026-1 as of 2026-06-01 (1.0.16)
         secret     environment TIDE_TOKEN holds a secret as plain text

     ! ferry  ~/.cursor/mcp.json:5
         unpinned   uvx is given no version of ferry-times and takes what is newest when it starts

       Nothing found, and not seen
         tides\\u{1B}[2J  what runs elsewhere is not seen, and can change without a release

    What to do
      The version in use is listed in a recall record.
        Take it out of the settings until a person has read the record. Change secrets it could read.
      A secret stands in the settings as plain text.
        Refer to an environment variable or the client’s inputs instead, and change the secret if the file is shared.
      The launch takes whatever version is newest.
        Write a version: NAME@1.2.3.

    After that, approve what is set up, so that the next audit says what changed: registry-audit audit --update
    "
  `);
});

test('a machine without servers says where it looked', () => {
  const text = renderAudit({ ...report(), servers: [], files: [] }, SETTINGS);
  expect(text).toContain('0, in 0 files; 30 other places looked at');
  expect(text).not.toContain('--update');
});

test('servers that are switched off are counted', () => {
  expect(renderAudit({ ...report(), switchedOff: 2 }, SETTINGS)).toContain(': 3 and 2 switched off, in 1 file');
});

test('where servers may be besides is said', () => {
  const text = renderAudit({ ...report(), notRead: ['plugins of others', 'connectors'] }, SETTINGS);
  expect(text).toContain('   not read    plugins of others\n               connectors\n');
});

test('a malformed file is told with its place', () => {
  const { servers, seen } = readServers({
    client: 'cursor',
    file: '/home/tide/.cursor/mcp.json',
    scope: 'user',
    text: '{"mcpServers": {"a" }}',
    parts: serversAt('mcpServers'),
  });
  expect(servers).toEqual([]);
  expect(renderAudit({ ...report(), servers: [], files: [seen] }, SETTINGS)).toContain('~/.cursor/mcp.json:1:21: ');
});

describe('no form of the report', () => {
  test.each([
    ['the terminal', () => renderAudit(report(), SETTINGS)],
    ['JSON', () => JSON.stringify(report())],
    ['SARIF', () => JSON.stringify(auditSarif(report(), '/work/quay'))],
  ])('%s holds a secret', (_name, rendered) => {
    expect(rendered()).not.toContain('q7Xw2LmZ9pTr4Vb8');
  });

  test('on a terminal holds an escape', () => {
    expect(renderAudit(report(), SETTINGS)).not.toContain('\u001B');
  });
});

test('JSON has the published shape', () => {
  expect(AuditReportSchema.safeParse(report()).error).toBeUndefined();
});

test('SARIF is valid and points at the lines of the settings', () => {
  const sarif = auditSarif(report(), '/work/quay');
  expect(sarifOffences(JSON.parse(JSON.stringify(sarif)))).toEqual([]);
  const found = sarif.runs[0]?.results?.map(({ ruleId, locations }) => [
    ruleId,
    locations?.[0]?.physicalLocation?.region?.startLine,
  ]);
  expect(found).toEqual([
    ['recalled/listed', 3],
    ['secret/plain-text', 3],
    ['unpinned/package', 5],
  ]);
});

test.each([
  ['/home/tide', { uri: '.cursor/mcp.json', uriBaseId: '%SRCROOT%' }],
  ['/home/ti', { uri: 'file:///home/tide/.cursor/mcp.json' }],
])('in the project %s the settings are at %j', (project, location) => {
  const [result] = auditSarif(report(), project).runs[0]?.results ?? [];
  expect(result?.locations?.[0]?.physicalLocation?.artifactLocation).toEqual(location);
});

test('every rule that can be found is explained', () => {
  for (const { findings } of report().servers) for (const { rule } of findings) expect(RULES.has(rule)).toBe(true);
});

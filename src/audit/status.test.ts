import { expect, test } from 'vitest';
import type { ConfiguredServer } from '../clients/port.ts';
import { serversAt } from '../clients/parts.ts';
import { readServers } from '../clients/read-servers.ts';
import { NO_CONFIG } from '../config/schema.ts';
import { indexed, lookupOf } from '../testing/lookups.ts';
import { listed } from '../testing/subjects.ts';
import { statusOf } from './status.ts';
import { renderStatus } from './status-terminal.ts';

const LISTS = {
  ...NO_CONFIG,
  block: [{ purl: 'pkg:npm/harbor-*', reason: 'ticket 12\u001B[2J' }],
  curated: [{ host: '*.tidewater.example' }],
  allow: [{ name: 'io.github.quayside/*' }],
};
const ENTRY = indexed('official:io.github.quayside/ferry-times', {
  packages: [{ ecosystem: 'pypi', identifier: 'ferry-times', purl: 'pkg:pypi/ferry-times', version: null }],
});

function configured(): readonly ConfiguredServer[] {
  const text = `{"mcpServers":{
    "harbor": { "command": "npx", "args": ["harbor-mcp"] },
    "tides": { "url": "https://mcp.tidewater.example/mcp" },
    "ferry": { "command": "uvx", "args": ["ferry-times"] },
    "other": { "command": "uvx", "args": ["lantern"] }
  }}`;
  const file = { client: 'cursor', file: '/home/tide/.cursor/mcp.json', scope: 'user' } as const;
  return readServers({ ...file, text, parts: serversAt('mcpServers') }).servers;
}

async function asked(hasSnapshot: boolean) {
  const lookup = hasSnapshot
    ? lookupOf([ENTRY], { subjects: new Map([[ENTRY.id, listed({ name: ENTRY.name })]]) })
    : null;
  return Promise.all(configured().map((each) => statusOf(each, { security: true, lookup, lists: LISTS })));
}

test('what stands on the organisation’s lists is marked, by what starts and by the entries that name it', async () => {
  const servers = await asked(true);
  expect(servers.map(({ security }) => security?.listed?.list ?? null)).toEqual(['block', 'curated', 'allow', null]);
  const shown = renderStatus(servers, {
    asOf: '2026-06-29',
    security: true,
    lists: '/work/quay/registry-audit.config.yaml',
    unseen: [],
    notRead: ['connectors'],
    snapshot: null,
  });
  expect(shown).toMatch(/harbor .* blocked: ticket 12/);
  expect(shown).toMatch(/tides .* curated$/m);
  expect(shown).toContain('Lists of /work/quay/registry-audit.config.yaml.');
  expect(shown).toContain('Not read: connectors');
  expect(shown).not.toContain('\u001B');
});

test('without a snapshot only what starts is held against the lists', async () => {
  const servers = await asked(false);
  expect(servers.map(({ security }) => security?.listed?.list ?? null)).toEqual(['block', 'curated', null, null]);
});

test('where there are no lists there is no column', async () => {
  const servers = await asked(true);
  const shown = renderStatus(servers, {
    asOf: '2026-06-29',
    security: true,
    lists: null,
    unseen: [],
    notRead: [],
    snapshot: null,
  });
  expect(shown).not.toContain('lists');
  expect(shown).not.toContain('Not read');
});

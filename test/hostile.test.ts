import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Json } from '../src/model/place.ts';
import type { Manifest } from '../src/model/snapshot.ts';
import { glamaItem, harbourFeed, officialRow, smitheryItem } from './registries/harbour.ts';
import { startRegistries } from './registries/server.ts';
import { baseUrlFlags, CAPTURE_ENVIRONMENT, run, temporaryFolder } from './program/run.ts';

const DATE = '2026-06-29';
/** Clears a screen, turns text around, hides, ends a cell, and starts a formula. */
const NASTY = [
  '\u001B[2J\u001B]0;owned\u0007',
  'stripe\u202Egpj.exe',
  'str\u200Bipe',
  '=HYPERLINK("https://lantern.invalid","stripe")',
  '@SUM(1+1)*cmd|stripe',
  'stripe</script><img src=x onerror=alert(1)>',
  '`stripe`|[click](https://lantern.invalid)',
  '\u{E0041}\u{E0042}stripe\u0085\u009B31m',
  'stripe\ud800lone',
];

/** Every string that a publisher may choose carries something nasty and the brand that makes it a candidate. */
function hostileRows(): Json[] {
  return [
    ...NASTY.map((nasty, index) => ({
      server: {
        name: `io.github.lantern/stripe-mcp-${index}`,
        title: nasty,
        description: `The official ${nasty} server for Stripe`,
        version: `1.0.0-${nasty}`,
        repository: { url: `https://github.com/lantern/${nasty}`, source: 'github' },
        remotes: [{ type: nasty, url: `https://stripe.lantern.invalid/${nasty}` }],
        packages: [{ registryType: nasty, identifier: nasty, transport: { type: 'stdio' } }],
      },
      _meta: {},
    })),
    ...NASTY.map((nasty) => officialRow(`io.github.lantern/${nasty}`, '1.0.0')),
    JSON.parse(
      '{"server":{"name":"io.github.lantern/proto","version":"1","description":"d","__proto__":{"polluted":true}},"_meta":{"__proto__":{"polluted":true}}}',
    ),
    officialRow(`io.github.lantern/${'n'.repeat(1_000_000)}`, '1.0.0'),
    { server: { name: 'io.github.lantern/deep', version: '1', description: 'd', packages: 'not a list' }, _meta: {} },
    null,
    [],
    42,
  ];
}

test('hostile rows are kept or counted, and nothing of them acts on a terminal, a spreadsheet or a page', async () => {
  const rows = hostileRows();
  const registries = await startRegistries(
    harbourFeed({
      official: { rows, cursorField: 'nextCursor' },
      glama: { items: NASTY.map((nasty, index) => glamaItem(`lantern${index}`, nasty.toWellFormed())) },
      smithery: {
        items: NASTY.map((nasty, index) => smitheryItem(`lantern/${index}`, { displayName: nasty })),
        details: new Map(),
        cap: 500,
      },
      mcpSo: {
        urls: NASTY.map((nasty) => `https://mcp.so/server/${encodeURIComponent(nasty.toWellFormed())}/lantern`),
        scheme: 'old',
      },
    }),
  );
  onTestFinished(() => registries.close());
  const home = temporaryFolder();
  const flags = ['--snapshots', join(home, 'snapshots'), '--cache', join(home, 'cache'), ...baseUrlFlags(registries)];
  const captured = await run(['capture', '--date', DATE, ...flags], { env: CAPTURE_ENVIRONMENT });
  expect({ code: captured.code, stderr: captured.stderr }).toEqual({ code: 0, stderr: '' });

  const manifest: Manifest = JSON.parse(readFileSync(join(home, 'snapshots', DATE, 'manifest.json'), 'utf8'));
  const official = manifest.coverage.find(({ registry }) => registry === 'official');
  expect(official).toMatchObject({ rows: rows.length, quarantined: 5, enumeration: { ended: 'exhausted' } });

  const out = join(home, 'out');
  const scanned = await run(['scan', '--snapshot', DATE, '--snapshots', join(home, 'snapshots'), '--out', out]);
  expect({ code: scanned.code, stderr: scanned.stderr }).toEqual({ code: 0, stderr: '' });

  const written = readdirSync(out).map((name) => [name, readFileSync(join(out, name), 'utf8')] as const);
  for (const [name, text] of [...written, ['the terminal', scanned.stdout + captured.stdout] as const]) {
    expect({ name, unseen: /(?!\n)[\p{Cc}\p{Cf}\p{Cs}]/u.exec(text)?.[0] }).toEqual({ name, unseen: undefined });
  }
  const csv = readFileSync(join(out, 'lookalike.csv'), 'utf8');
  expect(csv).toContain('lantern');
  expect(csv).not.toMatch(/(^|,)"?[=+@]/m);
  const summary = readFileSync(join(out, 'summary.md'), 'utf8');
  // Code spans show what stands in them; outside of them nothing may be markup.
  expect(summary.replace(/`[^`\n]*`/g, '')).not.toMatch(/(?<!\\)<(?:script|img)|(?<!\\)\]\(/);
  expect(JSON.stringify(Object.getOwnPropertyNames(Object.prototype))).not.toContain('polluted');
});

test('a registry that lies about its totals is a counted fact', async () => {
  const registries = await startRegistries(
    harbourFeed({
      smithery: { items: [smitheryItem('quayside/tides')], details: new Map(), cap: 500, claimedTotal: 9_000 },
      official: { rows: [officialRow('io.github.quayside/tides', '1.0.0')], cursorField: 'nextCursor' },
    }),
  );
  onTestFinished(() => registries.close());
  const home = temporaryFolder();
  const flags = ['--snapshots', home, '--cache', join(home, 'cache'), ...baseUrlFlags(registries)];
  const { code, stdout } = await run(['capture', '--date', DATE, '--json', ...flags], { env: CAPTURE_ENVIRONMENT });
  expect(code).toBe(0);
  const { coverage }: Manifest = JSON.parse(stdout);
  expect(coverage.find(({ registry }) => registry === 'smithery')).toMatchObject({
    advertised: 9_000,
    distinct: 1,
    enumeration: { ended: 'capped', reason: expect.stringContaining('9000') },
  });
});

import { describe, expect, test } from 'vitest';
import { type Listing, listed, named } from '../testing/subjects.ts';
import type { AnySubject } from './brand-owners.ts';
import { hostUnit, isOnPlatform, publisherUnit } from './gateway-units.ts';

const SHARED = ['fastmcp.app', 'slipway.example', 'workers.dev'];
const PLATFORMS = { sharedHosts: SHARED, mcpPlatforms: ['fastmcp.app'] };

const unitOf = (listing: Listing, make: (listing: Listing) => AnySubject = named) =>
  publisherUnit(make(listing), SHARED);

describe('a host counts as', () => {
  test.each([
    ['its registered domain', 'api.eu.tidewater.example', 'tidewater.example'],
    ['its registered domain below a country’s', 'mcp.tidewater.co.uk', 'tidewater.co.uk'],
    ['the account’s name on a platform', 'mcp.tidewater.workers.dev', 'tidewater.workers.dev'],
    ['the project’s name on a platform', 'ferry-times.vercel.app', 'ferry-times.vercel.app'],
    ['itself on a platform that no public list has', 'a.b.slipway.example', 'a.b.slipway.example'],
    ['the platform where that is made for MCP servers', 'ferry-times.fastmcp.app', 'fastmcp.app'],
    ['itself without a name', '203.0.113.7', '203.0.113.7'],
    ['nobody on this machine', 'localhost', null],
    ['nobody in this network', '192.168.1.20', null],
  ])('%s', (_case, host, unit) => {
    expect(hostUnit(host, PLATFORMS)).toBe(unit);
  });

  test('a platform by either list', () => {
    expect(
      ['tidewater.workers.dev', 'a.slipway.example', 'a.vercel.app'].map((host) => isOnPlatform(host, SHARED)),
    ).toEqual([true, true, true]);
    expect(isOnPlatform('mcp.tidewater.example', SHARED)).toBe(false);
  });
});

describe('a publisher counts as', () => {
  const repository = { url: 'https://github.com/Tidewater/ferries', subfolder: null, id: null };

  test.each([
    ['a login that the registry proved', { name: 'io.github.Tidewater/ferries' }, 'github.com/tidewater'],
    ['a login of another code host', { name: 'io.gitlab.tidewater/ferries' }, 'gitlab.com/tidewater'],
    ['the domain that the registry proved', { name: 'example.tidewater.mcp/ferries' }, 'tidewater.example'],
    ['a name on a platform', { name: 'dev.workers.tidewater/ferries' }, 'tidewater.workers.dev'],
    ['its own name on a platform for MCP servers', { name: 'app.fastmcp.ferries/mcp' }, 'ferries.fastmcp.app'],
    [
      'the owner of the repository that a directory found',
      { registry: 'glama', name: 'ferries', repository },
      'github.com/tidewater',
    ],
    [
      'the account that a directory derived',
      { registry: 'mcp-so', name: 'ferries', namespace: 'Tidewater' },
      'github.com/tidewater',
    ],
    ['an account of one registry', { registry: 'smithery', name: '@Tidewater/ferries' }, 'smithery:tidewater'],
    [
      'nobody where a directory took a folder for an account',
      { registry: 'mcp-so', name: 'ferries', namespace: 'tree' },
      null,
    ],
    ['nobody where none is said', { registry: 'smithery', name: 'ferries' }, null],
  ])('%s', (_case, listing, unit) => {
    expect(unitOf(listing, 'repository' in listing ? listed : named)).toBe(unit);
  });

  test('himself, whatever repository he claims', () => {
    expect(unitOf({ name: 'io.github.quayside/ferries', repository }, listed)).toBe('github.com/quayside');
  });
});

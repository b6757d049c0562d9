import { describe, expect, test } from 'vitest';
import type { IndexedEntry } from './port.ts';
import { queryOf } from './query.ts';
import { resolveServer } from './resolve.ts';
import { indexed, lookupOf } from '../testing/lookups.ts';

const harbor = indexed('official:io.github.tidewater/harbor-mcp', {
  packages: [
    {
      ecosystem: 'npm',
      purl: 'pkg:npm/%40tidewater/harbor-mcp',
      identifier: '@tidewater/harbor-mcp',
      version: '1.0.0',
    },
  ],
  repository: 'https://github.com/tidewater/harbor-mcp',
  twins: ['glama:tidewater/harbor-mcp'],
});
const harborAtGlama = indexed('glama:tidewater/harbor-mcp', {
  repository: 'https://github.com/tidewater/harbor-mcp',
  twins: ['official:io.github.tidewater/harbor-mcp'],
});
const ferry = indexed('smithery:@quayside/ferry-times', {
  title: 'Ferry Times',
  remotes: [{ type: 'http', url: 'https://ferry.quayside.example/mcp' }],
});
const ferryOfAnother = indexed('official:io.github.lantern/ferry-times');
const lookup = lookupOf([harborAtGlama, ferry, ferryOfAnother, harbor]);

describe('a server is found', () => {
  test.each<[string, string, IndexedEntry]>([
    ['its name in a registry', 'io.github.tidewater/harbor-mcp', harbor],
    ['its id', 'glama:tidewater/harbor-mcp', harborAtGlama],
    ['its id without the @ that the registry writes', 'smithery:quayside/ferry-times', ferry],
    ['its slug without the @', 'quayside/ferry-times', ferry],
    ['a package it names', 'npm:@tidewater/harbor-mcp@1.0.0', harbor],
    ['a package-url', 'pkg:npm/%40tidewater/harbor-mcp@1.0.0', harbor],
    ['a package name alone', '@tidewater/harbor-mcp', harborAtGlama],
    ['its repository', 'https://github.com/Tidewater/harbor-mcp.git', harbor],
    ['its remote address', 'https://ferry.quayside.example/mcp?key=1', ferry],
    ['its page', 'https://smithery.ai/server/@quayside/ferry-times', ferry],
    ['its page at another registry', 'https://glama.ai/mcp/servers/tidewater/harbor-mcp', harborAtGlama],
    ['the last part of its name, where one server has it', 'harbor-mcp', harbor],
    ['its name in other capitals', 'IO.github.Tidewater/Harbor-MCP', harbor],
  ])('by %s', (_way, query, entry) => {
    const found = resolveServer(lookup, query);
    expect(found).toMatchObject({ kind: 'one' });
    // A package name that is a slug too means the entries of both, which are one server.
    const ids = found.kind === 'one' ? [found.entry.id, ...found.twins.map((twin) => twin.entry.id)] : [];
    expect(ids).toContain(entry.id);
  });

  test('with its twins and what links them', () => {
    expect(resolveServer(lookup, 'official:io.github.tidewater/harbor-mcp')).toMatchObject({
      twins: [{ entry: { id: 'glama:tidewater/harbor-mcp' }, because: ['package pkg:npm/harbor-mcp'] }],
    });
  });
});

describe('a name that is not of one server', () => {
  test('is a choice where two servers have it as their last part', () => {
    const found = resolveServer(lookup, 'ferry-times');
    expect(found).toMatchObject({
      kind: 'choice',
      entries: [{ id: 'official:io.github.lantern/ferry-times' }, { id: 'smithery:@quayside/ferry-times' }],
    });
  });

  test('is a choice where a word is the slug of one and the last part of another', () => {
    const slug = indexed('smithery:pilot');
    const vendors = indexed('official:com.tidewater/pilot');
    expect(resolveServer(lookupOf([slug, vendors]), 'pilot')).toMatchObject({
      kind: 'choice',
      entries: [{ id: vendors.id }, { id: slug.id }],
    });
    expect(resolveServer(lookupOf([slug, vendors]), 'smithery:pilot')).toMatchObject({ kind: 'one', entry: slug });
  });

  test('is a choice where two entries have it in full and nothing links them', () => {
    const [a, b] = [indexed('official:tide/pilot'), indexed('glama:tide/pilot')];
    expect(resolveServer(lookupOf([a, b]), 'tide/pilot')).toMatchObject({ kind: 'choice', entries: [a, b] });
  });

  test('is a choice of servers, and shows one that stands on several registries once', () => {
    const other = indexed('smithery:@lantern/harbor-mcp');
    expect(resolveServer(lookupOf([harborAtGlama, harbor, other]), 'harbor-mcp')).toMatchObject({
      kind: 'choice',
      entries: [{ id: harbor.id }, { id: other.id }],
    });
  });

  test('is none where nobody has it, with near spellings in order', () => {
    expect(resolveServer(lookup, 'io.github.tidewater/habor-mcp')).toMatchObject({
      kind: 'none',
      near: [{ id: 'official:io.github.tidewater/harbor-mcp' }, { id: 'glama:tidewater/harbor-mcp' }],
    });
  });

  test('is none without near spellings where it is like nothing', () => {
    expect(resolveServer(lookup, 'saltworks-of-the-far-island')).toEqual({ kind: 'none', near: [] });
  });

  test.each(['', '   ', '@', '/', 'npm:', '\u202e', 'a'.repeat(100_000), '%', 'https://', 'constructor', '__proto__'])(
    'is none for the text %j',
    (text) => {
      expect(resolveServer(lookup, text).kind).toBe('none');
    },
  );
});

describe('a query', () => {
  test.each([
    ['npm:harbor-mcp@1.2.3', { by: 'package', name: 'harbor-mcp', version: '1.2.3' }],
    ['npm:@tidewater/harbor-mcp', { by: 'package', name: '@tidewater/harbor-mcp', version: null }],
    ['pypi:Harbor_MCP==1.2', { by: 'package', purl: 'pkg:pypi/harbor-mcp', version: '1.2' }],
    ['io.github.tidewater/harbor-mcp@1.2.3', { by: 'name', name: 'io.github.tidewater/harbor-mcp', version: '1.2.3' }],
    ['@tidewater/harbor-mcp', { by: 'name', name: '@tidewater/harbor-mcp', version: null }],
    ['official:tide/pilot@2.0.0', { by: 'entry', name: 'tide/pilot', version: '2.0.0' }],
    ['https://mcp.so/server/Tide%20Pilot/quayside', { by: 'entry', name: 'Tide Pilot/quayside' }],
    ['git@github.com:tidewater/harbor-mcp.git', { by: 'address' }],
  ])('%s is read as what it is', (text, query) => {
    expect(queryOf(text)).toMatchObject(query);
  });
});

import { describe, expect, test } from 'vitest';
import type { Tag } from '../model/repository.ts';
import { tagOfRelease } from './release-tags.ts';

const resource = { uri: 'https://host.example/tags', sha256: '0'.repeat(64), retrievedAt: '2026-06-29T00:00:00Z' };
const tags = (...names: readonly string[]): readonly Tag[] =>
  names.map((name, index) => ({ place: { resource, pointer: `/${index}` }, name, commit: null }));
const found = (names: readonly string[], version: string, packageName = '@tidewater/harbor-mcp') =>
  tagOfRelease(tags(...names), version, packageName)?.name;

describe('the tag of a release', () => {
  test.each([
    ['1.2.3', '1.2.3'],
    ['v1.2.3', '1.2.3'],
    ['V1.2.3', '1.2.3'],
    ['release-1.2.3', '1.2.3'],
    ['release/v1.2.3', '1.2.3'],
    ['harbor-mcp@1.2.3', '1.2.3'],
    ['@tidewater/harbor-mcp@1.2.3', '1.2.3'],
    ['tidewater-harbor-mcp-v1.2.3', '1.2.3'],
    ['packages/harbor-mcp/v1.2.3', '1.2.3'],
    ['harbor_mcp==1.2.3', '1.2.3'],
    ['v1.2.0-rc.1', '1.2.0rc1'],
    ['v2026.01.02', '2026.1.2'],
    ['v1.2', '1.2.0'],
  ])('%s is that of %s', (tag, version) => {
    expect(found([tag], version)).toBe(tag);
  });

  test.each([
    ['v11.2.3', '1.2.3'],
    ['v1.2.30', '1.2.3'],
    ['v1.2.3-rc.1', '1.2.3'],
    ['v1', '1.0.0'],
    ['ferry-times@1.2.3', '1.2.3'],
    ['nightly', '1.2.3'],
    ['', '1.2.3'],
  ])('%s is not that of %s', (tag, version) => {
    expect(found([tag], version)).toBeUndefined();
  });

  test('is the one that names the package, where a bare one is there too', () => {
    expect(found(['v1.2.3', 'ferry-times@1.2.3', 'harbor-mcp@1.2.3'], '1.2.3')).toBe('harbor-mcp@1.2.3');
  });

  test('of a version that is none is one that is spelt like it', () => {
    expect(found(['edge', 'vedge'], 'edge')).toBe('edge');
  });

  test('is looked for in a tag of a megabyte without delay', () => {
    expect(found(['1.'.repeat(500_000)], '1.2.3')).toBeUndefined();
  });
});

import { PackageURL } from 'packageurl-js';
import { describe, expect, test } from 'vitest';
import { purlOf } from './purl.ts';

describe('a package-url', () => {
  test.each([
    ['npm', 'tides', 'pkg:npm/tides'],
    ['npm', '@tidewater/tides', 'pkg:npm/%40tidewater/tides'],
    ['npm', 'HarbourStream', 'pkg:npm/HarbourStream'],
    ['pypi', 'Tidewater_.Tides', 'pkg:pypi/tidewater-tides'],
    ['nuget', 'Tidewater.Tides', 'pkg:nuget/Tidewater.Tides'],
    ['cargo', 'tidewater-tides', 'pkg:cargo/tidewater-tides'],
    ['oci', 'ghcr.io/tidewater/tides:1.3.0', 'pkg:oci/tides?repository_url=ghcr.io%2Ftidewater%2Ftides'],
    ['oci', 'ghcr.io/Tidewater/tides@sha256:00ff', 'pkg:oci/tides?repository_url=ghcr.io%2Ftidewater%2Ftides'],
    ['oci', 'localhost:5000/tides', 'pkg:oci/tides?repository_url=localhost%3A5000%2Ftides'],
    ['oci', 'tidewater/tides', 'pkg:oci/tides?repository_url=docker.io%2Ftidewater%2Ftides'],
    [
      'mcpb',
      'https://github.com/Tidewater/tides/releases/download/v1.3.0/tides-1.3.0.mcpb',
      'pkg:generic/github.com/tidewater/tides',
    ],
    [
      'mcpb',
      'https://gitlab.com/harbour/boats/tides/-/releases/v1/downloads/tides.mcpb',
      'pkg:generic/gitlab.com/harbour/boats/tides',
    ],
  ])('of %s %s is %s', (ecosystem, identifier, expected) => {
    const purl = purlOf(ecosystem, identifier);

    expect(purl).toBe(expected);
    expect(PackageURL.fromString(expected).version).toBeUndefined();
    // The reference implementation writes what it read in canonical form; it folds npm's capitals, which are kept here.
    expect(PackageURL.fromString(expected).toString()).toBe(ecosystem === 'npm' ? expected.toLowerCase() : expected);
  });

  test('of an image takes the host from where it stood until October 2025', () => {
    expect(purlOf('oci', 'tidewater/tides', 'https://ghcr.io')).toBe(
      'pkg:oci/tides?repository_url=ghcr.io%2Ftidewater%2Ftides',
    );
  });

  test.each([
    ['npm', ''],
    ['npm', 'tidewater/tides'],
    ['npm', '@tidewater/..'],
    ['npm', '../../etc/passwd'],
    ['npm', 'tides@1.0.0'],
    ['npm', 'a'.repeat(2_001)],
    ['pypi', '-tides'],
    ['pypi', 'git+https://harbour.example/tides'],
    ['nuget', 'two words'],
    ['cargo', '9tides'],
    ['oci', 'ghcr.io/'],
    ['oci', 'ghcr.io/tide water/tides'],
    ['mcpb', 'tides.mcpb'],
    ['mcpb', 'https://harbour.example/tides/releases/download/v1/tides.mcpb'],
    ['mcpb', 'https://github.com/tides.mcpb'],
    ['mcpb', 'https://github.com/tidewater/tides/archive/v1.mcpb'],
    ['shelf', 'tides'],
    ['__proto__', 'tides'],
  ])('cannot be made of %s "%s"', (ecosystem, identifier) => {
    expect(purlOf(ecosystem, identifier)).toBeNull();
  });
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inert } from '../text/inert.ts';
import { checkCoordinate } from './coordinate.ts';
import { UsageError } from './exit.ts';
import { packageSpec, packageSpecs, specLabel } from './package-spec.ts';

describe('naming a package', () => {
  test.each([
    ['npm:harbor-mcp', 'npm', 'harbor-mcp', null],
    ['npm:harbor-mcp@1.0.16', 'npm', 'harbor-mcp', '1.0.16'],
    ['npm:@tidewater/harbor-mcp', 'npm', '@tidewater/harbor-mcp', null],
    ['npm:@tidewater/harbor-mcp@2.0.0-rc.1', 'npm', '@tidewater/harbor-mcp', '2.0.0-rc.1'],
    ['pypi:Harbor_MCP==0.2', 'pypi', 'Harbor_MCP', '0.2'],
    ['pypi:harbor-mcp@0.2', 'pypi', 'harbor-mcp', '0.2'],
    ['pkg:npm/%40tidewater/harbor-mcp@1.0.16', 'npm', '@tidewater/harbor-mcp', '1.0.16'],
    ['pkg:pypi/harbor-mcp', 'pypi', 'harbor-mcp', null],
  ])('%s', (text, ecosystem, name, version) => {
    expect(packageSpec(text)).toEqual({ ecosystem, name, version });
  });

  test.each(['', 'harbor-mcp', 'oci:harbor', 'npm:', 'npm:@', 'npm:a@b@c', 'npm:a b', 'pkg:npm/%zz', 'pkg:oci/x'])(
    '"%s" is not one, and the message says how',
    (text) => {
      expect(() => packageSpec(text)).toThrow(UsageError);
    },
  );

  test.each([
    'npm:../../etc/passwd',
    'npm:@tidewater/../x',
    'pypi:[[',
    'pypi:-x-',
    'pkg:npm/%2e%2e%2fx',
    'npm:\u001B[2Jx',
  ])('"%s" is none that could exist, and the message says what a name is', (text) => {
    expect(() => packageSpec(text)).toThrow(/could have: a name there is/);
    expect(() => checkCoordinate(text)).toThrow(UsageError);
  });

  test.each([
    ['npm:', 'is not a package'],
    ['npm:a b', 'is not a package'],
    ['pkg:gem/harbor', 'package-url'],
    ['oci:UPPER CASE', 'is not a package'],
    ['oci:-x', 'an image is'],
    ['cargo:9x', 'begins with a letter'],
  ])('who asks for "%s" is told that it %s', (text, said) => {
    expect(() => checkCoordinate(text)).toThrow(said);
  });

  test.each(['npm:@tidewater/harbor-mcp@1.0.16', 'harbor', 'official:a/b', 'npm', 'pkg', 'https://x.example/npm:[['])(
    '"%s" may be asked for',
    (text) => {
      expect(() => checkCoordinate(text)).not.toThrow();
    },
  );

  test('the message spells control characters out', () => {
    expect(() => checkCoordinate('npm:\u001B[2Jx')).toThrow(`"npm:${inert('\u001B')}[2Jx"`);
  });

  test('a file has one a line, with comments and blank lines, and repeats count once', () => {
    const folder = mkdtempSync(join(tmpdir(), 'packages-'));
    const file = join(folder, 'list.txt');
    writeFileSync(file, '# ours\nnpm:harbor-mcp@1.0.0 # pinned\n\n  pypi:ferry-times\r\nnpm:harbor-mcp@1.0.0\n');
    expect(packageSpecs(['pypi:ferry-times'], file).map(specLabel)).toEqual([
      'pypi:ferry-times',
      'npm:harbor-mcp@1.0.0',
    ]);
    rmSync(folder, { recursive: true });
  });

  test('a file that is not there is a slip of the pen', () => {
    expect(() => packageSpecs([], '/nowhere/list.txt')).toThrow(/there is no such file/);
  });

  test('a file that names none is refused, whatever is named beside it', () => {
    expect(() => packageSpecs(['npm:harbor-mcp'], '/dev/null')).toThrow('--packages "/dev/null" names no package.');
  });
});

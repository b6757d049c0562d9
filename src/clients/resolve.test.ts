import { describe, expect, test } from 'vitest';
import { coordinateOf, isUnpinned, runsText } from './resolution.ts';
import { resolve } from './resolve.ts';

function started(line: readonly string[]) {
  const [command = '', ...args] = line;
  return resolve({ command, args, url: null });
}

describe('a package with its version', () => {
  test.each([
    [['npx', '-y', '@tidewater/harbor-mcp@1.0.16'], 'npm:@tidewater/harbor-mcp', 'pinned', '1.0.16'],
    [['npx', '-y', '@tidewater/harbor-mcp'], 'npm:@tidewater/harbor-mcp', 'floating', null],
    [['npx', 'harbor-mcp@latest', '--port', '1'], 'npm:harbor-mcp', 'floating', 'latest'],
    [['npx', 'harbor-mcp@next'], 'npm:harbor-mcp', 'floating', 'next'],
    [['npx', 'harbor-mcp@*'], 'npm:harbor-mcp', 'floating', null],
    [['npx', 'harbor-mcp@^1.2.0'], 'npm:harbor-mcp', 'range', '^1.2.0'],
    [['npx', 'harbor-mcp@1'], 'npm:harbor-mcp', 'range', '1'],
    [['npx', 'harbor-mcp@v1.2.3'], 'npm:harbor-mcp', 'pinned', '1.2.3'],
    [['npx', '-y', '-p', 'harbor-mcp@1.2.3', 'harbor-cli'], 'npm:harbor-mcp', 'pinned', '1.2.3'],
    [['npx', '--package=harbor-mcp@1.2.3', '-c', 'harbor-cli'], 'npm:harbor-mcp', 'pinned', '1.2.3'],
    [['npx', '--registry', 'https://npm.tidewater.example', 'harbor-mcp'], 'npm:harbor-mcp', 'floating', null],
    [['npx', 'quay@npm:harbor-mcp@1.2.3'], 'npm:harbor-mcp', 'pinned', '1.2.3'],
    [['cmd', '/c', 'npx', '-y', 'harbor-mcp@1.2.3'], 'npm:harbor-mcp', 'pinned', '1.2.3'],
    [
      ['C:\\Windows\\System32\\cmd.exe', '/d', '/s', '/c', 'npx -y harbor-mcp@1.2.3'],
      'npm:harbor-mcp',
      'pinned',
      '1.2.3',
    ],
    [['C:\\Program Files\\nodejs\\npx.cmd', '-y', 'harbor-mcp'], 'npm:harbor-mcp', 'floating', null],
    [['npx -y harbor-mcp@1.2.3'], 'npm:harbor-mcp', 'pinned', '1.2.3'],
    [['bash', '-lc', 'exec npx -y "harbor-mcp@1.2.3"'], 'npm:harbor-mcp', 'pinned', '1.2.3'],
    [['env', 'PORT=1', 'npx', '-y', 'harbor-mcp'], 'npm:harbor-mcp', 'floating', null],
    [['powershell', '-NoProfile', '-Command', 'npx -y harbor-mcp'], 'npm:harbor-mcp', 'floating', null],
    [['mise', 'x', 'node@22', '--', 'npx', 'harbor-mcp'], 'npm:harbor-mcp', 'floating', null],
    [['npm', 'exec', '-y', '--', 'harbor-mcp@1.2.3'], 'npm:harbor-mcp', 'pinned', '1.2.3'],
    [['pnpm', 'dlx', 'harbor-mcp@1.2.3'], 'npm:harbor-mcp', 'pinned', '1.2.3'],
    [['yarn', 'dlx', '-p', 'harbor-mcp', 'harbor'], 'npm:harbor-mcp', 'floating', null],
    [['bunx', '--bun', 'harbor-mcp'], 'npm:harbor-mcp', 'floating', null],
    [['bun', 'x', 'harbor-mcp@1.2.3'], 'npm:harbor-mcp', 'pinned', '1.2.3'],
    [['deno', 'run', '-A', 'npm:harbor-mcp@1.2.3'], 'npm:harbor-mcp', 'pinned', '1.2.3'],
    [['uvx', 'ferry-times'], 'pypi:ferry-times', 'floating', null],
    [['uvx', 'ferry-times@1.2.3'], 'pypi:ferry-times', 'pinned', '1.2.3'],
    [['uvx', 'ferry-times@latest'], 'pypi:ferry-times', 'floating', 'latest'],
    [['uvx', '--from', 'ferry-times[sql]==1.2.3', 'ferry'], 'pypi:ferry-times', 'pinned', '1.2.3'],
    [['uvx', '--python', '3.12', 'ferry-times>=1,<2'], 'pypi:ferry-times', 'range', '>=1,<2'],
    [['uv', 'tool', 'run', 'ferry-times==1.2.3'], 'pypi:ferry-times', 'pinned', '1.2.3'],
    [['pipx', 'run', '--spec', 'ferry-times==1.2.3', 'ferry'], 'pypi:ferry-times', 'pinned', '1.2.3'],
  ])('%j', (line, coordinate, pinning, wanted) => {
    const resolution = started(line);
    expect(resolution).toMatchObject({ kind: 'package', pinning, wanted });
    expect(coordinateOf(resolution)).toBe(coordinate);
    expect(isUnpinned(resolution)).toBe(pinning !== 'pinned');
  });
});

describe('something else than a package', () => {
  test.each([
    [['node', '/srv/harbor/index.js'], 'local', '/srv/harbor/index.js'],
    [['node', '--env-file', '.env', 'dist/index.js'], 'local', 'dist/index.js'],
    [['/usr/local/bin/harbor-mcp'], 'local', '/usr/local/bin/harbor-mcp'],
    [['harbor-mcp', 'stdio'], 'installed', 'harbor-mcp (installed)'],
    [['python3.12', '-m', 'ferry_times'], 'installed', 'python module ferry_times (installed)'],
    [['py', 'C:\\harbor\\server.py'], 'local', 'C:\\harbor\\server.py'],
    [['uv', '--directory', '/srv/ferry', 'run', 'server.py'], 'local', '/srv/ferry'],
    [['uv', 'run', 'server.py'], 'local', 'server.py'],
    [['npx', '-y', 'github:tidewater/harbor-mcp'], 'source', 'github:tidewater/harbor-mcp'],
    [['npx', 'tidewater/harbor-mcp'], 'source', 'tidewater/harbor-mcp'],
    [
      ['uvx', '--from', 'git+https://code.tidewater.example/ferry.git', 'ferry'],
      'source',
      'git+https://code.tidewater.example/ferry.git',
    ],
    [['docker', 'run', '-i', '--rm', '-e', 'TIDE_TOKEN', 'quayside/harbor:1.2'], 'image', 'image quayside/harbor:1.2'],
    [['podman', 'run', '--rm', '-i', 'ghcr.io/tidewater/harbor'], 'image', 'image ghcr.io/tidewater/harbor'],
    [
      ['npx', '-y', 'mcp-remote@0.1.18', 'https://mcp.tidewater.example/sse'],
      'remote',
      'https://mcp.tidewater.example/sse through npm:mcp-remote@0.1.18',
    ],
    [
      ['uvx', 'mcp-proxy', 'https://mcp.tidewater.example/sse'],
      'remote',
      'https://mcp.tidewater.example/sse through pypi:mcp-proxy',
    ],
    [
      ['npx', '-y', '@smithery/cli@latest', 'run', '@tidewater/harbor', '--key', 'x'],
      'hosted',
      '@tidewater/harbor hosted by smithery',
    ],
    [['bash', '-c', 'cd /srv && npx harbor-mcp'], 'unknown', 'not known: a shell runs more than one command'],
    [['npx'], 'unknown', 'not known: npx is given no package'],
    [['npm', 'start'], 'unknown', 'not known: npm runs a script of the folder it is started in'],
  ])('%j', (line, kind, text) => {
    const resolution = started(line);
    expect(resolution.kind).toBe(kind);
    expect(runsText(resolution)).toBe(text);
  });
});

test('a digest pins an image, a tag does not', () => {
  const digest = `sha256:${'0123456789abcdef'.repeat(4)}`;
  expect(isUnpinned(started(['docker', 'run', `quayside/harbor@${digest}`]))).toBe(false);
  expect(isUnpinned(started(['docker', 'run', 'quayside/harbor:1.2.3']))).toBe(true);
});

test('an image is approved with its tag', () => {
  expect(coordinateOf(started(['docker', 'run', 'quayside/harbor:1.2.3']))).toBe('image:quayside/harbor:1.2.3');
});

test('a commit pins a repository, a branch does not', () => {
  const commit = '0123456789abcdef0123456789abcdef01234567';
  expect(isUnpinned(started(['npx', `github:tidewater/harbor-mcp#${commit}`]))).toBe(false);
  expect(isUnpinned(started(['npx', 'github:tidewater/harbor-mcp#main']))).toBe(true);
});

test('an address alone is a remote server', () => {
  const resolution = resolve({ command: '', args: [], url: 'https://mcp.tidewater.example/mcp' });
  expect(coordinateOf(resolution)).toBe('remote:https://mcp.tidewater.example/mcp');
});

test.each([
  ['a name of a megabyte', `npx -y ${'a'.repeat(1_000_000)}`, 'unknown'],
  ['a path that climbs', 'npx -y ../../../../etc/passwd', 'local'],
  ['a scope alone', 'npx -y @scope/', 'unknown'],
  ['the name of a prototype', 'npx -y __proto__', 'package'],
  ['shells in shells', `bash -c "${'bash -c '.repeat(10_000)}"`, 'installed'],
  ['brackets without end', `uvx ${'['.repeat(100_000)}`, 'unknown'],
])('%s', (_name, line, kind) => {
  expect(started(line.split(' ')).kind).toBe(kind);
  expect(() => started([line])).not.toThrow();
});

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { askJson } from './ask.ts';
import { at } from './at.ts';

test('the reconstructed packages are served by hand, with their archives', async () => {
  const base = await addressOf(started('--cases'));
  const tarball = at(await askJson(`${base}/lantern-post-mcp`), 'versions', '1.0.16', 'dist', 'tarball');
  expect(tarball).toBe(`${base}/lantern-post-mcp/-/lantern-post-mcp-1.0.16.tgz`);
});

test('a population is served by hand', async () => {
  const base = await addressOf(started('--population', '7/0.01'));
  expect(at(await askJson(`${base}/lantern-post-mcp`), 'name')).toBe('lantern-post-mcp');
});

test.each([
  [['--population', '7'], 'not SEED/SCALE: 7'],
  [[], 'which rows?'],
])('%j is an error that says what is wanted', async (args, message) => {
  const child = started(...args);
  const [code, text] = await Promise.all([once(child, 'close'), errorOf(child)]);
  expect(code[0]).toBe(2);
  expect(text).toContain(message);
});

function started(...args: readonly string[]): ChildProcess {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'cli.ts'), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill());
  return child;
}

/** Of npm, as the flags say that are printed for the program. */
async function addressOf(child: ChildProcess): Promise<string> {
  for await (const chunk of child.stdout ?? []) {
    const [, address] = /--base-url npm=(\S+)/.exec(String(chunk)) ?? [];
    if (address !== undefined) return address;
  }
  throw new Error('no address was printed');
}

async function errorOf(child: ChildProcess): Promise<string> {
  let text = '';
  for await (const chunk of child.stderr ?? []) text += String(chunk);
  return text;
}

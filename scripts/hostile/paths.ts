import { hash } from 'node:crypto';
import type { Get } from '../../src/fetch/port.ts';
import { ecosystems } from '../../src/packages/index.ts';
import type { Ecosystem } from '../../src/packages/port.ts';
import { purlOf } from '../../src/registries/purl.ts';
import { naughtyStrings } from './strings.ts';
import { must, type Trial } from './trial.ts';

const BASE = 'https://packages.harbour.invalid/registry';
const TRICKS = [
  '..',
  '../ferry',
  '../../ferry',
  './ferry',
  '/ferry',
  '//lantern.invalid/ferry',
  'ferry/../../quay',
  '..%2fferry',
  '%2e%2e/ferry',
  '%2e%2e%2fferry',
  '..\\ferry',
  '\\\\lantern.invalid\\ferry',
  'ferry?x=1',
  'ferry#x',
  'ferry%00',
  'ferry\u0000',
  'ferry\r\nx: y',
  'ferry@1.0.0',
  '@../ferry',
  '@quay/../ferry',
  '@quay/..',
  '@quay/',
  '@/ferry',
  '@quay',
  'https://lantern.invalid/ferry',
  'file:///etc/hostname',
  'git+https://lantern.invalid/ferry.git',
  'npm:ferry',
  'ferry:8080',
  'user@lantern.invalid',
  'ferry/-/ferry-1.0.0.tgz',
  '-/npm/v1/keys',
  '.ferry',
  '_ferry',
  'node_modules',
  '__proto__',
  'constructor',
  '',
  ' ',
  '.',
  'f'.repeat(10_000),
  'simple/ferry',
  'ferry/json',
  'ferry/1.0.0/json',
  '\u0435ferry',
  'FERRY',
  '~ferry',
  "ferry'",
  'ferry*',
  '(ferry)',
];

/** Names of packages, as strangers write them, on their way into an address: it stays below its registry's, or is not asked for. */
export function packageNameTrials(): readonly Trial[] {
  return ecosystems.flatMap((ecosystem) =>
    [...TRICKS, ...naughtyStrings()].map((name) => ({
      name: `${ecosystem.id}, ${JSON.stringify(name.slice(0, 40))}`,
      run: () => ledTo(ecosystem, name),
    })),
  );
}

async function ledTo(ecosystem: Ecosystem, name: string): Promise<string> {
  const asked: string[] = [];
  const body = Buffer.from('{}');
  const get: Get = async (url) => {
    asked.push(url);
    return {
      status: 200,
      body,
      resource: { uri: url, sha256: hash('sha256', body), retrievedAt: '2026-06-29T00:00:00Z' },
    };
  };
  const purl = purlOf(ecosystem.id, name);
  const stored = await ecosystem.observe(purl ?? 'pkg:npm/ferry', name, get, BASE);
  for (const url of asked) {
    const { origin, pathname, search, hash: fragment, username } = new URL(url);
    must(origin === new URL(BASE).origin && username === '', `asks ${url.slice(0, 80)}`);
    must(pathname.startsWith('/registry/') && !pathname.includes('//'), `leaves its folder: ${pathname.slice(0, 80)}`);
    must(search === '' && fragment === '', `adds a query: ${url.slice(0, 80)}`);
  }
  must(stored.outcome === 'not-read', 'an empty document is taken for a history');
  return asked.length === 0 ? 'no name of its ecosystem: not asked for' : 'asked for below its registry';
}

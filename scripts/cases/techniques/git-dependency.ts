import type { ReconstructedCase } from '../case.ts';
import { tidesServer } from '../bases/tides-server.ts';
import { obfuscatedTable } from '../blob.ts';
import { positive, quiet, type Technique, twin } from '../story.ts';

const SCRIPTS = { build: 'tsc', test: 'node --test' };

const ABOUT: Technique = {
  id: 'git-dependency',
  campaign: 'TanStack wave',
  technique: 'a dependency from git, and a preinstall hook that runs a bundled file with another runtime',
  follows: 'MAL-2026-3448',
};

export const gitDependency: readonly ReconstructedCase[] = [
  positive(ABOUT, {
    variant: 'preinstall-bun-run',
    note: 'as it was; the commit lies in a fork of the own repository',
    name: '@kittiwake/mcp',
    brand: 'kittiwake-7',
    base: tidesServer,
    steps: [
      ...quiet(['0.8.0', '0.8.1', '0.9.0']),
      {
        version: '0.9.1',
        daysAgo: 8,
        manifest: {
          scripts: { ...SCRIPTS, preinstall: 'bun run index.js' },
          dependencies: {
            '@modelcontextprotocol/sdk': '^1.12.0',
            zod: '^3.25.0',
            '@kittiwake/setup': 'github:kittiwake-7/mcp#79ac49eedf774dd4b0cfa308722bc463cfe5885c',
          },
        },
        files: { 'index.js': `${obfuscatedTable(0x1234567)}\n` },
      },
    ],
    signals: ['rug-pull/install-script-added', 'rug-pull/dependency-added-suspicious', 'rug-pull/obfuscation-added'],
  }),
  twin(ABOUT, {
    variant: 'registry-dependency',
    note: 'a dependency from the registry, and the own build moved to another runtime',
    name: '@kittiwake-tides/mcp',
    brand: 'kittiwake-tides',
    base: tidesServer,
    steps: [
      ...quiet(['0.8.0', '0.8.1', '0.9.0']),
      {
        version: '0.9.1',
        daysAgo: 8,
        manifest: {
          scripts: { build: 'bun build src/index.ts', test: 'bun test', prepublishOnly: 'bun run build' },
          dependencies: { '@modelcontextprotocol/sdk': '^1.12.0', zod: '^3.25.0', undici: '^7.5.0' },
        },
      },
    ],
  }),
];

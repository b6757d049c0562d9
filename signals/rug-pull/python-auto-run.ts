import { shortened } from '../../src/evidence/history.ts';
import { arrivals, holdings, type Arrival, type Trait } from '../../src/evidence/source-arrivals.ts';
import { acrossReleases, citeFact, stepLabel } from '../../src/evidence/source-looked.ts';
import type { Step } from '../../src/evidence/source-steps.ts';
import type { Evidence } from '../../src/model/finding.ts';
import type { RugPullContext } from '../../src/pipelines/rug-pull.ts';
import { defineSignal } from '../../src/signal.ts';
import { reachOf, REACHING } from './install-reach.ts';

/** Lines of a .pth file that begin with `import` run whenever Python starts, whatever is imported. */
const PTH_LINES: Trait = {
  kinds: ['auto-run'],
  counts: ({ role }) => role !== 'test' && role !== 'example' && role !== 'docs',
  identity: ({ by, value }) => (by.startsWith('.pth') ? value : null),
};
const BUILD_ACTS: Trait = {
  kinds: ['process', 'request', 'socket', 'execution', 'decoded-execution'],
  counts: ({ entry }) => entry === 'install',
  identity: ({ kind, value, category = '' }) => `${kind} ${category} ${value}`,
};

export const pythonAutoRun = defineSignal({
  id: 'rug-pull/python-auto-run',
  title: 'Python comes to run something by itself',
  family: 'X',
  needs: 'source',
  weight: 45,
  cases: {
    'pth-line': { weight: 55, when: 'a .pth file runs a line whenever Python starts, also where nothing is imported' },
    build: { weight: 15, when: 'setup.py starts a program that is on no list, such as git or a compiler' },
    'reaching-file': {
      weight: 65,
      when: "setup.py takes the environment, reaches for credentials, hides what it does, or asks a bare address or anybody's service",
    },
    'from-the-start': { weight: 45, when: 'the oldest release has such a line or such a setup.py' },
  },
  rationale:
    'setup.py runs when a source archive is installed and .pth lines run in every later Python, before and without any use of the package.',
  falsePositives:
    'Builds that ask git for a version or compile something, and the .pth files of coverage and import hooks. Read the line and what it imports.',
  baseRate: null,
  references: [
    'https://docs.python.org/3/library/site.html',
    'https://setuptools.pypa.io/en/latest/userguide/extension.html',
  ],

  detect(subject, _context: RugPullContext) {
    const field = {
      isGiven: ({ release }: Step) => release.archives.some(({ kind }) => kind !== 'npm-tarball'),
      lacking: 'the package is none of Python',
    };
    return acrossReleases(subject, { read: 'files', looksAt: 'first-too', field }, (step) =>
      step.before === null
        ? [...holdings(step, PTH_LINES).map(pthLine), ...holdings(step, REACHING).map(reaching)]
        : [
            ...arrivals(step, PTH_LINES).map(pthLine),
            ...arrivals(step, REACHING).map(reaching),
            ...arrivals(step, BUILD_ACTS).map(buildAct),
          ],
    );
  },
});

function pthLine(arrival: Arrival): Evidence {
  return citeFact(arrival, {
    statement: `${news(arrival)} ${shortened(arrival.file.path)} with a line that runs whenever Python starts`,
    case: arrival.step.before === null ? 'from-the-start' : 'pth-line',
  });
}

function reaching(arrival: Arrival): Evidence {
  const { step, file, fact } = arrival;
  return citeFact(arrival, {
    statement: `${news(arrival)} a ${shortened(file.path)} that ${reachOf(fact, file)} when it is installed`,
    case: step.before === null ? 'from-the-start' : 'reaching-file',
  });
}

function buildAct(arrival: Arrival): Evidence {
  const { file, fact } = arrival;
  const isBuild = fact.kind === 'process' && fact.category === undefined && fact.value !== '';
  const does =
    fact.kind === 'process' ? 'starts a process' : fact.kind === 'execution' ? 'executes text' : 'asks the network';
  return citeFact(arrival, {
    statement: `${news(arrival)} a ${shortened(file.path)} that ${fact.kind === 'decoded-execution' ? 'executes what it decodes' : does} when it is installed`,
    ...(isBuild ? { case: 'build' } : {}),
  });
}

function news({ step }: Arrival): string {
  return step.before === null ? `${stepLabel(step)}, the oldest release, had` : `${stepLabel(step)} came with`;
}

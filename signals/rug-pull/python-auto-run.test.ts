import { describeSignal } from '../../src/testing/describe-signal.ts';
import { fact, file, request, starts } from '../../src/testing/facts.ts';
import { read, shallow, sourced, sourcedAs, wheel, type ReadRelease } from '../../src/testing/sources.ts';
import { pythonAutoRun } from './python-auto-run.ts';

const python = (...releases: readonly [ReadRelease, ...ReadRelease[]]) =>
  sourcedAs({ packument: { ecosystem: 'pypi' } }, ...releases);
const line = file(
  'harbor.pth',
  { role: 'data', language: 'text' },
  fact('auto-run', 'import harbor_boot', '.pth import'),
);
const setup = (...facts: readonly Parameters<typeof file>[2][]) => file('setup.py', { entry: 'install' }, ...facts);
const before = wheel('1.0.0', [file('harbor.py', {})], [setup()]);

describeSignal(pythonAutoRun, {
  context: { asOf: '2026-06-29', baseline: null },
  fires: {
    'a line that runs whenever Python starts': {
      on: python(before, wheel('1.0.1', [line], [setup()])),
      citing: ['/harbor.pth:1:1'],
      weight: 55,
    },
    'setup.py asks the network': {
      on: python(before, wheel('1.0.1', [], [setup(request('https://driftwood.test'))])),
      citing: ['/setup.py:1:1'],
      weight: 45,
    },
    'setup.py starts a shell': {
      on: python(before, wheel('1.0.1', [], [setup(starts('sh x.sh', 'shell'))])),
      citing: ['/setup.py:1:1'],
      weight: 45,
    },
    'setup.py asks git for a version': {
      on: python(before, wheel('1.0.1', [], [setup(starts('git describe'))])),
      citing: ['/setup.py:1:1'],
      weight: 15,
    },
    'setup.py executes what it decodes': {
      on: python(before, wheel('1.0.1', [], [setup(fact('decoded-execution', '', 'exec of base64'))])),
      citing: '/setup.py:1:1',
      weight: 65,
    },
    'the first release has such a line': {
      on: python(wheel('1.0.0', [line])),
      citing: ['/harbor.pth:1:1'],
      weight: 45,
    },
    'the setup.py of the first release asks a paste': {
      on: python(wheel('1.0.0', [], [setup(request('https://pastebin.com/raw/x'))])),
      citing: ['/setup.py:1:1'],
      weight: 45,
    },
  },
  silent: {
    'the line was always there': sourcedAs(
      { packument: { ecosystem: 'pypi' }, older: [before.listed] },
      wheel('1.0.1', [line]),
      wheel('1.0.2', [line]),
    ),
    'a .pth file that only names folders': python(
      before,
      wheel('1.0.1', [file('harbor.pth', { role: 'data', language: 'text' })], [setup()]),
    ),
    'the package asks the network where it is used': python(
      before,
      wheel('1.0.1', [file('harbor.py', {}, request('https://driftwood.test'))], [setup()]),
    ),
    'the setup.py of the first release starts git': python(wheel('1.0.0', [], [setup(starts('git describe'))])),
  },
  unseen: { ...shallow, 'a package of npm': sourced(read('1.0.0'), read('1.0.1')) },
});

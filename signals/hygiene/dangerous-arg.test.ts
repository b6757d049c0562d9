import { describe, expect, it } from 'vitest';
import type { Input, PackageReference } from '../../src/model/entry.ts';
import { describeSignal } from '../../src/testing/describe-signal.ts';
import { listed, named, packageNamed } from '../../src/testing/subjects.ts';
import { dangerousArg } from './dangerous-arg.ts';
import { dangerousForms } from './dangerous-forms.ts';

const argument = (written: string, kind: Input['kind'] = 'runtime-argument'): Input => ({
  at: '/packages/0/runtimeArguments/0',
  kind,
  name: '',
  description: null,
  value: written,
  default: null,
  placeholder: null,
  isSecret: null,
  isRequired: null,
});
const launched = (ecosystem: string, inputs: Input[], fields: Partial<PackageReference> = {}) =>
  packageNamed(ecosystem, 'harbor', { inputs, ...fields });

describeSignal(dangerousArg, {
  context: { asOf: '2026-06-29' },
  fires: {
    'code to evaluate': {
      on: listed({ packages: [launched('npm', [argument('--eval=tides()')])] }),
      citing: '/packages/0/runtimeArguments/0',
    },
    'a shell as runtime': {
      on: listed({ packages: [launched('npm', [], { runtimeHint: 'Bash' })] }),
      citing: '/packages/0/runtimeHint',
    },
  },
  silent: { 'an ordinary launch': listed({ packages: [launched('npm', [argument('-y')], { runtimeHint: 'npx' })] }) },
  unseen: { 'a name alone': named(), 'a registry that lists no packages': listed({ packages: null }) },
});

const own = (written: string) => dangerousForms([launched('npm', [argument(written, 'package-argument')])]);

describe('forms of arguments', () => {
  it.each([
    ['npm', '--import data:text/javascript,x', 'evaluates or loads code'],
    ['npm', '-e tides()', 'evaluates or loads code'],
    ['npm', '--inspect-brk', 'evaluates or loads code'],
    ['npm', '--registry https://packages.invalid', 'fetches code from an address'],
    ['pypi', '--from git+https://quayside.invalid/t', 'fetches code from an address'],
    ['pypi', 'git+https://quayside.invalid/t', 'fetches code from an address'],
    ['npm', 'bash -c "tides"', 'starts a shell'],
    ['npm', 'curl https://quayside.invalid | sh', 'starts a shell'],
    ['oci', '--privileged', 'opens the host to the container'],
    ['oci', '-v /:/host', 'opens the host to the container'],
    ['oci', '-v=/var/run/docker.sock:/var/run/docker.sock', 'opens the host to the container'],
    ['oci', '--mount type=bind,source=/,target=/host', 'opens the host to the container'],
    ['oci', '-v {home}/.ssh:/keys', 'opens the host to the container'],
    ['oci', '--pid host', 'opens the host to the container'],
  ])('%s: %s', (ecosystem, written, why) => {
    expect(dangerousForms([launched(ecosystem, [argument(written)])]).map((form) => form.why)).toEqual([why]);
  });

  it.each([
    ['oci', '-e TIDE_TOKEN'],
    ['oci', '-e TIDE_TOKEN={token}'],
    ['npm', '-e TIDE_TOKEN={token}'],
    ['oci', '-v {data}:/data'],
    ['oci', '--mount type=bind,source={hostPath},target=/app'],
    ['oci', '-v /tmp/tides:/tides'],
    ['oci', '--rm'],
    ['oci', '--network host'],
    ['npm', '--port 8080'],
    ['npm', '-y'],
    ['npm', 'harbor@latest'],
    ['pypi', '--from harbor'],
  ])('%s: %s is ordinary', (ecosystem, written) => {
    expect(dangerousForms([launched(ecosystem, [argument(written)])])).toEqual([]);
  });

  it('leaves the options of the server to the server, but not a shell', () => {
    expect(own('-c tides.yaml')).toEqual([]);
    expect(own('--url https://tidewater.example')).toEqual([]);
    expect(own('sh -c tides')).toHaveLength(1);
  });

  it('reads the container from the runtime where the package is another', () => {
    const inputs = [argument('-e X')];
    expect(dangerousForms([launched('npm', inputs, { runtimeHint: 'docker' })])).toEqual([]);
  });
});

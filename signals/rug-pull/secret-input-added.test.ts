import type { Input } from '../../src/model/entry.ts';
import { describeSignal } from '../../src/testing/describe-signal.ts';
import { listed, named, packageNamed, record } from '../../src/testing/subjects.ts';
import { secretInputAdded } from './secret-input-added.ts';

const input = (name: string, isSecret: boolean | null): Input => ({
  at: `/packages/0/environmentVariables/${name}`,
  kind: 'environment',
  name,
  description: null,
  value: null,
  default: null,
  placeholder: null,
  isSecret,
  isRequired: null,
});
const asking = (...inputs: Input[]) => ({ packages: [packageNamed('npm', 'harbor-mcp', { inputs })] });
const was = (fields: Parameters<typeof record>[0]) => [
  record({ version: '0.9.0', publishedAt: '2026-03-01T00:00:00Z', ...fields }),
];

describeSignal(secretInputAdded, {
  context: { asOf: '2026-06-29', baseline: null },
  fires: {
    'a later version asks for a secret': {
      on: listed({ earlier: was(asking()), ...asking(input('TIDE_TOKEN', true)) }),
      citing: ['/packages/0/environmentVariables/TIDE_TOKEN'],
    },
  },
  silent: {
    'it was asked for before': listed({
      earlier: was(asking(input('TIDE_TOKEN', true))),
      ...asking(input('tide_token', true)),
    }),
    'it is only marked now': listed({
      earlier: was(asking(input('TIDE_TOKEN', null))),
      ...asking(input('TIDE_TOKEN', true)),
    }),
    'a new input that is no secret': listed({ earlier: was(asking()), ...asking(input('TIDE_PORT', null)) }),
    'it comes with the first package': listed({ earlier: was({ packages: [] }), ...asking(input('TIDE_TOKEN', true)) }),
  },
  unseen: {
    'a name alone': named(),
    'a record without a past': listed(asking(input('TIDE_TOKEN', true))),
    'a registry that lists no inputs': listed({
      earlier: was({ packages: null, remotes: null }),
      packages: null,
      remotes: null,
    }),
  },
});

import type { Input } from '../../src/model/entry.ts';
import { describeSignal } from '../../src/testing/describe-signal.ts';
import { listed, named, packageNamed, record } from '../../src/testing/subjects.ts';
import { argsCommandChanged } from './args-command-changed.ts';

const argument = (name: string, value: string | null): Input => ({
  at: '/packages/0/runtimeArguments/0',
  kind: 'runtime-argument',
  name,
  description: null,
  value,
  default: null,
  placeholder: null,
  isSecret: null,
  isRequired: null,
});
const launched = (...inputs: Input[]) => ({ packages: [packageNamed('npm', 'harbor-mcp', { inputs })] });
const was = (...inputs: Input[]) => [
  record({ version: '0.9.0', publishedAt: '2026-03-01T00:00:00Z', ...launched(...inputs) }),
];

describeSignal(argsCommandChanged, {
  context: { asOf: '2026-06-29', baseline: null },
  fires: {
    'a later version evaluates code at launch': {
      on: listed({ earlier: was(), ...launched(argument('--import', 'data:text/javascript,tides()')) }),
      citing: ['/packages/0/runtimeArguments/0'],
    },
    'it evaluates other code than before': {
      on: listed({ earlier: was(argument('--eval', 'a()')), ...launched(argument('--eval', 'b()')) }),
      citing: '/packages/0/runtimeArguments/0',
    },
  },
  silent: {
    'it always did': listed({ earlier: was(argument('--eval', 'a()')), ...launched(argument('--eval', 'a()')) }),
    'an ordinary argument changes': listed({ earlier: was(), ...launched(argument('--port', '8080')) }),
    'it comes with the first package': listed({
      earlier: [record({ packages: [] })],
      ...launched(argument('--eval', 'a()')),
    }),
  },
  unseen: {
    'a name alone': named(),
    'a registry that lists no packages': listed({ earlier: [record({ packages: null })], packages: null }),
  },
});

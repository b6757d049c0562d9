import type { Input } from '../../src/model/entry.ts';
import { describeSignal } from '../../src/testing/describe-signal.ts';
import { listed, named, packageNamed } from '../../src/testing/subjects.ts';
import { placeholderInputs } from './placeholder-inputs.ts';

const input = (name: string, fields: Partial<Input> = {}): Input => ({
  at: `/packages/0/environmentVariables/${name}`,
  kind: 'environment',
  name,
  description: null,
  value: null,
  default: null,
  placeholder: null,
  isSecret: null,
  isRequired: null,
  ...fields,
});
const asking = (...inputs: Input[]) => listed({ packages: [packageNamed('npm', 'harbor-mcp', { inputs })] });

describeSignal(placeholderInputs, {
  context: { asOf: '2026-06-29' },
  fires: {
    'a name of the template': {
      on: asking(input('YOUR_API_KEY')),
      citing: '/packages/0/environmentVariables/YOUR_API_KEY',
    },
    'a value in angle brackets': {
      on: asking(input('TIDE_TOKEN', { value: '<your token>' })),
      citing: '/packages/0/environmentVariables/TIDE_TOKEN',
    },
    'a default to be replaced': {
      on: asking(input('TIDE_TOKEN', { default: 'your-api-key-here' })),
      citing: '/packages/0/environmentVariables/TIDE_TOKEN',
    },
  },
  silent: {
    'a placeholder in its own field': asking(input('TIDE_TOKEN', { placeholder: 'your-api-key-here' })),
    'a template that the client fills in': asking(input('TIDE_TOKEN', { value: 'Bearer {token}' })),
    'an ordinary default': asking(input('TIDE_PORT', { default: '8080' })),
    'a megabyte': asking(input('TIDE_TEXT', { value: `your ${'a'.repeat(1_000_000)}` })),
  },
  unseen: { 'a name alone': named(), 'a registry that lists no inputs': listed({ packages: null, remotes: null }) },
});

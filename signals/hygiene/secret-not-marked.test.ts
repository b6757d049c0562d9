import { describe, expect, it } from 'vitest';
import type { Input } from '../../src/model/entry.ts';
import { describeSignal } from '../../src/testing/describe-signal.ts';
import { listed, named, packageNamed, remoteAt } from '../../src/testing/subjects.ts';
import { secretNotMarked } from './secret-not-marked.ts';

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
const context = { asOf: '2026-06-29' };

describeSignal(secretNotMarked, {
  context,
  fires: {
    'a key that is not marked': {
      on: asking(input('TIDE_API_KEY')),
      citing: '/packages/0/environmentVariables/TIDE_API_KEY',
    },
    'a header that is marked as no secret': {
      on: listed({
        remotes: [
          remoteAt('https://tidewater.example', {
            inputs: [input('Authorization', { at: '/remotes/0/headers/0', kind: 'header', isSecret: false })],
          }),
        ],
      }),
      citing: '/remotes/0/headers/0',
    },
  },
  silent: {
    'a marked one': asking(input('TIDE_API_KEY', { isSecret: true })),
    'an argument, which has no mark in most clients': asking(input('--token', { kind: 'package-argument' })),
    "an input of the registry's own, where unmarked is unknown": listed({ inputs: [input('TIDE_API_KEY')] }),
  },
  unseen: { 'a name alone': named(), 'a registry that lists no inputs': listed({ packages: null, remotes: null }) },
});

describe('names of secrets', () => {
  it.each([
    'API_KEY',
    'X-API-Key',
    'voyageApiKey',
    'DB_PASSWORD',
    'GITHUB_PAT',
    'clientSecret',
    'apikey',
    'DATABASE_URL',
  ])('%s is one', (name) => {
    expect(secretNotMarked.examine(asking(input(name)), context).outcome).toBe('fired');
  });

  it.each(
    'KEY_PATH TOKEN_FILE TOKEN_URL TOKEN_TTL KEY_ALGORITHM TOKEN_ENDPOINT SECRET_NAME KEY_ID KEY_REGION AUTH_MODE TOKEN_EXPIRY PUBLIC_KEY SORT_KEY MAX_TOKENS MONKEY COMPAT'.split(
      ' ',
    ),
  )('%s is about one or none', (name) => {
    expect(secretNotMarked.examine(asking(input(name)), context).outcome).toBe('silent');
  });
});

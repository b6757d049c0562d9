import { describe, expect, test } from 'vitest';
import { describeSignal } from '../../src/testing/describe-signal.ts';
import { wharfsideContext } from '../../src/testing/gateways.ts';
import { listed, named } from '../../src/testing/subjects.ts';
import { serverSideKeys } from './server-side-keys.ts';

const says = (description: string) => listed({ description });

describeSignal(serverSideKeys, {
  context: wharfsideContext(),
  fires: { 'keys that are kept': { on: says('Hosted, keys managed for you'), citing: '/description' } },
  silent: { 'nothing of the kind': says('Reads tide tables.') },
  unseen: { 'a name alone': named(), 'no description': listed({ description: null }) },
});

describe('what says so', () => {
  test.each([
    'Your API keys are securely stored and never shared',
    'Tokens encrypted at rest.',
    'Ferries with managed auth',
    'You don’t need to manage any API keys',
    'we store your credentials',
    'Secrets are kept server-side',
  ])('%s', (text) => {
    expect(serverSideKeys.examine(says(text), wharfsideContext()).outcome).toBe('fired');
  });

  test.each([
    'No API key needed',
    'Free, no auth required',
    'Manage your SSH keys',
    'Stores keys of the piano',
    'Lists tokens held by a wallet',
    'keys '.repeat(20_000),
  ])('not: %.40s', (text) => {
    expect(serverSideKeys.examine(says(text), wharfsideContext()).outcome).toBe('silent');
  });
});

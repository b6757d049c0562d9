import { describeSignal } from '../../src/testing/describe-signal.ts';
import { harbourContext } from '../../src/testing/protected.ts';
import { named } from '../../src/testing/subjects.ts';
import { namespaceLookalike } from './namespace-lookalike.ts';

describeSignal(namespaceLookalike, {
  context: harbourContext(),
  fires: {
    'a login with the brand as a word': { on: named({ name: 'io.github.lanternly-inc/mcp' }), citing: '/name' },
    'a login that is the brand and not the vendor’s': {
      on: named({ name: 'io.github.lanternly/mcp' }),
      citing: '/name',
    },
    'a domain with the brand as a word': { on: named({ name: 'com.lanternly-mcp/server' }), citing: '/name' },
    'an account of a registry that does not check it, for less': {
      on: named({ registry: 'smithery', name: '@lanternly-team/mcp' }),
      citing: '/name',
      weight: 12,
    },
    'a login that a directory took from the repository, for less': {
      on: named({ registry: 'pulsemcp', name: 'lanternly-team/mcp' }),
      citing: '/name',
      weight: 12,
    },
    'a proved namespace in a registry that takes it over': {
      on: named({ registry: 'pulsemcp', name: 'io.github.lanternly-team/mcp' }),
      citing: '/name',
    },
  },
  silent: {
    'the vendor’s organisation': named({ name: 'io.github.lanternly-labs/mcp' }),
    'the vendor’s domain': named({ name: 'example.lanternly.tools/mcp' }),
    'a subdomain of somebody’s own domain': named({ name: 'example.tidewater.lanternly/mcp' }),
    'a customer’s name on a shared host': named({ name: 'dev.workers.tidewater/mcp' }),
    'an ordinary word': named({ name: 'io.github.crane/mcp' }),
    'an ordinary login': named({ name: 'io.github.tidewater/lanternly' }),
  },
  unseen: {
    'a registry that does not say who publishes': named({ registry: 'mcp-so', name: 'lanternly-mcp' }),
    'an account that is exactly the brand, where nobody proves accounts': named({
      registry: 'smithery',
      name: '@lanternly/mcp',
    }),
    'an account that is the vendor’s organisation there': named({ registry: 'smithery', name: '@lanternly-labs/mcp' }),
  },
});

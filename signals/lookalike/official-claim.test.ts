import { describeSignal } from '../../src/testing/describe-signal.ts';
import { harbourContext } from '../../src/testing/protected.ts';
import { listed, named } from '../../src/testing/subjects.ts';
import { officialClaim } from './official-claim.ts';

const name = 'io.github.tidewater/lanternly-mcp';
const brandNamed = 40;

describeSignal(officialClaim, {
  context: harbourContext(),
  fires: {
    'the official server of the brand it is named after': {
      on: listed({ name, description: 'The official Lanternly MCP server.' }),
      citing: '/description',
      weight: brandNamed,
    },
    'official without saying whose, under the brand’s name': {
      on: listed({ name, description: 'Official MCP server with 40 tools' }),
      citing: '/description',
      weight: brandNamed,
    },
    'official for the brand': {
      on: listed({ name, description: 'Official connector for Lanternly.' }),
      citing: '/description',
      weight: brandNamed,
    },
    'official in the title': {
      on: listed({ name, title: 'Lanternly (Official)' }),
      citing: '/title',
      weight: brandNamed,
    },
    'official in the name': {
      on: listed({ name: 'io.github.tidewater/lanternly-official' }),
      citing: '/name',
      weight: brandNamed,
    },
    'the brand in the sentence alone': {
      on: listed({ description: 'Official Lanternly integration' }),
      citing: '/description',
    },
  },
  silent: {
    'the vendor itself': listed({ name: 'example.lanternly/mcp', description: 'The official Lanternly MCP server.' }),
    'a brand without the word': listed({ name, description: 'MCP server for Lanternly' }),
    unofficial: listed({ name, description: 'An unofficial Lanternly MCP server' }),
    'not official': listed({ name, description: 'This is not an official Lanternly server' }),
    'the brand’s official API': listed({ name, description: 'Uses the official Lanternly API' }),
    'a wrapper of the official server': listed({ name, description: 'Wraps the official Lanternly MCP server' }),
    'from official sources': listed({ name, description: 'Lantern facts from official sources' }),
    'official documents': listed({ name, description: 'Official Lanternly documentation search' }),
    'the official registry': listed({ name, description: 'Listed in the official MCP Registry' }),
    'its own official server': listed({ name, description: 'Official Tidewater MCP server, works with Lanternly' }),
    'official without any brand': listed({ description: 'The official MCP server of the harbour master' }),
  },
  unseen: {
    'a registry that lists only names': named({ name }),
    'a record without a description': listed({ name, description: null }),
    'an account of the brand’s name, where nobody proves accounts': listed({
      registry: 'smithery',
      name: '@lanternly-labs/lanternly',
      title: 'Lanternly (Official)',
    }),
    'a registry that does not say who publishes': listed({
      registry: 'smithery',
      name: 'lanternly-official',
      repository: null,
    }),
  },
});

import { describeSignal } from '../../src/testing/describe-signal.ts';
import { listed, named } from '../../src/testing/subjects.ts';
import { genericDescription } from './generic-description.ts';

const saying = (description: string | null) => listed({ description });

describeSignal(genericDescription, {
  context: { asOf: '2026-06-29' },
  fires: {
    'the text of a template': { on: saying('Description of my MCP server'), citing: '/description' },
    'with another case and a full stop': {
      on: saying(' AN MCP SERVER FOR WEATHER INFORMATION. '),
      citing: '/description',
    },
  },
  silent: {
    'a sentence of its own': saying('An MCP server for weather information in the harbour'),
    'a name that objects have': saying('constructor'),
  },
  unseen: { 'a name alone': named(), 'no description': saying(null) },
});

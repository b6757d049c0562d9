import { describeSignal } from '../../src/testing/describe-signal.ts';
import { harbourContext, lanternlyDescription } from '../../src/testing/protected.ts';
import { listed, named } from '../../src/testing/subjects.ts';
import { cloneDescription } from './clone-description.ts';

const { text } = lanternlyDescription;

describeSignal(cloneDescription, {
  context: harbourContext(),
  fires: {
    'the same words': { on: listed({ description: text }), citing: '/description' },
    'the same words in other case and signs': {
      on: listed({ description: text.toUpperCase().replaceAll(',', ' –') }),
      citing: '/description',
    },
    'one word of thirteen more': { on: listed({ description: `${text} Today` }), citing: '/description' },
    'two words of thirteen more': { on: listed({ description: `${text} Today too` }), citing: '/description' },
  },
  silent: {
    'three words of thirteen more': listed({ description: `${text} Today until tomorrow` }),
    'the vendor itself': listed({ name: 'example.lanternly/lanterns', description: text }),
    'the same subject in other words': listed({
      description: 'Street lanterns of your town: search, open and dim them all.',
    }),
    'no words': listed({ description: '' }),
  },
  unseen: {
    'a registry that lists only names': named(),
    'a record without a description': listed({ description: null }),
  },
});

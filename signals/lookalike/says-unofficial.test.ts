import { describeSignal } from '../../src/testing/describe-signal.ts';
import { harbourContext } from '../../src/testing/protected.ts';
import { listed, named } from '../../src/testing/subjects.ts';
import { saysUnofficial } from './says-unofficial.ts';

describeSignal(saysUnofficial, {
  context: harbourContext(),
  fires: {
    unofficial: { on: listed({ description: 'Unofficial Lanternly server' }), citing: '/description' },
    'a community server': { on: listed({ description: 'A community-maintained server' }), citing: '/description' },
    'not affiliated': {
      on: listed({ description: 'Lanterns. Not affiliated with Lanternly.' }),
      citing: '/description',
    },
    'in the title': { on: listed({ title: 'Lanternly (unofficial)' }), citing: '/title' },
    'in the name': { on: listed({ name: 'io.github.tidewater/unofficial-lanternly' }), citing: '/name' },
  },
  silent: {
    official: listed({ description: 'The official Lanternly server' }),
    'a server for communities': listed({ description: 'Reads the notices of your community' }),
    'words after the first 600 characters': listed({ description: `${'tide '.repeat(120)}unofficial` }),
    'nothing said': listed({ description: 'Reads the tide tables' }),
  },
  unseen: {
    'a registry that lists only names': named({ name: 'io.github.tidewater/unofficial-lanternly' }),
    'a registry that does not show a description': listed({ description: null }),
  },
});

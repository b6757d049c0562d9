import { describeSignal } from '../../src/testing/describe-signal.ts';
import { harbourContext } from '../../src/testing/protected.ts';
import { listed, named, packageNamed } from '../../src/testing/subjects.ts';
import { brandTypo } from './brand-typo.ts';

describeSignal(brandTypo, {
  context: harbourContext(),
  fires: {
    'a letter left out': { on: named({ name: 'io.github.tidewater/lantrnly-mcp' }), citing: '/name' },
    'two letters swapped': { on: named({ name: 'io.github.tidewater/lanternyl' }), citing: '/name' },
    'a letter too many in a package': {
      on: listed({ packages: [packageNamed('npm', 'lanternlly')] }),
      citing: '/packages/0',
    },
    'a letter changed in the title': { on: listed({ title: 'Lanternli tools' }), citing: '/title' },
  },
  silent: {
    'the brand itself': named({ name: 'io.github.tidewater/lanternly' }),
    'two letters off in nine': named({ name: 'io.github.tidewater/lantrnli' }),
    'an ordinary word that is one letter off': named({ name: 'io.github.tidewater/lanternfly' }),
    'the brand with a number': named({ name: 'io.github.tidewater/lanternly2' }),
    'a technology one letter off': named({ name: 'io.github.tidewater/tidelogs' }),
    'the vendor’s own slip': named({ name: 'example.lanternly/lanternlly' }),
  },
});

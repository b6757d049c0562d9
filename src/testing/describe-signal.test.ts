import { cite } from '../evidence/cite.ts';
import { defineSignal, unseen } from '../signal.ts';
import { describeSignal } from './describe-signal.ts';
import { listed, named, packaged, release } from './subjects.ts';

const manyReleases = defineSignal({
  id: 'example/many-releases',
  title: 'More releases than the example allows',
  family: 'V',
  needs: 'package',
  weight: 5,
  rationale: 'Shows what the table runs.',
  falsePositives: 'None: it is an example.',
  baseRate: null,
  references: [],

  detect({ packuments: [packument] }, { most }: { most: number }) {
    if (packument.maintainers === null) return unseen('the maintainers are not known');
    return packument.releases
      .slice(most)
      .map(({ at, version }) =>
        cite(packument.place, at, { statement: `${version} was one too many`, observed: version }),
      );
  },
});

describeSignal(manyReleases, {
  context: { most: 1 },
  fires: {
    'a second release': { on: packaged(release('1.0.0'), release('1.0.1')), citing: '/versions/1.0.1' },
    'every further release is cited': {
      on: packaged(release('1.0.0'), release('1.0.1'), release('1.0.2')),
      citing: ['/versions/1.0.1', '/versions/1.0.2'],
    },
  },
  silent: { 'one release': packaged(release('1.0.0')) },
  unseen: { 'a registry that lists only names': named(), 'a record without a history': listed() },
});

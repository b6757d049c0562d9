import { describeSignal } from '../../src/testing/describe-signal.ts';
import { listed, packument, published, release } from '../../src/testing/subjects.ts';
import { distTagRollback } from './dist-tag-rollback.ts';

const of = (distTags: Record<string, string> | null, ...versions: string[]) =>
  published({}, packument({ distTags, releases: versions.map((version) => release(version)) }));

describeSignal(distTagRollback, {
  context: { asOf: '2026-06-29', baseline: null },
  fires: {
    '`latest` stands below a later release of its line': {
      on: of({ latest: '1.0.5' }, '1.0.5', '1.0.6'),
      citing: ['/dist-tags/latest'],
    },
  },
  silent: {
    '`latest` is the newest': of({ latest: '1.0.6' }, '1.0.5', '1.0.6'),
    'an older line is maintained': of({ latest: '2.0.0' }, '2.0.0', '1.9.9'),
    'the next major waits under another tag': of({ latest: '1.0.5', next: '2.0.0' }, '1.0.5', '2.0.0'),
    'the release above has another tag': of({ latest: '1.0.5', next: '1.1.0' }, '1.0.5', '1.0.6', '1.1.0'),
    'a prerelease': of({ latest: '1.0.5' }, '1.0.5', '1.0.6-rc.1'),
    'versions that are no numbers': of({ latest: 'one' }, 'one', 'two'),
  },
  unseen: {
    'a registry entry alone': listed(),
    'a history that does not say which release is the latest': of({}, '1.0.0', '1.0.1'),
    '`latest` is on a release that the history does not have': of({ latest: '1.0.5' }, '1.0.4', '1.0.6'),
    'a history whose tags are not known': of(null, '1.0.0', '1.0.1'),
  },
});

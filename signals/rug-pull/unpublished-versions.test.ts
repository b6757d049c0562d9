import { describeSignal } from '../../src/testing/describe-signal.ts';
import { listed, packument, published, release } from '../../src/testing/subjects.ts';
import { unpublishedVersions } from './unpublished-versions.ts';

const gone = (version: string, publishedAt: string) => ({ version, publishedAt, at: `/time/${version}` });
const kept = release('1.0.15', { publishedAt: '2026-06-15T00:00:00Z' });
const of = (missing: ReturnType<typeof gone>[] | null, releases = [kept]) =>
  published({}, packument({ missing, releases }));

describeSignal(unpublishedVersions, {
  context: { asOf: '2026-06-29', baseline: null },
  fires: {
    'the newest version is gone within a week': {
      on: of([gone('1.0.16', '2026-06-23T00:00:00Z')]),
      citing: ['/time/1.0.16'],
      weight: 30,
    },
    'a day later nobody can say how long it lived': {
      on: of([gone('1.0.16', '2026-06-22T00:00:00Z')]),
      citing: '/time/1.0.16',
      weight: 15,
    },
    'an old version is gone and `latest` is newer': {
      on: of([gone('1.0.14', '2026-06-14T00:00:00Z')]),
      citing: '/time/1.0.14',
    },
  },
  silent: {
    'nothing is gone': of([]),
    'a prerelease is gone': of([gone('1.1.0-beta.1', '2026-06-23T00:00:00Z')]),
  },
  unseen: { 'a registry entry alone': listed(), 'a document without times': of(null) },
});

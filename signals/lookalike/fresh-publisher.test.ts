import { describeSignal } from '../../src/testing/describe-signal.ts';
import { contextAmong } from '../../src/testing/population.ts';
import { harbourContext } from '../../src/testing/protected.ts';
import { type Listing, listed, named, record, repositoryAt } from '../../src/testing/subjects.ts';
import { freshPublisher } from './fresh-publisher.ts';

const since = (day: string, name: string, fields: Listing = {}) =>
  listed({ name, publishedAt: `${day}T12:00:00Z`, repository: 'none', ...fields });

const young = since('2026-05-30', 'io.github.gull/lanternly-mcp');
const tooOld = since('2026-05-29', 'io.github.wick/lanternly-mcp');
const known = since('2026-06-20', 'io.github.tern/lanternly-mcp');
const before = since('2026-01-01', 'io.github.tern/tide-tables');
const grown = since('2026-06-20', 'io.github.plover/lanternly-mcp', {
  earlier: [record({ publishedAt: '2026-01-01T00:00:00Z' })],
});
const shown = since('2026-06-20', 'io.github.auk/lanternly-mcp', {
  repository: repositoryAt('https://github.com/auk/lanternly-mcp'),
});
const ordinary = since('2026-06-20', 'io.github.eider/tide-tables');
const squat = since('2026-06-20', 'io.github.skua/lantrnly-mcp');
const vendor = since('2026-06-20', 'example.lanternly/harbor-crane');
const undated = listed({ name: 'io.github.teal/lanternly-mcp', publishedAt: null, repository: 'none' });
const unsaid = since('2026-06-20', 'io.github.wren/lanternly-mcp', { repository: null });

describeSignal(freshPublisher, {
  context: contextAmong(young, tooOld, known, before, grown, shown, ordinary, squat, vendor, undated, unsaid),
  fires: {
    'a publisher of thirty days with a brand’s name and no source': { on: young, citing: '/publishedAt' },
    'a slip of a brand’s name': { on: squat, citing: '/publishedAt' },
  },
  silent: {
    'of thirty-one days': tooOld,
    'with an older server': known,
    'with an older version': grown,
    'with a repository': shown,
    'with a name of its own': ordinary,
    'a vendor on the list of brands': vendor,
  },
  unseen: {
    'a registry that lists only names': named(),
    'a registry without dates': undated,
    'a registry that does not say where the source is': unsaid,
  },
});

describeSignal(freshPublisher, {
  context: harbourContext(),
  fires: {},
  silent: {},
  unseen: { 'an entry outside of any snapshot': young },
});

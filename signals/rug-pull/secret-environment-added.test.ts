import { describeSignal } from '../../src/testing/describe-signal.ts';
import { fact, file, reads, request, rests, runs } from '../../src/testing/facts.ts';
import { declaring, read, shallow, sourced } from '../../src/testing/sources.ts';
import { secretEnvironmentAdded } from './secret-environment-added.ts';

const before = read('1.0.0', runs('index.js', reads('HARBOR_API_KEY'), reads('ES_URL')));
const token = reads('LANTERNLY_TOKEN');
const library = Array.from({ length: 10 }, (_, index) => reads(`SDK_OPTION_${index}`, { line: index + 1 }));

describeSignal(secretEnvironmentAdded, {
  context: { asOf: '2026-06-29', baseline: null },
  fires: {
    "another vendor's token": {
      on: sourced(before, read('1.0.1', runs('index.js', token))),
      citing: ['/index.js:1:1'],
    },
    'a bundle reads it, and a file after that': {
      on: sourced(
        before,
        read('1.0.1', file('bundle.js', { bytes: 400_000 }, ...library, token), runs('index.js', token)),
      ),
      citing: ['/index.js:1:1'],
    },
    'a password in a long file with less that is new than a bundle brings': {
      on: sourced(before, read('1.0.1', file('index.js', { bytes: 400_000 }, ...library.slice(2), token))),
      citing: ['/index.js:9:1'],
    },
  },
  silent: {
    'it was read before': sourced(read('1.0.0', runs('a.js', token)), read('1.0.1', runs('b.js', token))),
    'a secret of its own': sourced(before, read('1.0.1', runs('index.js', reads('HARBOR_WEBHOOK_SECRET')))),
    'a name that says nobody’s': sourced(
      before,
      read('1.0.1', runs('index.js', reads('API_KEY'), reads('MCP_AUTH_TOKEN'))),
    ),
    'no secret': sourced(before, read('1.0.1', runs('index.js', reads('LANTERNLY_REGION')))),
    'a vendor whose variables it read before': sourced(before, read('1.0.1', runs('index.js', reads('ES_PASSWORD')))),
    'a vendor whose host it asks': sourced(
      before,
      read('1.0.1', runs('index.js', token, request('https://api.lanternly.test'))),
    ),
    'a vendor whose module it imports': sourced(
      before,
      read('1.0.1', runs('index.js', token, fact('import', '@lanternly/sdk', 'import'))),
    ),
    'a vendor whose module it depends on': sourced(
      before,
      declaring(read('1.0.1', runs('index.js', token)), { dependencies: { lanternly: '^2.0.0' } }),
    ),
    'a bundle': sourced(before, read('1.0.1', file('index.js', { bytes: 400_000 }, ...library, token))),
    'a test': sourced(before, read('1.0.1', runs('index.js'), rests('test', 'a.test.js', token))),
    'the first release': sourced(read('1.0.0', runs('index.js', token)), read('1.0.1', runs('index.js', token))),
  },
  unseen: shallow,
});

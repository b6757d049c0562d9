import { describeSignal } from '../../src/testing/describe-signal.ts';
import { address, fact, file, reads, request, rests, runs, starts } from '../../src/testing/facts.ts';
import { read, shallow, sourced, sourcedAs } from '../../src/testing/sources.ts';
import { newHost } from './new-host.ts';

const own = request('https://api.tidewater.test/tides');
const stranger = request('https://collect.driftwood.invalid/in');
const before = read('1.0.15', runs('index.js', own));
/** A long file, in which only a function or a screenful stands together. */
const long = (...facts: Parameters<typeof runs>[1][]) => file('index.js', { bytes: 90_000 }, ...facts);
const at = (line: number, scope: number) => ({ line, scope });
const paste = request('https://pastebin.com/raw/x');

describeSignal(newHost, {
  context: { asOf: '2026-06-29', baseline: null },
  fires: {
    'a host alone weighs next to nothing': {
      on: sourced(before, read('1.0.16', runs('index.js', own, stranger))),
      citing: ['/index.js:2:1'],
      weight: 5,
    },
    'a host that is only written down': {
      on: sourced(before, read('1.0.16', runs('index.js', own, address('https://driftwood.invalid')))),
      citing: '/index.js:2:1',
      weight: 5,
    },
    'a token of a vendor that nothing explains stands near it, new like it': {
      on: sourced(before, read('1.0.16', runs('index.js', own, reads('NPM_TOKEN'), stranger))),
      citing: ['/index.js:3:1'],
      weight: 30,
    },
    "the package's own secret in the function that asks it": {
      on: sourced(
        read('1.0.15', long(own, reads('HARBOR_API_KEY', at(40, 3)))),
        read('1.0.16', long(own, reads('HARBOR_API_KEY', at(40, 3)), { ...stranger, ...at(200, 3) })),
      ),
      citing: '/index.js:200:1',
      weight: 30,
    },
    'the whole environment near it': {
      on: sourced(
        before,
        read('1.0.16', runs('index.js', own, fact('environment-dump', '', 'JSON.stringify'), stranger)),
      ),
      citing: '/index.js:3:1',
      weight: 30,
    },
    'a place of credentials near it': {
      on: sourced(
        before,
        read(
          '1.0.16',
          runs('index.js', own, fact('file-read', '~/.ssh/id_rsa', 'readFile', { category: 'credentials' }), stranger),
        ),
      ),
      citing: '/index.js:3:1',
      weight: 30,
    },
    'the token first and the host two releases later': {
      on: sourced(
        before,
        read('1.0.16', runs('index.js', own, reads('NPM_TOKEN'))),
        read('1.0.17', runs('index.js', own, reads('NPM_TOKEN'))),
        read('1.0.18', runs('index.js', own, reads('NPM_TOKEN'), stranger)),
      ),
      citing: ['/index.js:3:1'],
      weight: 30,
    },
    'the host first and the token two releases later': {
      on: sourced(
        before,
        read('1.0.16', runs('index.js', own, stranger)),
        read('1.0.17', runs('index.js', own, stranger)),
        read('1.0.18', runs('index.js', own, stranger, reads('NPM_TOKEN'))),
      ),
      citing: ['/index.js:2:1', '/index.js:2:1'],
      weight: 30,
    },
    'the token, then the host, then the call that sends the one to the other': {
      on: sourced(
        before,
        read('1.0.16', long(own, reads('NPM_TOKEN', at(900, 7)))),
        read('1.0.17', long(own, reads('NPM_TOKEN', at(900, 7)), address('https://driftwood.invalid', at(2, 0)))),
        read(
          '1.0.18',
          long(own, reads('NPM_TOKEN', at(900, 7)), address('https://driftwood.invalid', at(2, 0)), {
            ...stranger,
            ...at(920, 8),
          }),
        ),
      ),
      citing: ['/index.js:2:1', '/index.js:920:1'],
      weight: 30,
    },
    'a host named twice, once beside the token': {
      on: sourced(
        before,
        read(
          '1.0.16',
          long(own, address('https://driftwood.invalid', at(2, 1)), reads('NPM_TOKEN', at(900, 7)), {
            ...stranger,
            ...at(901, 7),
          }),
        ),
      ),
      citing: ['/index.js:901:1'],
      weight: 30,
    },
    'a constant that a call beside it asks': {
      on: sourced(
        before,
        read('1.0.16', runs('index.js', request(''), reads('NPM_TOKEN'), address('https://driftwood.invalid'))),
      ),
      citing: ['/index.js:3:1'],
      weight: 30,
    },
    'a paste': {
      on: sourced(before, read('1.0.16', runs('index.js', own, paste))),
      citing: '/index.js:2:1',
      weight: 40,
    },
    'a webhook that anybody can have': {
      on: sourced(before, read('1.0.16', runs('index.js', own, request('https://webhook.site/0')))),
      citing: '/index.js:2:1',
      weight: 40,
    },
    'a host written in character codes, ordinary as it may be': {
      on: sourced(
        before,
        read('1.0.16', runs('index.js', own, request('https://github.com/x', { folded: ['char-codes'] }))),
      ),
      citing: '/index.js:2:1',
      weight: 40,
    },
    'one function fetches, writes and starts': {
      on: sourced(
        before,
        read(
          '1.0.16',
          runs('index.js', own),
          runs('warm-up.js', stranger, fact('file-write', '/tmp/*', 'createWriteStream'), starts('/tmp/*')),
        ),
      ),
      citing: ['/warm-up.js:1:1'],
      weight: 35,
    },
    'a file that asked nobody asks it': {
      on: sourced(
        read('1.0.15', runs('index.js', own), runs('wallet.js')),
        read('1.0.16', runs('index.js', own), runs('wallet.js', stranger)),
      ),
      citing: ['/wallet.js:1:1'],
      weight: 25,
    },
    'a setting and a token that nothing explains, in a file that others read': {
      on: sourced(
        before,
        read('1.0.16', runs('index.js', own), runs('settings.js', reads('NPM_TOKEN'))),
        read(
          '1.0.17',
          runs('index.js', own),
          runs('settings.js', reads('NPM_TOKEN'), address('https://driftwood.invalid')),
        ),
      ),
      citing: ['/settings.js:2:1'],
      weight: 30,
    },
    'the first release fetches, writes and starts in one function': {
      on: sourced(
        read('1.0.0', runs('index.js', stranger, fact('file-write', '/tmp/*', 'createWriteStream'), starts('/tmp/*'))),
      ),
      citing: '/index.js:1:1',
      weight: 30,
    },
    'the first release runs what lies in a file drop': {
      on: sourced(read('1.0.0', runs('index.js', request('https://litterbox.catbox.moe/x'), starts('')))),
      citing: '/index.js:1:1',
      weight: 30,
    },
  },
  silent: {
    'the host was named before': sourced(before, read('1.0.16', runs('dist/tides.js', own))),
    'its README named it': sourced(
      read('1.0.15', runs('index.js', own), rests('docs', 'README.md', address('https://driftwood.invalid'))),
      read('1.0.16', runs('index.js', own, stranger)),
    ),
    'another host of the same domain': sourced(
      before,
      read('1.0.16', runs('index.js', request('https://mcp.tidewater.test'))),
    ),
    'a host that bears the name of the package': sourced(
      before,
      read('1.0.16', runs('index.js', own, request('https://api.harbor.test'))),
    ),
    'a domain of its record': sourcedAs(
      { listing: { websiteUrl: 'https://driftwood.invalid' } },
      before,
      read('1.0.16', runs('index.js', own, stranger)),
    ),
    'a schema, a code host, this machine, an example': sourced(
      before,
      read(
        '1.0.16',
        runs(
          'index.js',
          own,
          address('https://json-schema.org/draft-07/schema'),
          request('https://api.github.com/repos'),
          request('http://localhost:3000'),
          request('http://192.168.0.4/'),
          address('https://www.example.com'),
        ),
      ),
    ),
    'a test': sourced(before, read('1.0.16', runs('index.js', own), rests('test', 'a.test.js', stranger))),
    'a bare address, which another signal tells': sourced(
      before,
      read('1.0.16', runs('index.js', own, request('http://240.10.0.1/x'))),
    ),
    'a host from the start': sourced(read('1.0.0', runs('index.js', stranger, reads('NPM_TOKEN')))),
    'a paste from the start that is only linked': sourced(read('1.0.0', runs('index.js', paste))),
  },
  unseen: {
    ...shallow,
    'a release that is not the first, alone': sourcedAs({ older: [{ ...before.listed, version: '1.0.14' }] }, before),
  },
});

describeSignal(newHost, {
  context: { asOf: '2026-06-29', baseline: null },
  fires: {
    'a new vendor with the key that bears its name': {
      on: sourced(
        before,
        read(
          '1.0.16',
          runs(
            'index.js',
            own,
            request('https://api.lanternly.test', { scope: 4 }),
            reads('LANTERNLY_API_KEY', { scope: 4 }),
          ),
        ),
      ),
      citing: '/index.js:2:1',
      weight: 5,
    },
    "the package's own key at the top of a short file": {
      on: sourced(
        read('1.0.15', runs('index.js', own, reads('HARBOR_API_KEY', { scope: 0 }))),
        read('1.0.16', runs('index.js', own, reads('HARBOR_API_KEY', { scope: 0 }), { ...stranger, scope: 5 })),
      ),
      citing: '/index.js:3:1',
      weight: 5,
    },
    'keys of two vendors that came together': {
      on: sourced(
        before,
        read(
          '1.0.16',
          runs(
            'index.js',
            request('https://api.lanternly.test', { scope: 4 }),
            reads('LANTERNLY_API_KEY', { scope: 4 }),
            request('https://api.cranes.test', { scope: 5 }),
            reads('CRANES_API_KEY', { scope: 5 }),
          ),
        ),
      ),
      citing: ['/index.js:1:1', '/index.js:3:1'],
      weight: 5,
    },
    'a new file asks it': {
      on: sourced(before, read('1.0.16', runs('index.js', own), runs('cranes.js', stranger))),
      citing: '/cranes.js:1:1',
      weight: 5,
    },
    'a paste that a text links to': {
      on: sourced(before, read('1.0.16', runs('index.js', address('https://pastebin.com/x')))),
      citing: '/index.js:1:1',
      weight: 5,
    },
  },
  silent: {
    'the first release fetches a tool from a code host and starts it': sourced(
      read(
        '1.0.0',
        runs(
          'index.js',
          request('https://github.com/tidewater/harbor/releases'),
          fact('file-write', '/tmp/*', 'createWriteStream'),
          starts('/tmp/*'),
        ),
      ),
    ),
    'the first release fetches from a stranger and starts nothing': sourced(
      read('1.0.0', runs('index.js', stranger, fact('file-write', '/tmp/*', 'createWriteStream'))),
    ),
  },
});

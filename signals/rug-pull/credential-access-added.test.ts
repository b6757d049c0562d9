import { describeSignal } from '../../src/testing/describe-signal.ts';
import { address, fact, file, reads, request, rests, runs, starts } from '../../src/testing/facts.ts';
import { read, shallow, sourced, sourcedAs } from '../../src/testing/sources.ts';
import { packument } from '../../src/testing/subjects.ts';
import { credentialAccessAdded } from './credential-access-added.ts';

const before = read('1.0.0', runs('index.js', request('https://api.tidewater.test')));
const key = fact('file-read', '~/.ssh/id_ed25519', 'readFile', { category: 'credentials' });
const wallet = fact('path', '~/.electrum/wallets', 'literal', { category: 'wallet' });
const everything = fact('environment-dump', '', 'JSON.stringify');
/** What a bundled SDK brings: ten new things at once. */
const library = Array.from({ length: 10 }, (_, index) => reads(`SDK_OPTION_${index}`, { line: index + 1 }));

describeSignal(credentialAccessAdded, {
  context: { asOf: '2026-06-29', baseline: null },
  fires: {
    'it reads a key': {
      on: sourced(before, read('1.0.1', runs('index.js', key))),
      citing: ['/index.js:1:1'],
      weight: 35,
    },
    'it names a wallet': {
      on: sourced(before, read('1.0.1', runs('index.js', wallet))),
      citing: '/index.js:1:1',
      weight: 35,
    },
    'a tool prints a token': {
      on: sourced(before, read('1.0.1', runs('index.js', starts('gh auth token', 'credential-tool')))),
      citing: '/index.js:1:1',
      weight: 35,
    },
    'it asks a cloud for the credentials of the machine': {
      on: sourced(before, read('1.0.1', runs('index.js', address('http://169.254.169.254/latest/meta-data')))),
      citing: '/index.js:1:1',
      weight: 35,
    },
    'it takes the whole environment where it asks the network': {
      on: sourced(before, read('1.0.1', runs('index.js', everything, request('')))),
      citing: '/index.js:1:1',
      weight: 35,
    },
    'it takes the whole environment where it asks the network, and in a file before that where it does not': {
      on: sourced(before, read('1.0.1', runs('a.js', everything), runs('index.js', everything, request('')))),
      citing: '/index.js:1:1',
      weight: 35,
    },
    'it takes the whole environment': {
      on: sourced(before, read('1.0.1', runs('index.js', everything))),
      citing: '/index.js:1:1',
      weight: 5,
    },
    'a bundle brings an SDK that looks for credentials': {
      on: sourced(before, read('1.0.1', file('index.js', { bytes: 400_000 }, ...library, key))),
      citing: '/index.js:11:1',
      weight: 15,
    },
    'a bundle takes the whole environment': {
      on: sourced(before, read('1.0.1', file('index.js', { bytes: 400_000 }, ...library, request(''), everything))),
      citing: '/index.js:12:1',
      weight: 5,
    },
    'a file of that size with less that is new': {
      on: sourced(before, read('1.0.1', file('index.js', { bytes: 400_000 }, ...library.slice(1), key))),
      citing: '/index.js:10:1',
      weight: 35,
    },
    'a file of that size that has not doubled': {
      on: sourced(
        read('1.0.0', file('index.js', { bytes: 200_001 })),
        read('1.0.1', file('index.js', { bytes: 400_000 }, ...library, key)),
      ),
      citing: '/index.js:11:1',
      weight: 35,
    },
    'the first release reads wallets where it asks the network': {
      on: sourced(read('1.0.0', runs('index.js', wallet, request('https://collect.driftwood.invalid')))),
      citing: '/index.js:1:1',
      weight: 35,
    },
  },
  silent: {
    'it always read the key': sourcedAs(
      { older: [before.listed] },
      read('1.0.1', runs('a.js', key)),
      read('1.0.2', runs('b.js', key)),
    ),
    'a server for Kubernetes reads its configuration': sourcedAs(
      { packument: { name: 'mcp-server-kubernetes', purl: packument({ name: 'mcp-server-kubernetes' }).purl } },
      before,
      read('1.0.1', runs('index.js', fact('file-read', '~/.kube/config', 'readFile', { category: 'credentials' }))),
    ),
    'it reads its own file': sourced(
      before,
      read('1.0.1', runs('index.js', fact('file-read', './tides.json', 'readFile'))),
    ),
    'it reads one variable': sourced(before, read('1.0.1', runs('index.js', reads('HARBOR_API_KEY')))),
    'a test': sourced(before, read('1.0.1', runs('index.js'), rests('test', 'a.test.js', key))),
    'the first release reads a key, as a client of ssh does': sourced(
      read('1.0.0', runs('index.js', key, request(''))),
    ),
    'the first release names wallets and asks nobody': sourced(read('1.0.0', runs('index.js', wallet))),
  },
  unseen: shallow,
});

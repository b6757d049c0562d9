import { expect, test } from 'vitest';
import { saidByJavascript } from '../../../testing/javascript-facts.ts';

test.each([
  [`require('net').connect(2333, '203.0.113.9')`, 'net.connect | 203.0.113.9:2333'],
  [
    `import net from 'net'; net.createConnection({ port: 4433, host: 'quay.invalid' })`,
    'net.createConnection | quay.invalid:4433',
  ],
  [
    `const s = new (require('net').Socket)(); s.connect(4433, 'quay.invalid', () => {})`,
    'net.Socket().connect | quay.invalid:4433',
  ],
  [`require('tls').connect(443, host)`, 'tls.connect | *:443'],
  [`require('net').connect('/tmp/harbor.sock')`, 'net.connect | /tmp/harbor.sock'],
  [
    `const udp = require('dgram').createSocket('udp4'); udp.send(message, 53, 'quay.invalid')`,
    'dgram.createSocket().send | quay.invalid:53',
  ],
  [
    `const udp = require('dgram').createSocket('udp4'); udp.send(message, 0, 9, 53, 'quay.invalid')`,
    'dgram.createSocket().send | quay.invalid:53',
  ],
  [`require('net').connect(options)`, 'net.connect | '],
])('a connection: %s', (code, said) => {
  expect(saidByJavascript(code, 'socket')).toEqual([said]);
});

test.each([
  ['a server', `require('net').createServer().listen(2333, '203.0.113.9')`],
  ['a database', `client.connect(5432, 'quay.invalid')`],
])('%s opens none', (_, code) => {
  expect(saidByJavascript(code, 'socket')).toEqual([]);
});

